/// What a policy asks for with each step, beyond the rules: kinds of documents, and fields that may otherwise stay
/// empty.
public struct Requirements: Hashable, Sendable {
    private var steps: [Command.Kind: Requirement]

    /// What most policies need to say: documents with the application and with the request for inspection.
    public init(
        submission: [DocumentKind] = [], inspection: [DocumentKind] = [], _ steps: [Command.Kind: Requirement] = [:]
    ) {
        self.steps = steps
        self.submission = submission
        self.inspection = inspection
    }

    /// Of one step; empty where the policy asks for nothing.
    public subscript(command: Command.Kind) -> Requirement {
        get { steps[command] ?? Requirement() }
        set { steps[command] = newValue.isEmpty ? nil : newValue }
    }

    public var submission: [DocumentKind] {
        get { self[.submit].documents }
        set { self[.submit].documents = newValue }
    }
    public var inspection: [DocumentKind] {
        get { self[.requestInspection].documents }
        set { self[.requestInspection].documents = newValue }
    }

    /// Steps something is asked for with, in the order of the commands.
    public var commands: [Command.Kind] { Command.Kind.allCases.filter { steps[$0] != nil } }
}

/// What one step asks for.
public struct Requirement: Hashable, Codable, Sendable {
    public var documents: [DocumentKind]
    public var fields: [OptionalField]

    public init(documents: [DocumentKind] = [], fields: [OptionalField] = []) {
        self.documents = documents
        self.fields = fields
    }

    var isEmpty: Bool { documents.isEmpty && fields.isEmpty }
}

/// A field that a step has but the rules do not insist on; a policy may.
public enum OptionalField: String, CaseIterable, Codable, Sendable {
    case channel, sources, raisedOn, conditions, words, contractor, photos, quantities, invoice

    public var chinese: String {
        switch self {
        case .channel: "诉求来源"
        case .sources: "其他来源"
        case .raisedOn: "诉求提出日期"
        case .conditions: "附加条件"
        case .words: "说明（意见）"
        case .contractor: "施工方"
        case .photos: "照片"
        case .quantities: "实际完成数量"
        case .invoice: "发票号码"
        }
    }
}

extension Command.Kind {
    /// Fields of the step that may stay empty unless the policy asks for them.
    public var optionalFields: [OptionalField] {
        switch self {
        case .submit: [.channel, .sources, .raisedOn]
        case .endorse, .resume, .requestInspection, .settle: [.words]
        case .award: [.conditions]
        case .recordStart: [.contractor]
        case .reportProgress: [.words, .photos]
        case .accept: [.words, .quantities]
        case .disburse: [.invoice]
        case .draft, .edit, .admit, .verify, .return, .decline, .object, .resolveObjection, .concludeNotice,
            .requestAmendment, .decideAmendment, .extend, .suspend, .demandRectification, .recover, .correctPayment,
            .returnRetention, .recordReceipt, .recordSpending, .carryForward, .sweep, .closeOut, .reopen, .withdraw,
            .terminate, .raiseBlocker, .clearBlocker, .consult, .decideConsultation, .adjournConsultation,
            .dispatch, .signDispatch, .answerDispatch, .recomputeDue, .chase, .comment:
            []
        }
    }

    /// Steps that are taken again and again: each time brings its own documents, and what is on file does not count.
    var bringsItsOwn: Bool {
        switch self {
        case .reportProgress, .requestAmendment, .decideAmendment, .suspend, .requestInspection, .disburse, .recover,
            .correctPayment, .returnRetention, .recordReceipt, .recordSpending:
            true
        case .draft, .edit, .submit, .admit, .verify, .return, .endorse, .award, .decline, .object, .resolveObjection,
            .concludeNotice, .recordStart, .extend, .resume, .accept, .demandRectification, .settle, .carryForward,
            .sweep,
            .closeOut, .reopen, .withdraw, .terminate, .raiseBlocker, .clearBlocker, .consult, .decideConsultation,
            .adjournConsultation,
            .dispatch, .signDispatch, .answerDispatch, .recomputeDue, .chase, .comment:
            false
        }
    }

    /// A policy cannot ask for anything with these: a draft may be incomplete, and the machine recomputes.
    public var mayRequire: Bool { self != .draft && self != .edit && self != .recomputeDue }
}

extension Requirements: Codable {
    private enum CodingKeys: String, CodingKey { case submission, inspection, commands }

    /// As policies have always been stored, so that a stored version still reads, and the same policy is the same text:
    /// the two common lists by name, and the rest under `commands` only where there is any.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let others = try values.decodeIfPresent([String: Requirement].self, forKey: .commands) ?? [:]
        var steps: [Command.Kind: Requirement] = [:]
        for (name, requirement) in others {
            guard let kind = Command.Kind(rawValue: name) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .commands, in: values, debugDescription: "no command \(name)")
            }
            steps[kind] = requirement
        }
        self.init(
            submission: try values.decode([DocumentKind].self, forKey: .submission),
            inspection: try values.decode([DocumentKind].self, forKey: .inspection), steps)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(submission, forKey: .submission)
        try values.encode(inspection, forKey: .inspection)
        let others = others
        if !others.isEmpty { try values.encode(others, forKey: .commands) }
    }

    /// What `submission` and `inspection` do not say.
    private var others: [String: Requirement] {
        var others: [String: Requirement] = [:]
        for kind in commands {
            var requirement = self[kind]
            if kind == .submit || kind == .requestInspection { requirement.documents = [] }
            if !requirement.isEmpty { others[kind.rawValue] = requirement }
        }
        return others
    }
}
