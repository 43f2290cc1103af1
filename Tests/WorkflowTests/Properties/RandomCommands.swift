import Seeds
import Workflow

/// Random people asking for random things: mostly sensible, often not.
struct RandomCommands {
    var random: SplitMix64
    let people: [Person]

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        people = (1...9).map { number in
            // A small town: some hold one office, some several, one holds them all.
            let roles = number == 9 ? Role.allCases : Role.allCases.filter { _ in random.chance(30) }
            return Cast.person(Int32(200 + number), "人\(number)", roles)
        }
        self.random = random
    }

    /// A command that has a chance in this state most of the time, from somebody who may ask for it most of the time.
    mutating func next(_ story: Story) -> (person: Person, command: Command) {
        let kind = kind(story.project?.state)
        let able = people.filter { person in kind.permitted.contains { person.holds($0, on: story.day) } }
        let person = able.isEmpty || random.chance(10) ? random.pick(people) : random.pick(able)
        return (person, command(kind, story, person))
    }

    /// Mostly the step that leads on, so that histories get somewhere; seldom one that ends them; sometimes anything.
    private mutating func kind(_ state: State?) -> Command.Kind {
        if random.chance(10) { return random.pick(Command.Kind.allCases) }
        guard let state else { return .draft }
        let ends: Set<Command.Kind> = [.withdraw, .decline, .terminate]
        let onward: Set<Command.Kind> = [
            .submit, .admit, .verify, .award, .concludeNotice, .recordStart, .requestInspection, .accept, .resume,
            .settle, .closeOut,
        ]
        let possible = state.commands.sorted { $0.rawValue < $1.rawValue }
        // Closing needs the rest to be paid, so paying leads on there.
        let leading = possible.filter(onward.contains) + (state == .completed ? [.disburse] : [])
        if !leading.isEmpty, random.chance(45) { return random.pick(leading) }
        let usual = possible.filter { !ends.contains($0) }
        return random.pick(usual.isEmpty || random.chance(4) ? possible + [.reopen] : usual)
    }

    private mutating func command(_ kind: Command.Kind, _ story: Story, _ person: Person) -> Command {
        switch kind {
        case .draft: .draft(application())
        case .edit: .edit(application())
        case .endorse: .endorse(Endorsement(amount: amount(500_000)))
        case .award: .award(Award(amount: random.chance(60) ? asked(story) : amount(600_000)))
        case .resolveObjection:
            .resolveObjection(ObjectionRuling(objection: random.below(4), upheld: random.chance(40), reason: words()))
        case .recordStart: .recordStart(Start(contractor: words(), contractAmount: amount(500_000), basis: words()))
        case .reportProgress: .reportProgress(ProgressReport(milestone: random.pick(Milestone.allCases)))
        case .requestAmendment: .requestAmendment(Amendment(amount: amount(550_000), reason: words()))
        case .decideAmendment: .decideAmendment(AmendmentRuling(approved: random.chance(80), reason: words()))
        case .extend:
            .extend(Extension(newDueOn: story.day.adding(days: random.below(90) - 10), reason: words()))
        case .accept: .accept(acceptance(person, story))
        case .disburse:
            .disburse(
                Payment(
                    amount: payable(story), payee: words(), invoice: random.chance(50) ? "\(random.below(5))" : nil,
                    voucher: words()))
        case .settle: .settle(settled(story))
        case .correctPayment:
            .correctPayment(
                PaymentCorrection(
                    number: 1 + random.below(3),
                    payment: Payment(
                        amount: payable(story), payee: "·", invoice: random.chance(50) ? "\(random.below(5))" : nil,
                        voucher: words()), reason: words()))
        case .returnRetention:
            .returnRetention(
                RetentionReturn(
                    payment: Payment(
                        amount: random.chance(60) ? story.project?.money.retention?.amount ?? .zero : amount(3_000),
                        payee: words(), voucher: words()), deductionReason: random.chance(50) ? words() : nil))
        case .recordReceipt:
            .recordReceipt(SourceReceipt(source: random.below(3), amount: amount(20_000), evidence: words()))
        case .recordSpending:
            .recordSpending(
                SourceSpending(source: random.below(3), amount: amount(20_000), payee: words(), voucher: words()))
        case .recover: .recover(Recovery(amount: amount(50_000), reason: words()))
        case .clearBlocker: .clearBlocker(BlockerCleared(blocker: random.below(4), words: words()))
        case .terminate:
            .terminate(Termination(reason: words(), writeDownReason: random.chance(50) ? words() : nil))
        case .submit, .admit, .verify, .return, .decline, .object, .concludeNotice, .suspend, .resume,
            .requestInspection, .demandRectification, .carryForward, .sweep, .closeOut, .reopen, .withdraw,
            .raiseBlocker, .consult,
            .decideConsultation, .adjournConsultation, .dispatch, .signDispatch, .answerDispatch, .recomputeDue,
            .chase, .comment:
            Samples.command(kind, in: story, by: person)
        }
    }

    private mutating func words() -> String { random.chance(95) ? "·" : "　" }

    private mutating func asked(_ story: Story) -> Money { story.project?.application.requested ?? .zero }

    /// Up to so many yuan, down to the fen; now and then nothing at all or nonsense.
    private mutating func amount(_ yuan: Int) -> Money {
        switch random.below(20) {
        case 0: .zero
        case 1: Money(fen: -Int64(random.below(1_000)))
        case 2: Money(fen: random.chance(50) ? .max : .min)
        case _: Money(fen: Int64(random.below(yuan * 100)))
        }
    }

    /// What is still held, or any amount.
    private mutating func payable(_ story: Story) -> Money {
        guard let held = story.project?.money.encumbered, random.chance(50) else { return amount(200_000) }
        return held
    }

    private mutating func settled(_ story: Story) -> Settlement {
        let actual = settlement(story)
        let isKept = random.chance(40)
        return Settlement(
            actual: actual, words: words(), totalCost: random.chance(80) ? amount(600_000) : nil,
            retained: isKept ? Money(fen: actual.fen / Int64(20 + random.below(30))) : nil,
            retainedUntil: isKept ? story.day.adding(days: random.below(40)) : nil)
    }

    private mutating func settlement(_ story: Story) -> Money {
        guard let money = story.project?.money, random.chance(80) else { return amount(500_000) }
        return money.outstanding + Money(fen: money.encumbered.fen / Int64(1 + random.below(3)))
    }

    private mutating func application() -> Application {
        if random.chance(15) { return Papers.application }
        return Papers.application(asking: random.chance(10) ? .zero : Money(fen: Int64(random.below(52_000_000))))
    }

    /// Most panels are properly made up; some are anybody.
    private mutating func acceptance(_ person: Person, _ story: Story) -> Acceptance {
        let barred = story.project?.duties.barredFromPanel ?? []
        let proper = people.filter { $0.holds(.panelMember, on: story.day) && !barred.contains($0.id) }
        let others = random.chance(80) ? proper : [random.pick(people), random.pick(people)]
        var acceptance = Papers.acceptance(by: [person] + others)
        if random.chance(10) { acceptance.quantities = [] }
        acceptance.satisfaction = Satisfaction(
            satisfied: random.below(20), basicallySatisfied: random.below(5), dissatisfied: random.below(15))
        return acceptance
    }
}
