public import Workflow

/// A project as residents may know it. Made in one place, so that a fact which is not here reaches no page, no answer
/// and no picture.
public struct PublicProject: Sendable {
    /// What residents follow, in its order.
    public enum Step: CaseIterable, Sendable {
        case submitted, verified, awarded, begun, inspection, accepted, settled, closed

        public var chinese: String {
            switch self {
            case .submitted: "申报"
            case .verified: "现场核实"
            case .awarded: "批复公示"
            case .begun: "开始实施"
            case .inspection: "申请验收"
            case .accepted: "验收合格"
            case .settled: "结算"
            case .closed: "销号"
            }
        }
    }

    public let id: ProjectID
    public let place: Place
    public let title: String
    public let town: String
    public let area: String
    public let unit: String
    public let number: String
    public let programme: String
    public let category: String
    public let location: String
    public let quantities: [Quantity]
    public let state: State
    public let awarded: Money
    public let settled: Money?
    public let dueOn: CivilDate?
    public let dueProvisional: Bool
    public let noticeFrom: CivilDate?
    public let noticeEndsOn: CivilDate?
    public let satisfaction: Satisfaction?
    public let steps: [(name: Step, day: CivilDate)]
    /// Before the works, and after them once they were accepted.
    public let photos: [ProjectFile]

    /// nil while nothing of it was published: a draft, an application, a decision that is not on notice yet.
    public init?(_ project: Project, _ labels: Labels, photos: [ProjectFile]) {
        guard project.state.isPublished else { return nil }
        let clock = project.clock
        let isAccepted = clock.completedOn != nil
        id = project.id
        place = project.place
        title = project.application.title
        (town, area, unit) = (labels.town, labels.area, labels.unit)
        (number, programme) = (labels.number, labels.programme)
        category = project.application.category
        location = project.application.place
        quantities = project.application.quantities
        state = project.state
        awarded = project.money.awarded
        settled = project.money.settled
        (dueOn, dueProvisional) = (clock.dueOn, clock.dueProvisional)
        noticeFrom = project.notice?.startedOn
        noticeEndsOn = project.notice?.endsOn
        satisfaction = isAccepted ? project.satisfaction : nil
        let days: [(Step, CivilDate?)] = [
            (.submitted, clock.submittedOn), (.verified, clock.verifiedOn), (.awarded, clock.awardedOn),
            (.begun, clock.executionOn), (.inspection, clock.inspectionOn), (.accepted, clock.completedOn),
            (.settled, clock.settledOn), (.closed, clock.closedOn),
        ]
        steps = days.compactMap { name, day in day.map { (name, $0) } }
        self.photos = photos.filter { $0.kind == .beforePhoto || $0.kind == .afterPhoto && isAccepted }
    }
}
