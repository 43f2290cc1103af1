import Workflow

/// The one door for every change of a project: load, permit, decide, append, save, in one transaction.
///
/// Nothing is open in the database while the rules decide. A conflict reloads and decides again, unless the caller
/// named the version it had seen: then it is told that its picture is stale.
public struct Desk: Sendable {
    let projects: any ProjectStore
    let directory: Directory
    let clock: any WallClock
    let underWay = KeysUnderWay()

    /// Tries before giving up. Each lost try means that another command of the same project won;
    /// eight in a row within milliseconds is a client in a loop, not work.
    static let tries = 8

    public init(projects: any ProjectStore, directory: Directory, clock: any WallClock) {
        self.projects = projects
        self.directory = directory
        self.clock = clock
    }

    /// Carries out one command and answers with what `render` makes of the project afterwards.
    ///
    /// The same request key with the same fingerprint gets the same answer again, byte for byte.
    /// Throws: `UseCaseError`; nothing was written unless it is `.store(.outcomeUnknown)`.
    public func perform(
        _ request: CommandRequest, render: @Sendable (ProjectView) -> RenderedAnswer
    ) async throws(UseCaseError) -> RenderedAnswer {
        guard request.by.town == request.town else { throw .notFound }
        guard underWay.begin(request.key) else { throw .keyInProgress }
        defer { underWay.end(request.key) }
        for _ in 0..<Self.tries {
            let loaded = try await load(request)
            if let replay = loaded.replay { return try Self.replayed(replay, request.key) }
            try Self.checkVersion(request, loaded)
            let (change, answer) = try await prepared(request, loaded, render)
            if try await commit(change, of: request) { return answer }
        }
        throw .store(.overloaded)
    }

    /// Decides the command and changes nothing; a refusal is noted like any other. Throws what `perform` would.
    public func rehearse(_ request: CommandRequest) async throws(UseCaseError) {
        guard request.by.town == request.town else { throw .notFound }
        let loaded = try await load(request)
        try Self.checkVersion(request, loaded)
        _ = try await prepared(request, loaded) { view in
            RenderedAnswer(status: 200, version: view.summary.version, body: [])
        }
    }

    /// True when committed; false when somebody else was first and the command has to be decided again.
    private func commit(_ change: Change, of request: CommandRequest) async throws(UseCaseError) -> Bool {
        do throws(StoreError) {
            try await projects.commit(change)
            return true
        } catch {
            switch error {
            case .conflict, .keyUsed: return false
            case .constraint(let name, let message):
                throw await foreseen(name, message, change: change, request: request)
            case .outcomeUnknown, .unavailable, .overloaded, .corrupt: throw .store(error)
            }
        }
    }

    private func load(_ request: CommandRequest) async throws(UseCaseError) -> Loaded {
        let found: Loaded?
        do throws(StoreError) {
            switch request.target {
            case .project(let id): found = try await projects.load(id, key: request.key)
            case .draft(let town, let unit):
                let year = Int32((request.effectiveOn ?? clock.now().civilDate).year)
                found = try await projects.loadForDraft(town: town, unit: unit, year: year, key: request.key)
            }
        } catch { throw .store(error) }
        guard let found else { throw .notFound }
        return found
    }

    private static func replayed(_ stored: StoredAnswer, _ key: RequestKey?) throws(UseCaseError) -> RenderedAnswer {
        guard stored.fingerprint == key?.fingerprint else { throw .keyReused }
        return RenderedAnswer(status: stored.status, version: stored.version, body: stored.body)
    }

    private static func checkVersion(_ request: CommandRequest, _ loaded: Loaded) throws(UseCaseError) {
        guard let expected = request.expectedVersion, let project = loaded.project else { return }
        guard expected == project.version else { throw .stale(current: project.version) }
    }

    /// A named rule of the database refused what the core had let pass on an older picture: say it in the core's words.
    private func foreseen(
        _ rule: String, _ message: String, change: Change, request: CommandRequest
    ) async -> UseCaseError {
        // Taken back between the look and the commit.
        if rule == "file_withdrawn" { return .file(.fileUnknown("")) }
        let refusal: Refusal
        switch (rule, request.command) {
        case ("award_within_fund", .award(let award)):
            let free = (try? await projects.load(change.after.id, key: nil))?.fund?.balance.free
            refusal = .fundExhausted(award.amount, free: free ?? .zero)
        case ("award_within_fund", .decideAmendment):
            let free = (try? await projects.load(change.after.id, key: nil))?.fund?.balance.free
            refusal = .fundExhausted(change.after.money.awarded, free: free ?? .zero)
        case ("fund_year_open", _): refusal = .fundYearClosed(Int(change.after.money.fundYear ?? change.after.id.year))
        case ("invoice_used_once", .disburse(let payment)): refusal = .invoiceReused(payment.invoice ?? "")
        case ("invoice_used_once", .correctPayment(let correction)):
            refusal = .invoiceReused(correction.payment.invoice ?? "")
        case ("invoice_used_once", .returnRetention(let back)): refusal = .invoiceReused(back.payment.invoice ?? "")
        case (_, _): return .databaseRefused(rule: rule, message: message)
        }
        await record(refusal, request, change.after.id)
        return .refused(refusal)
    }
}
