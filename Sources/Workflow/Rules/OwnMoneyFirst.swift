/// Where the policy says so, the fund pays only after the village's own contribution has arrived.
///
/// Refusal: `ownMoneyOutstanding`. SQL: none.
public enum OwnMoneyFirst {
    public static func check(_ project: Project, _ policy: Policy) throws(Refusal) {
        guard policy.money.ownMoneyFirst else { return }
        var (promised, received) = (Money.zero, Money.zero)
        for (index, source) in project.application.sources.enumerated() where source.kind == .ownContribution {
            promised = promised + source.promised
            if project.sources.indices.contains(index) { received = received + project.sources[index].received }
        }
        guard received >= promised else { throw .ownMoneyOutstanding(promised: promised, received: received) }
    }
}
