/// What happened to a fund's year beside its movements: it was opened, closed (关账) or opened again.
public struct FundYearAct: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case open, close, reopen

        public var chinese: String {
            switch self {
            case .open: "建立"
            case .close: "关账"
            case .reopen: "重新打开"
            }
        }
    }

    public let kind: Kind
    public let on: CivilDate
    public let person: String
    public let reason: String

    public init(kind: Kind, on: CivilDate, person: String, reason: String) {
        self.kind = kind
        self.on = on
        self.person = person
        self.reason = reason
    }

    /// 2026-12-31 关账（经办：郑主任）：年终关账.
    public var chinese: String { "\(on) \(kind.chinese)（经办：\(person)）：\(reason)" }
}
