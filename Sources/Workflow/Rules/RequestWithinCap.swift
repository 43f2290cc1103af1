/// Nobody asks for more than the policy's cap for one project.
///
/// Refusal: `requestExceedsCap`. SQL: `request_within_cap`.
public enum RequestWithinCap {
    public static func check(_ application: Application, _ policy: Policy) throws(Refusal) {
        guard application.requested <= policy.cap else {
            throw .requestExceedsCap(application.requested, cap: policy.cap)
        }
    }
}
