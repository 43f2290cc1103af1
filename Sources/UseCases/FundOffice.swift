public import Workflow

/// The one door for what is done to a fund itself: opening, instalments, corrections, sweeping, closing, reopening.
///
/// Every act has a permission, a reason and a day, and stays in the ledger. What projects do to the fund goes through
/// `Desk`.
public struct FundOffice: Sendable {
    let store: any FundOfficeStore & FundStore
    let directory: Directory
    let clock: any WallClock

    public init(store: any FundOfficeStore & FundStore, directory: Directory, clock: any WallClock) {
        self.store = store
        self.directory = directory
        self.clock = clock
    }

    /// Opens a fund without money.
    public func open(
        programme: String, year: Int32, reason: String, by person: Person
    ) async throws(UseCaseError) -> FundState {
        let act = try act(.openFund, reason, person)
        let thisYear = Int32(act.on.year)
        guard (thisYear - 10...thisYear + 1).contains(year) else { throw .fundRefused(.yearOutOfRange(year)) }
        guard try await directory.policies().contains(where: { $0.programme == programme }) else {
            throw .fundRefused(.programmeUnknown(programme))
        }
        let funds = try await stored { try await store.funds(town: person.town) }
        guard !funds.contains(where: { $0.programme == programme && $0.year == year }) else {
            throw .fundRefused(.fundExists)
        }
        let fund = NewFund(town: person.town, programme: programme, year: year)
        let id = try await stored { try await store.open(fund, act) }
        return try await self.fund(id, person.town)
    }

    /// 指标下达: one instalment of the year's money.
    public func appropriate(
        _ amount: Money, to fund: FundID, reason: String, by person: Person
    ) async throws(UseCaseError) -> FundState {
        let act = try act(.appropriate, reason, person)
        try check(amount)
        _ = try await opened(fund, person.town)
        return try await post([FundMovement(Movement(.appropriate, amount))], fund, act, person)
    }

    /// 更正: takes a movement of the fund itself back as a whole, and posts what is right in its place.
    ///
    /// - Parameter amount: what is right; nil where there was no such movement.
    public func correct(
        _ number: Int64, to amount: Money?, in fund: FundID, reason: String, by person: Person
    ) async throws(UseCaseError) -> FundState {
        let act = try act(.correctFund, reason, person)
        if let amount { try check(amount) }
        let state = try await opened(fund, person.town)
        let wrong = try await line(number, fund, person.town)
        guard let wrong, !wrong.movement.isReversal else { throw .fundRefused(.movementUnknown(number)) }
        guard wrong.project == nil else { throw .fundRefused(.movementOfProject(number)) }
        let made = try await stored { try await store.correction(of: number, fund: fund, town: person.town) }
        guard made == nil else { throw .fundRefused(.correctedAlready(number)) }
        let kind = wrong.movement.kind
        var movements = [
            FundMovement(Movement(kind, wrong.movement.amount, isReversal: true), corrects: number)
        ]
        if let amount { movements.append(FundMovement(Movement(kind, amount))) }
        // In the end only, or a correction upwards would be refused for the moment between its two movements.
        let after = movements.reduce(state.balance) { $0.after($1.movement) }
        guard after.free >= .zero else {
            throw .fundRefused(.exceedsFree(wrong.movement.amount - (amount ?? .zero), free: state.balance.free))
        }
        // What comes in first lets no balance fall below zero on the way.
        if kind == .appropriate { movements.reverse() }
        return try await post(movements, fund, act, person)
    }

    /// 统筹收回: free money back to the treasury; all of it where no amount is named.
    public func sweep(
        _ amount: Money?, of fund: FundID, reason: String, by person: Person
    ) async throws(UseCaseError) -> FundState {
        let act = try act(.sweepFund, reason, person)
        let state = try await opened(fund, person.town)
        let swept = amount ?? state.balance.free
        try check(swept)
        guard swept <= state.balance.free else {
            throw .fundRefused(.exceedsFree(swept, free: state.balance.free))
        }
        return try await post([FundMovement(Movement(.sweep, swept))], fund, act, person)
    }

