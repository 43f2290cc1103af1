/// 化整为零: projects of one unit and category, one place or one contractor, sent in close together, each within a step of
/// the ladder and above it in sum. After the rule that contracts which belong together are counted together (合并计算).
public enum Splitting {
    /// Days within which projects belong together.
    public static let days = 90
    /// A project counts from this many thousandths of the step on: small ones always add up to something.
    static let leastPermille = 200

    static func warnings(_ project: Likeness, _ others: [Likeness], _ policy: Policy) -> [Warning] {
        guard let submitted = project.submittedOn, project.counts else { return [] }
        let near = others.filter { other in
            other.counts && other.submittedOn.map { abs($0.days(since: submitted)) <= days } ?? false
        }
        let bases: [(name: String, words: String, (Likeness) -> Bool)] = [
            ("contractor", "同一施工方", { $0.isSameContractor(as: project) }),
            ("place", "同一地点", { $0.isSamePlace(as: project) }),
            ("category", "同村同类", { $0.unit == project.unit && $0.category == project.category }),
        ]
        var found: [Warning] = []
        for (name, words, isAlike) in bases {
            guard let (step, group) = split(project, near.filter(isAlike), policy) else { continue }
            // What the surer basis has said already need not be said again.
            if found.contains(where: { $0.evidence == group }) { continue }
            let sum = group.reduce(project.amount) { $0 + $1.amount }
            let all = "\(words)\(days)天内\(group.count + 1)个项目，单个均不超过\(step.wanText)万元，合计\(sum.wanText)万元"
            found.append(Warning(.splitting, name, all, evidence: group))
        }
        return found
    }

    /// The lowest step that the project and its like keep below one by one and pass together.
    private static func split(
        _ project: Likeness, _ alike: [Likeness], _ policy: Policy
    ) -> (step: Money, group: [Likeness])? {
        for step in Set(policy.ladder.map(\.upTo) + [policy.cap]).sorted() where step > .zero {
            let least = step.share(permille: leastPermille)
            guard (least...step).contains(project.amount) else { continue }
            let group = alike.filter { (least...step).contains($0.amount) }
            if !group.isEmpty, group.reduce(project.amount, { $0 + $1.amount }) > step { return (step, group) }
        }
        return nil
    }
}

/// 重复申报: the same works in the same unit, this year or in the two before.
enum Duplicate {
    /// Titles this much alike name the same works, where place or category agree too.
    static let alikePermille = 600
    /// And these do whatever the rest says.
    static let samePermille = 850

    static func warnings(_ project: Likeness, _ others: [Likeness]) -> [Warning] {
        let alike = others.filter { other in
            guard other.counts, other.unit == project.unit else { return false }
            let title = Likeness.titlePermille(project.project.title, other.project.title)
            return title >= samePermille
                || title >= alikePermille && (other.isSamePlace(as: project) || other.category == project.category)
        }
        guard !alike.isEmpty else { return [] }
        let names = alike.map { "\($0.project.number)“\($0.project.title)”" }.joined(separator: "、")
        return [Warning(.duplicate, "works", "与\(names)的内容相近，请核对是否同一件事", evidence: alike)]
    }
}

/// Everything worth a look about a project, the same for the same facts.
public func warnings(
    about project: Likeness, beside others: [Likeness], refusedInvoices: [RefusedInvoice],
    sharedPhotos: [SharedPhoto] = [], under policy: Policy
) -> [Warning] {
    var found = Splitting.warnings(project, others, policy) + Duplicate.warnings(project, others)
    if let last = refusedInvoices.last {
        let when = "\(last.at.civilDate)由\(last.by)"
        found.append(
            Warning(
                .reusedInvoice, "\(refusedInvoices.count)", "曾用已付过款的发票申请拨付\(refusedInvoices.count)次，最近一次\(when)，系统未予办理")
        )
    }
    return found + reusedPhotos(sharedPhotos)
}

/// One warning for each other project that has some of the photos too.
private func reusedPhotos(_ photos: [SharedPhoto]) -> [Warning] {
    Dictionary(grouping: photos, by: \.other).sorted { $0.key.id < $1.key.id }.map { other, photos in
        let (same, alike) = (photos.filter(\.isSame), photos.filter { !$0.isSame })
        let beside = "与\(other.number)“\(other.title)”"
        let words =
            same.isEmpty
            ? "\(alike.count)张照片（\(names(alike))）\(beside)的画面几乎相同，请核对"
            : "\(same.count)张照片（\(names(same))）\(beside)的相同，"
                + (alike.isEmpty ? "" : "\(alike.count)张（\(names(alike))）画面几乎相同，") + "请核对"
        return Warning(.reusedPhoto, other.id.description, words, photosOf: other.id)
    }
}

private func names(_ photos: [SharedPhoto]) -> String {
    photos.map { "“\($0.name)”" }.joined(separator: "、")
}
