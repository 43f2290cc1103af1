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
        switch self {
        case .requestInspection(let request): request.documents
        case .reportProgress(let report): report.photos
        case _: []
        }
    }

    /// Whether an optional field is filled in; a field the step does not have is never asked for.
    fileprivate func gives(_ field: OptionalField, _ project: Project) -> Bool {
        switch (self, field) {
        case (.submit, .channel): !project.application.channel.isBlank
        case (.submit, .sources): !project.application.sources.isEmpty
        case (.submit, .raisedOn): project.application.raisedOn != nil
        case (.endorse(let endorsement), .words): !endorsement.words.isBlank
        case (.award(let award), .conditions): !award.conditions.isBlank
        case (.recordStart(let start), .contractor): !start.contractor.isBlank
        case (.reportProgress(let report), .words): !report.words.isBlank
        case (.reportProgress(let report), .photos): !report.photos.isEmpty
        case (.resume(let remark), .words): !remark.words.isBlank
        case (.requestInspection(let request), .words): !request.words.isBlank
        case (.accept(let acceptance), .words): !acceptance.words.isBlank
        case (.accept(let acceptance), .quantities): !acceptance.quantities.isEmpty
        case (.disburse(let payment), .invoice): !(payment.invoice ?? "").isBlank
        case (.settle(let settlement), .words): !settlement.words.isBlank
        case (_, _): true
        }
    }
}