    /// Closes the year: nothing is held and nothing left.
    public func close(_ fund: FundID, reason: String, by person: Person) async throws(UseCaseError) -> FundState {
        let act = try act(.closeYear, reason, person)
        let state = try await opened(fund, person.town)
        guard state.balance.encumbered == .zero else { throw .fundRefused(.moneyHeld(state.balance.encumbered)) }
        guard state.balance.free == .zero else { throw .fundRefused(.moneyLeft(state.balance.free)) }
        return try await mark(.close, state, act)
    }

    /// Opens a closed year again; from then on money moves as before.
    public func reopen(_ fund: FundID, reason: String, by person: Person) async throws(UseCaseError) -> FundState {
        let act = try act(.reopenYear, reason, person)
        let state = try await self.fund(fund, person.town)
        guard state.closedOn != nil else { throw .fundRefused(.yearNotClosed(state.year)) }
        return try await mark(.reopen, state, act)
    }
}

extension FundOffice {
    private func act(
        _ operation: WriteOperation, _ reason: String, _ person: Person
    ) throws(UseCaseError) -> FundAct {
        let now = clock.now()
        guard person.may(operation, on: now.civilDate) else { throw .fundRefused(.notPermitted(operation)) }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .fundRefused(.reasonMissing) }
        return FundAct(by: person.id, reason: reason, on: now.civilDate, at: now)
    }

    private func check(_ amount: Money) throws(UseCaseError) {
        guard Money.checked(fen: amount.fen) != nil, amount > .zero else { throw .fundRefused(.amountOutOfRange) }
    }

    private func fund(_ id: FundID, _ town: TownID) async throws(UseCaseError) -> FundState {
        guard let fund = try await stored({ try await store.fund(id, town: town) }) else {
            throw .fundRefused(.fundMissing)
        }
        return fund
    }

    private func opened(_ id: FundID, _ town: TownID) async throws(UseCaseError) -> FundState {
        let state = try await fund(id, town)
        guard state.closedOn == nil else { throw .fundRefused(.yearClosed(state.year)) }
        return state
    }

    private func line(_ number: Int64, _ fund: FundID, _ town: TownID) async throws(UseCaseError) -> LedgerLine? {
        guard number > 0 else { return nil }
        return try await stored { try await store.movements(fund: fund, town: town, after: number - 1, limit: 1) }
            .first { $0.number == number }
    }

    private func post(
        _ movements: [FundMovement], _ fund: FundID, _ act: FundAct, _ person: Person
    ) async throws(UseCaseError) -> FundState {
        do throws(StoreError) {
            try await store.post(movements, to: fund, town: person.town, act)
        } catch { throw try await foreseen(error, movements, fund, person.town) }
        return try await self.fund(fund, person.town)
    }

    private func mark(_ mark: FundMark, _ state: FundState, _ act: FundAct) async throws(UseCaseError) -> FundState {
        do throws(StoreError) {
            try await store.mark(mark, state.id, town: state.town, act)
        } catch { throw try await foreseen(error, [], state.id, state.town) }
        return try await fund(state.id, state.town)
    }

    /// A rule of the database found what had changed since: said in the office's words.
    private func foreseen(
        _ error: StoreError, _ movements: [FundMovement], _ fund: FundID, _ town: TownID
    ) async throws(UseCaseError) -> UseCaseError {
        guard case .constraint(let rule, _) = error else { return .store(error) }
        let state = try await self.fund(fund, town)
        switch rule {
        case "fund_year_open": return .fundRefused(.yearClosed(state.year))
        case "fund_year_closed": return .fundRefused(.yearNotClosed(state.year))
        case "award_within_fund", "appropriation_not_negative":
            let amount = movements.map(\.movement.amount).max() ?? .zero
            return .fundRefused(.exceedsFree(amount, free: state.balance.free))
        case "movement_corrected_once":
            return .fundRefused(.correctedAlready(movements.compactMap(\.corrects).first ?? 0))
        case "closed_year_empty":
            let held = state.balance.encumbered
            return .fundRefused(held > .zero ? .moneyHeld(held) : .moneyLeft(state.balance.free))
        case _: return .databaseRefused(rule: rule, message: "")
        }
    }
}
