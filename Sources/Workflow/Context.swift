/// What a decision looks at beside the project: who, where, when, and what the fund still has.
/// The core reads no clock and asks nobody; everything it needs is handed to it here.
public struct Context: Sendable {
    public let by: Person
    public let place: Place
    /// The day the act took place.
    public let effectiveOn: CivilDate
    /// The day it is being written down.
    public let recordedOn: CivilDate
    public let lateReason: String?
    public let calendar: WorkingCalendar
    /// Free money of the project's fund; nil where the town has no fund for the programme and year.
    public let fundFree: Money?
    /// The fund's year is closed: no money moves in it.
    public let fundIsClosed: Bool
    /// There is an open fund of the next year that held money can go over to.
    public let nextFundIsOpen: Bool
    /// People named in the command (the panel), as far as they are known.
    public let people: [PersonID: Person]
    public let dutyExceptions: [DutyException]
    /// Documents handed in with the command, beside those its own particulars carry.
    public internal(set) var documents: [Document]

    public init(
        by: Person, place: Place, effectiveOn: CivilDate, recordedOn: CivilDate, lateReason: String? = nil,
        calendar: WorkingCalendar, fundFree: Money?, fundIsClosed: Bool = false, nextFundIsOpen: Bool = false,
        people: [PersonID: Person] = [:],
        dutyExceptions: [DutyException] = [], documents: [Document] = []
    ) {
        self.documents = documents
        self.dutyExceptions = dutyExceptions
        self.by = by
        self.place = place
        self.effectiveOn = effectiveOn
        self.recordedOn = recordedOn
        self.lateReason = lateReason
        self.calendar = calendar
        self.fundFree = fundFree
        self.fundIsClosed = fundIsClosed
        self.nextFundIsOpen = nextFundIsOpen
        self.people = people
    }
}
