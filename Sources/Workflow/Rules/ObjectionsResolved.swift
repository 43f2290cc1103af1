/// Every objection is ruled on before the notice is concluded, each once.
///
/// Refusal: `objectionOpen`, `itemUnknown`. SQL: none.
public enum ObjectionsResolved {
    public static func checkAll(_ project: Project) throws(Refusal) {
        if let open = project.objections.firstIndex(where: { $0.ruling == nil }) { throw .objectionOpen(open + 1) }
    }

    public static func check(_ ruling: ObjectionRuling, _ project: Project) throws(Refusal) {
        guard let objection = project.objections.numbered(ruling.objection), objection.ruling == nil else {
            throw .itemUnknown(field: "objection", number: ruling.objection)
        }
    }
}
