/// A project is closed out when it is settled, paid in full, its result published and no blocker is open.
///
/// Refusal: `notReadyToClose`. SQL: `closed_out_settled`.
public enum CloseOutComplete {
    public static func check(_ closeOut: CloseOut, _ project: Project) throws(Refusal) {
        var missing: [MissingItem] = []
        if project.money.settled == nil { missing.append(MissingItem("settled", "结算", "settlement")) }
        // What is still held is still owed, but for what was retained. Money recovered after the settlement is no debt
        // to pay again.
        if project.money.settled != nil, project.money.payable > .zero {
            missing.append(MissingItem("disbursed", "付清结算款", "payment in full"))
        }
        if closeOut.publication.isBlank {
            missing.append(MissingItem("publication", "结果公示情况", "publication of the result"))
        }
        if project.openBlocker != nil { missing.append(MissingItem("blockers", "解除堵点", "clearing of blockers")) }
        guard missing.isEmpty else { throw .notReadyToClose(missing) }
    }
}
