import UseCases
import Workflow

/// The forms of the commands open to a person, and the reasons for the closed ones.
struct ProjectForms {
    struct OpenForm {
        let id: String
        let command: String
        let name: String
        let version: Int
        let key: String
        let isOpen: Bool
        let problem: String?
        /// Files are sent in a form of several parts.
        let takesFiles: Bool
        let complaints: [Complaint]
        let hasComplaints: Bool
        /// Beside an award: what is free in the fund.
        let free: Free?
        let fields: [FieldView]
        let circumstances: [FieldView]
    }

    struct Free {
        let fund: String
        let fen: Int64
        let text: String
    }

    /// Commands that are closed for one reason.
    struct ClosedForms {
        let names: String
        let reason: String
    }

    /// What was tried and refused: shown again as it was written.
    struct Attempt {
        let kind: Command.Kind
        let texts: [String: [String]]
        let problem: Problem
    }

    let open: [OpenForm]
    let closed: [ClosedForms]

    init(
        project: Project, possibilities: [Possibility], panel: [Person], policy: Policy, fund: FundState?,
        files: [ProjectFile], today: CivilDate, secrets: any Secrets, attempt: Attempt?, _ words: Words
    ) {
        let used = Set(project.application.documents.compactMap(\.sha256))
        let unused = files.filter { !used.contains($0.content.sha256) }
        let allowed = possibilities.filter { $0.refusal == nil }.map(\.command)
        let ordered = allowed.sorted { Self.rank($0, project.state) < Self.rank($1, project.state) }
        open = ordered.map { kind in
            let tried = attempt?.kind == kind ? attempt : nil
            let texts = tried?.texts ?? Prefill.texts(kind, project, today)
            func views(_ fields: [Field]) -> [FieldView] {
                fields.map {
                    FieldView(
                        $0, scope: kind.rawValue, texts: texts, people: panel, wrong: words.wrong(tried?.problem),
                        uploaded: unused, expected: kind.expectedFile(in: project.state), words)
                }
            }
            let fields = views(
                kind == .edit ? FieldTables.application(under: policy) : kind.fields(under: policy))
            let complaints = Complaint.of(tried?.problem.errors ?? [], scope: kind.rawValue, words)
            return OpenForm(
                id: project.id.description, command: kind.rawValue, name: words(kind), version: project.version,
                key: secrets.randomToken(),
                isOpen: attempt == nil ? project.state.expected.contains(kind) : tried != nil,
                problem: tried.map { words.said($0.problem) },
                takesFiles: fields.contains(where: \.takesFiles), complaints: complaints,
                hasComplaints: !complaints.isEmpty,
                free: kind == .award
                    ? fund.map {
                        Free(
                            fund: "\($0.id.raw)", fen: $0.balance.free.fen,
                            text: words("project.free", ["sum": words.money($0.balance.free)]))
                    } : nil,
                fields: fields,
                circumstances: views(FieldTables.circumstances.filter { $0.name != FieldTables.attachments.name }))
        }
        closed = Self.closed(possibilities, words)
    }

    private static func closed(_ possibilities: [Possibility], _ words: Words) -> [ClosedForms] {
        var (reasons, names): ([String], [String: [String]]) = ([], [:])
        for possibility in possibilities {
            guard let refusal = possibility.refusal else { continue }
            let reason = Self.reason(refusal, words)
            if names[reason] == nil { reasons.append(reason) }
            names[reason, default: []].append(words(possibility.command))
        }
        return reasons.map { ClosedForms(names: words.list(names[$0] ?? []), reason: $0) }
    }

    /// What is true of many commands is said once for all of them.
    private static func reason(_ refusal: Refusal, _ words: Words) -> String {
        switch refusal {
        case .roleNotPermitted(let command):
            words("project.notYours", ["who": words.list(command.permitted.map { words($0) })])
        case .commandNotInState(_, let state): words("project.notInState", ["state": words(state)])
        case _: words.pick(refusal.chinese, refusal.english)
        }
    }

    /// The expected step first, then what moves the project on, then what ends it, then help and remarks.
    private static func rank(_ kind: Command.Kind, _ state: State) -> Int {
        if state.expected.contains(kind) { return 0 }
        return switch kind {
        case .return, .decline, .withdraw, .terminate, .suspend, .recover, .correctPayment, .carryForward, .sweep: 2
        case .raiseBlocker, .clearBlocker, .consult, .decideConsultation, .adjournConsultation, .dispatch,
            .signDispatch, .answerDispatch, .recomputeDue, .chase, .comment:
            3
        case .draft, .edit, .submit, .admit, .verify, .endorse, .award, .object, .resolveObjection, .concludeNotice,
            .recordStart, .reportProgress, .requestAmendment, .decideAmendment, .extend, .resume, .requestInspection,
            .accept, .demandRectification, .disburse, .settle, .returnRetention, .recordReceipt, .recordSpending,
            .closeOut, .reopen:
            1
        }
    }
}

extension State {
    /// The steps that bring a project on from here; their forms stand open for whoever may take them.
    fileprivate var expected: Set<Command.Kind> {
        switch self {
        case .draft, .returned: [.submit, .edit]
        case .submitted: [.admit]
        case .inReview: [.verify]
        case .inApproval: [.endorse, .award]
        case .onNotice: [.concludeNotice]
        case .inExecution, .inRectification: [.requestInspection]
        case .suspended: [.resume]
        case .inAcceptance: [.accept]
        case .completed: [.settle, .closeOut]
        case .closedOut, .declined, .withdrawn, .terminated: []
        }
    }
}

extension Command.Kind {
    /// What is photographed for this step.
    fileprivate func expectedFile(in state: State) -> DocumentKind {
        switch self {
        case .recordStart: .contract
        case .requestInspection, .accept: .afterPhoto
        case .disburse, .correctPayment, .recordSpending: .invoice
        case _: state.expectedPhoto
        }
    }

    /// The step's fields as the town's policy has them: what it asks for must not stay empty, and where it asks
    /// for documents there is a field for them. Elsewhere documents are uploaded beside the steps.
    fileprivate func fields(under policy: Policy) -> [Field] {
        let requirement = policy.documents[self]
        let marked = fields.map { field in
            requirement.fields.contains { $0.rawValue == field.name } ? field.needed() : field
        }
        let kinds = requirement.documents
        guard !kinds.isEmpty, self != .submit, self != .requestInspection else { return marked }
        return marked + [
            FieldTables.attachments.called(
                "随附材料（本步须有：\(kinds.map(\.chinese).joined(separator: "、"))）",
                "documents for this step: \(kinds.map(\.english).joined(separator: ", "))")
        ]
    }
}
