public import Workflow

/// The register of opinions and objections. A step is taken on the picture a person saw, or not at all.
public protocol OpinionStore: Sendable {
    /// Enters an opinion; the same form again gives the one already entered.
    func enter(_ opinion: NewOpinion) async throws(StoreError) -> Opinion
    func opinion(_ number: Int32, town: TownID) async throws(StoreError) -> Opinion?
    func opinion(receipt: String) async throws(StoreError) -> Opinion?
    /// The newest first.
    func opinions(_ query: OpinionQuery) async throws(StoreError) -> [Opinion]
    func opinions(of project: ProjectID) async throws(StoreError) -> [Opinion]
    func steps(of number: Int32, town: TownID) async throws(StoreError) -> [OpinionStep]
    /// Throws `constraint("opinion_is_current")` when somebody else took that step.
    func take(_ step: NewOpinionStep) async throws(StoreError)
    /// What was sealed, with the receipt it was sealed for; nil where nobody left a name.
    func sealedIdentity(of number: Int32, town: TownID) async throws(StoreError) -> (receipt: String, sealed: [UInt8])?
}

public enum OpinionKind: String, CaseIterable, Sendable {
    /// Something a resident asks for or says.
    case opinion
    /// Against an award that is on notice; the clerk enters it into the project's log.
    case objection

    public var chinese: String { self == .opinion ? "意见" : "公示异议" }
}

public enum OpinionChannel: String, CaseIterable, Sendable {
    case box, visit, meeting, wechat, scan, phone, other

    public var chinese: String {
        switch self {
        case .box: "意见箱"
        case .visit: "走访"
        case .meeting: "座谈"
        case .wechat: "微信"
        case .scan: "扫码"
        case .phone: "电话"
        case .other: "其他"
        }
    }
}

/// What became of an opinion.
public enum OpinionFate: String, CaseIterable, Sendable {
    case received, linked, registered, answered, declined

    public var chinese: String {
        switch self {
        case .received: "已收到"
        case .linked: "已转项目办理"
        case .registered: "已登记为异议"
        case .answered: "已答复"
        case .declined: "未采纳"
        }
    }
}

public struct NewOpinion: Sendable {
    public let town: TownID
    public let receipt: String
    /// Of the form it came in.
    public let key: String
    public let kind: OpinionKind
    public let channel: OpinionChannel
    public let unit: UnitID?
    public let project: ProjectID?
    public let words: String
    public let place: String
    public let raisedOn: CivilDate
    public let receivedAt: Instant
    /// Who wrote it down for the resident; nil where the resident did.
    public let by: PersonID?
    public let identity: SealedIdentity?
}

/// A name and telephone as they are stored: sealed, and what everybody may see of them.
public struct SealedIdentity: Hashable, Sendable {
    public let sealed: [UInt8]
    /// 张**
    public let maskedName: String
    /// 138****1234
    public let maskedPhone: String
}

public struct Opinion: Hashable, Sendable {
    public let town: TownID
    public let number: Int32
    public let receipt: String
    public let kind: OpinionKind
    public let channel: OpinionChannel
    public let unit: UnitID?
    public let unitName: String?
    public let project: ProjectID?
    public let words: String
    public let place: String
    public let raisedOn: CivilDate
    public let receivedAt: Instant
    public let by: PersonID?
    public let hasIdentity: Bool
    public let maskedName: String?
    public let maskedPhone: String?
    /// Steps taken so far: its version.
    public let steps: Int
    public let fate: OpinionFate

    public init(
        town: TownID, number: Int32, receipt: String, kind: OpinionKind, channel: OpinionChannel, unit: UnitID?,
        unitName: String?, project: ProjectID?, words: String, place: String, raisedOn: CivilDate, receivedAt: Instant,
        by: PersonID?, hasIdentity: Bool, maskedName: String?, maskedPhone: String?, steps: Int, fate: OpinionFate
    ) {
        self.town = town
        self.number = number
        self.receipt = receipt
        self.kind = kind
        self.channel = channel
        self.unit = unit
        self.unitName = unitName
        self.project = project
        self.words = words
        self.place = place
        self.raisedOn = raisedOn
        self.receivedAt = receivedAt
        self.by = by
        self.hasIdentity = hasIdentity
        self.maskedName = maskedName
        self.maskedPhone = maskedPhone
        self.steps = steps
        self.fate = fate
    }
}

public struct OpinionStep: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case linked, unlinked, answered, declined, registered

        public var chinese: String {
            switch self {
            case .linked: "关联项目"
            case .unlinked: "取消关联"
            case .answered: "答复"
            case .declined: "不采纳"
            case .registered: "登记异议"
            }
        }

        /// Whether the step names a project; the others answer in words.
        public var namesProject: Bool { self != .answered && self != .declined }
    }

    public let step: Int
    public let kind: Kind
    public let words: String
    public let project: ProjectID?
    public let by: PersonID
    public let byName: String
    public let at: Instant

    public init(
        step: Int, kind: Kind, words: String, project: ProjectID?, by: PersonID, byName: String, at: Instant
    ) {
        self.step = step
        self.kind = kind
        self.words = words
        self.project = project
        self.by = by
        self.byName = byName
        self.at = at
    }
}

public struct NewOpinionStep: Hashable, Sendable {
    public let town: TownID
    public let opinion: Int32
    public let step: Int
    public let kind: OpinionStep.Kind
    public let words: String
    public let project: ProjectID?
    public let by: PersonID
    public let at: Instant
}

/// Which opinions, after which one.
public struct OpinionQuery: Hashable, Sendable {
    public var town: TownID
    public var before: Int32?
    public var unit: UnitID?
    public var fate: OpinionFate?
    /// Only those this person wrote down.
    public var by: PersonID?
    public var limit: Int

    public init(
        town: TownID, before: Int32? = nil, unit: UnitID? = nil, fate: OpinionFate? = nil, by: PersonID? = nil,
        limit: Int = 50
    ) {
        self.town = town
        self.before = before
        self.unit = unit
        self.fate = fate
        self.by = by
        self.limit = limit
    }
}

/// Seals short texts under a key outside the database.
public protocol Sealer: Sendable {
    /// - Parameter about: what it belongs to; moved to another row it does not open.
    func seal(_ text: [UInt8], about: String) -> [UInt8]
    /// nil when it was changed, moved, or sealed under another key.
    func unseal(_ sealed: [UInt8], about: String) -> [UInt8]?
}
