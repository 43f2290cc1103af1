/// What of a project tells whether it is like another one.
public struct Likeness: Hashable, Sendable {
    public let project: ProjectReference
    public let unit: UnitID
    public let category: String
    public let state: State
    /// nil before the first submission.
    public let submittedOn: CivilDate?
    /// Awarded, or asked for while nothing is awarded.
    public let amount: Money
    public let place: String
    public let contractor: String?

    public init(
        project: ProjectReference, unit: UnitID, category: String, state: State, submittedOn: CivilDate?,
        amount: Money, place: String, contractor: String?
    ) {
        self.project = project
        self.unit = unit
        self.category = category
        self.state = state
        self.submittedOn = submittedOn
        self.amount = amount
        self.place = place
        self.contractor = contractor
    }

    /// What was refused or taken back takes no money.
    var counts: Bool {
        switch state {
        case .declined, .withdrawn: false
        case .draft, .submitted, .returned, .inReview, .inApproval, .onNotice, .inExecution, .suspended, .inAcceptance,
            .inRectification, .completed, .closedOut, .terminated:
            true
        }
    }

    func isSamePlace(as other: Likeness) -> Bool {
        unit == other.unit && !Self.plain(place).isEmpty && Self.plain(place) == Self.plain(other.place)
    }

    func isSameContractor(as other: Likeness) -> Bool {
        guard let mine = contractor.map(Self.plain), let theirs = other.contractor.map(Self.plain) else { return false }
        return !mine.isEmpty && mine == theirs
    }

    /// Width of letters, spaces and punctuation make no difference.
    static func plain(_ text: String) -> String {
        String(halfWidth(text).lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Likeness of two titles in thousandths: twice the shared pairs of characters by all pairs (Dice).
    static func titlePermille(_ one: String, _ other: String) -> Int {
        func pairs(_ text: String) -> [String] {
            let marks = Array(plain(text))
            return marks.count < 2 ? [String(marks)] : (1..<marks.count).map { String(marks[($0 - 1)...$0]) }
        }
        let (mine, theirs) = (pairs(one), pairs(other))
        var left = theirs
        var shared = 0
        for pair in mine {
            guard let place = left.firstIndex(of: pair) else { continue }
            left.remove(at: place)
            shared += 1
        }
        return 2000 * shared / (mine.count + theirs.count)
    }
}
