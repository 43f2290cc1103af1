/// At least the policy's number of panel members in office, the acting person among them, none of them author,
/// verifier, awarder or contractor.
///
/// Refusal: `panelTooSmall`, `panelNotIndependent`. SQL: none.
public enum PanelIndependent {
    public static func check(_ panel: [PersonID], _ project: Project, _ context: Context, _ policy: Policy)
        throws(Refusal)
    {
        let members = Set(panel)
        guard members.count >= policy.panelMinimum else {
            throw .panelTooSmall(members.count, least: policy.panelMinimum)
        }
        guard members.contains(context.by.id) else { throw .panelNotIndependent(context.by.id) }
        // Of the acting person `DutiesSeparate` has judged, which knows the town's exceptions.
        let barred = project.duties.barredFromPanel.subtracting([context.by.id])
        for id in members.sorted() {
            guard let member = context.people[id], !barred.contains(id), member.name != project.start?.contractor,
                member.holds(.panelMember, over: context.place, on: context.effectiveOn)
            else { throw .panelNotIndependent(id) }
        }
    }
}
