/// Inspection is asked for with the policy's documents; all that is missing is named at once.
///
/// Refusal: `incomplete`. SQL: none.
public enum InspectionFileComplete {
    public static func check(_ request: InspectionRequest, _ policy: Policy) throws(Refusal) {
        let missing = policy.documents.inspection.filter { kind in !request.documents.contains { $0.kind == kind } }
        guard missing.isEmpty else {
            throw .incomplete(missing.map { MissingItem("documents.\($0.rawValue)", $0.chinese, $0.rawValue) })
        }
    }
}
