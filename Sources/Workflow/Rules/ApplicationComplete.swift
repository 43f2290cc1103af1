/// An application names everything it needs; all that is missing is said at once (一次性告知).
///
/// Refusal: `incomplete`. SQL: none.
public enum ApplicationComplete {
    public static func check(_ application: Application, _ policy: Policy) throws(Refusal) {
        var missing: [MissingItem] = []
        if application.title.isBlank { missing.append(MissingItem("title", "项目名称", "title")) }
        if application.category.isBlank { missing.append(MissingItem("category", "类别", "category")) }
        if application.need.isBlank { missing.append(MissingItem("need", "需求说明", "need")) }
        if application.place.isBlank { missing.append(MissingItem("place", "具体地点", "place")) }
        if application.quantities.isEmpty || application.quantities.contains(where: { !$0.isUsable }) {
            missing.append(MissingItem("quantities", "数量（名称、正整数、单位）", "quantities (what, how many, unit)"))
        }
        if application.requested > .zero, application.budget.isEmpty {
            missing.append(MissingItem("budget", "预算明细", "budget lines"))
        }
        if policy.month == .promised, application.promisedOn == nil {
            missing.append(MissingItem("promisedOn", "承诺完成日期", "promised day"))
        }
        missing += InKindValued.missing(application)
        guard missing.isEmpty else { throw .incomplete(missing) }
    }
}
