import Workflow

/// Takes a message to its recipient; implemented outside on real networks.
public protocol Courier: Sendable {
    /// - Throws: `Undelivered` with what the other side or the network said.
    func carry(_ delivery: Delivery, document: DeliveryDocument?) async throws(Undelivered)
}

/// Why a message did not arrive.
public struct Undelivered: Error, Hashable, Sendable {
    /// In the other side's words, without secrets.
    public let problem: String
    /// Whether trying again is of no use.
    public let isFinal: Bool

    public init(_ problem: String, isFinal: Bool = false) {
        self.problem = problem
        self.isFinal = isFinal
    }
}

/// Hands notices on to their recipients and sees to it that they arrive, each at least once under one key.
///
/// Any number of servers may do this at the same time: a message is in one pair of hands at a time (a lease), and only
/// the last to claim it says what became of it.
public struct Deliveries: Sendable {
    let store: any DeliveryStore
    let courier: any Courier
    let clock: any WallClock

    public init(store: any DeliveryStore, courier: any Courier, clock: any WallClock) {
        self.store = store
        self.courier = courier
        self.clock = clock
    }

    /// What one round did.
    public struct Round: Hashable, Sendable {
        public var handedOn = 0
        public var sent = 0
        public var failed = 0
        public var givenUp = 0

        public init() {}

        public var isIdle: Bool { handedOn == 0 && sent == 0 && failed == 0 && givenUp == 0 }
    }

    /// Hands waiting notices on, then sends what is due, a few at a time.
    public func round() async throws(UseCaseError) -> Round {
        var round = Round()
        round.handedOn = try await handOn()
        let due = try await stored {
            try await store.claim(limit: Self.portion, leaseSeconds: Self.leaseSeconds)
        }
        let outcomes = await withTaskGroup(of: Result<Round, UseCaseError>.self) { group in
            var outcomes: [Result<Round, UseCaseError>] = []
            for (index, delivery) in due.enumerated() {
                if index >= Self.atOnce, let outcome = await group.next() { outcomes.append(outcome) }
                group.addTask { await self.send(delivery) }
            }
            for await outcome in group { outcomes.append(outcome) }
            return outcomes
        }
        for outcome in outcomes {
            let one = try outcome.get()
            round.sent += one.sent
            round.failed += one.failed
            round.givenUp += one.givenUp
        }
        return round
    }

    /// Removes what has had its time: messages after 90 days, answers under request keys after 30.
    public func clean() async throws(UseCaseError) -> Int {
        let now = clock.now()
        return try await stored {
            try await store.clean(
                messagesBefore: now.adding(seconds: -90 * 86_400), keysBefore: now.adding(seconds: -30 * 86_400))
        }
    }

    private func handOn() async throws(UseCaseError) -> Int {
        let notices = try await stored { try await store.unsentNotices(limit: Self.notices) }
        if notices.isEmpty { return 0 }
        var recipients: [TownID: [Recipient]] = [:]
        for town in Set(notices.map(\.place.town)) {
            recipients[town] = try await stored { try await store.recipients(town: town) }
        }
        let messages = notices.flatMap { notice in
            (recipients[notice.place.town] ?? []).filter { $0.terms.takes(notice) }.map { recipient in
                NewDelivery(
                    town: notice.place.town, recipient: recipient.id, effect: "notice-\(notice.id)",
                    subject: notice.headline, body: notice.words, project: notice.project)
            }
        }
        try await stored { try await store.handOn(messages, of: notices) }
        return messages.count
    }

    private func send(_ delivery: Delivery) async -> Result<Round, UseCaseError> {
        var round = Round()
        do throws(UseCaseError) {
            var document: DeliveryDocument?
            if let id = delivery.document {
                document = try await stored { try await store.document(id, town: delivery.town) }
            }
            do throws(Undelivered) {
                try await courier.carry(delivery, document: document)
            } catch {
                let isFinal = error.isFinal || delivery.attempt >= Self.mostAttempts
                try await stored {
                    try await store.fail(
                        delivery, problem: String(error.problem.prefix(300)),
                        retryInSeconds: Self.pause(after: delivery.attempt), isFinal: isFinal)
                }
                if isFinal { round.givenUp = 1 } else { round.failed = 1 }
                return .success(round)
            }
            try await stored { try await store.settle(delivery) }
            round.sent = 1
            return .success(round)
        } catch { return .failure(error) }
    }

    /// Half a minute, doubled each time, at most six hours: a server that is down over a night costs a few attempts.
    static func pause(after attempt: Int) -> Int { min(30 << min(max(attempt, 1) - 1, 20), 6 * 3600) }

    /// 8.5 hours of doubling and five pauses of six hours: a server may be away for a night and a day.
    static let mostAttempts = 16
    /// Longer than the courier's own limit of 60 s, so that nobody else takes what is still under way.
    static let leaseSeconds = 120
    /// Within one lease `portion` messages pass `atOnce` at a time only when each takes 24 s at most; what takes longer
    /// may be repeated, under its key.
    private static let portion = 20
    private static let atOnce = 4
    private static let notices = 200
}
