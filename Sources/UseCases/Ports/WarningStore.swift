public import Workflow

/// What warnings are found in, and what was answered to them. Every read is for all asked projects at once.
public protocol WarningStore: Sendable {
    /// Each asked project with what may be like it.
    ///
    /// - Parameter unknown: the word that stands for a contractor nobody kept.
    func likenesses(
        of projects: [ProjectID], town: TownID, within days: Int, unknown: String
    ) async throws(StoreError) -> [ProjectID: WarningFacts]
    func warningAnswers(
        of projects: [ProjectID], town: TownID
    ) async throws(StoreError) -> [ProjectID: [WarningAnswer]]
    /// Throws `constraint(warning_answered_once)` where somebody has answered it.
    func answer(
        _ warning: Warning, of project: ProjectID, _ words: String, by person: PersonID, at now: Instant
    ) async throws(StoreError)
}

/// One project and everything it is compared with.
public struct WarningFacts: Hashable, Sendable {
    public var project: Likeness?
    public var others: [Likeness] = []
    public var refusedInvoices: [RefusedInvoice] = []
    public var sharedPhotos: [SharedPhoto] = []

    public init() {}
}
