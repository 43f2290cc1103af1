/// Each step comes with the documents and fields the policy asks for; all that is missing is named at once.
///
/// A document counts when it is handed in with the step or is on file already. Steps that are taken again and again
/// (progress, amendment, pause, inspection, payment, recovery) bring their own each time.
///
/// Refusal: `incomplete`. SQL: none.
public enum StepComplete {
    static func missing(_ command: Command, _ project: Project, _ context: Context, _ policy: Policy) -> [MissingItem] {
        let requirement = policy.documents[command.kind]
        guard !requirement.isEmpty else { return [] }
        var there = command.documents + context.documents
        if !command.kind.bringsItsOwn { there += project.documents }
        let documents = requirement.documents.filter { kind in !there.contains { $0.kind == kind } }
        let fields = requirement.fields.filter { !command.gives($0, project) }
        return documents.map { MissingItem("documents.\($0.rawValue)", $0.chinese, $0.rawValue) }
            + fields.map { MissingItem($0.rawValue, $0.chinese, $0.rawValue) }
    }

    /// Takes the step's own decision, with what the policy finds missing named beside what the rules find missing.
    /// What comes before `incomplete` in the order of refusals is still said first, what comes after it later.
    static func check(
        _ missing: [MissingItem], _ event: () throws(Refusal) -> Event
    ) throws(Refusal) -> Event {
        guard !missing.isEmpty else { return try event() }
        do throws(Refusal) { _ = try event() } catch {
            if case .incomplete(let items) = error {
                throw .incomplete(items + missing.filter { item in !items.contains { $0.field == item.field } })
            }
            if error.code < .incomplete { throw error }
        }
        throw .incomplete(missing)
    }
}

extension Command {
    /// Documents the step's own particulars carry.
    fileprivate var documents: [Document] {
        if case .requestInspection(let request) = self { return request.documents }
        if case .reportProgress(let report) = self { return report.photos }
        return []
    }

    /// Whether an optional field is filled in; a field the step does not have is never asked for.
    fileprivate func gives(_ field: OptionalField, _ project: Project) -> Bool {
        let application = project.application
        return switch field {
        case .channel: !application.channel.isBlank
        case .sources: !application.sources.isEmpty
        case .raisedOn: application.raisedOn != nil
        case .conditions: if case .award(let award) = self { !award.conditions.isBlank } else { true }
        case .words: words.map { !$0.isBlank } ?? true
        case .contractor: if case .recordStart(let start) = self { !start.contractor.isBlank } else { true }
        case .photos: if case .reportProgress(let report) = self { !report.photos.isEmpty } else { true }
        case .quantities: if case .accept(let acceptance) = self { !acceptance.quantities.isEmpty } else { true }
        case .invoice: if case .disburse(let payment) = self { !(payment.invoice ?? "").isBlank } else { true }
        }
    }

    /// Words that may stay empty; nil where the step has none.
    private var words: String? {
        if case .endorse(let endorsement) = self { return endorsement.words }
        if case .reportProgress(let report) = self { return report.words }
        if case .resume(let remark) = self { return remark.words }
        if case .requestInspection(let request) = self { return request.words }
        if case .accept(let acceptance) = self { return acceptance.words }
        if case .settle(let settlement) = self { return settlement.words }
        return nil
    }
}
