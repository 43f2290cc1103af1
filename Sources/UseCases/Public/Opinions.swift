public import Workflow

/// The register of what residents say: entering with or without signing in, and what the office does about it.
public struct Opinions: Sendable {
    let store: any OpinionStore
    let board: PublicBoard
    let directory: Directory
    let projects: any ProjectStore
    let desk: Desk
    let sealer: any Sealer
    let audit: AuditLog
    let secrets: any Secrets
    let clock: any WallClock

    public init(
        store: any OpinionStore, board: PublicBoard, directory: Directory, projects: any ProjectStore, desk: Desk,
        sealer: any Sealer, audit: AuditLog, secrets: any Secrets, clock: any WallClock
    ) {
        self.store = store
        self.board = board
        self.directory = directory
        self.projects = projects
        self.desk = desk
        self.sealer = sealer
        self.audit = audit
        self.secrets = secrets
        self.clock = clock
    }

    /// What somebody wrote into the form.
    public struct Draft: Sendable {
        public var kind = OpinionKind.opinion
        public var channel = OpinionChannel.scan
        public var unit: UnitID?
        public var project: ProjectID?
        public var words = ""
        public var place = ""
        public var raisedOn: CivilDate?
        public var name = ""
        public var phone = ""
        /// Of the form: sent twice, it is entered once.
        public var key = ""

        public init() {}
    }

    static let wordsLimit = 1000
    static let placeLimit = 100

    /// A resident's own, without signing in.
    public func enter(_ draft: Draft, town: TownID) async throws(UseCaseError) -> Opinion {
        try await enter(draft, town: town, by: nil)
    }

    /// On a resident's behalf, by whoever heard it.
    public func enter(_ draft: Draft, by person: Person) async throws(UseCaseError) -> Opinion {
        guard person.may(.enterOpinion, on: clock.now().civilDate) else { throw .writeRefused }
        return try await enter(draft, town: person.town, by: person.id)
    }

    private func enter(_ draft: Draft, town: TownID, by person: PersonID?) async throws(UseCaseError) -> Opinion {
        let identity = try await checked(draft, town)
        let receipt = Receipt.text(secrets.sha256(Array(secrets.randomToken().utf8)))
        let sealed = identity.map { identity in
            SealedIdentity(
                sealed: sealer.seal(identity.bytes, about: receipt), maskedName: identity.maskedName,
                maskedPhone: identity.maskedPhone)
        }
        let now = clock.now()
        let new = NewOpinion(
            town: town, receipt: receipt, key: draft.key, kind: draft.kind, channel: draft.channel, unit: draft.unit,
            project: draft.project, words: draft.words, place: draft.place,
            raisedOn: min(draft.raisedOn ?? now.civilDate, now.civilDate), receivedAt: now, by: person,
            identity: sealed)
        return try await stored { try await store.enter(new) }
    }

    /// Says what is wrong with it; gives the identity where one was left.
    private func checked(_ draft: Draft, _ town: TownID) async throws(UseCaseError) -> Identity? {
        guard draft.words.contains(where: { !$0.isWhitespace }) else { throw .opinion(.nothingSaid) }
        guard draft.words.unicodeScalars.count <= Self.wordsLimit, draft.place.unicodeScalars.count <= Self.placeLimit
        else { throw .opinion(.tooLong) }
        if let unit = draft.unit {
            let units = try await directory.units(of: town, on: clock.now().civilDate)
            guard units.contains(where: { $0.place.unit == unit }) else { throw .opinion(.unitUnknown) }
        }
        if let project = draft.project {
            // What is not published does not exist for those who are not signed in, nor for what they will see.
            guard project.town == town, let found = try await board.find(project) else {
                throw .opinion(.projectUnknown)
            }
            guard draft.kind == .opinion || found.state == .onNotice else { throw .opinion(.notOnNotice) }
        } else if draft.kind == .objection {
            throw .opinion(.projectUnknown)
        }
        do throws(OpinionRefusal) { return try Identity(name: draft.name, phone: draft.phone) } catch {
            throw .opinion(error)
        }
    }

    /// The fate of what was entered under a receipt.
    public func fate(receipt: String) async throws(UseCaseError) -> OpinionStatus {
        let plain = Receipt.cleaned(receipt)
        guard Receipt.isOne(plain), let opinion = try await stored({ try await store.opinion(receipt: plain) }) else {
            throw .notFound
        }
        let steps = try await stored { try await store.steps(of: opinion.number, town: opinion.town) }
        var published: [PublicProject] = []
        for id in OpinionStep.links(of: opinion, steps) {
            if let project = try await board.find(id) { published.append(project) }
        }
        return OpinionStatus(opinion: opinion, steps: steps, projects: published)
    }
}

/// An opinion with what became of it, and the published ones of the projects it led to.
public struct OpinionStatus: Sendable {
    public let opinion: Opinion
    public let steps: [OpinionStep]
    public let projects: [PublicProject]

    public init(opinion: Opinion, steps: [OpinionStep] = [], projects: [PublicProject] = []) {
        self.opinion = opinion
        self.steps = steps
        self.projects = projects
    }
}

extension OpinionStep {
    /// The projects an opinion is linked with now: what it is about, and what it was linked with and not unlinked.
    public static func links(of opinion: Opinion, _ steps: [OpinionStep]) -> [ProjectID] {
        var links = opinion.project.map { [$0] } ?? []
        for step in steps {
            guard let project = step.project else { continue }
            links.removeAll { $0 == project && (step.kind == .unlinked || step.kind == .linked) }
            if step.kind == .linked || step.kind == .registered && !links.contains(project) { links.append(project) }
        }
        return links
    }
}

/// The number a resident takes home: ten characters that nobody mistakes for another, read in two groups.
public enum Receipt {
    private static let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

    /// Fifty of the hash's bits.
    static func text(_ hash: [UInt8]) -> String {
        var bits = hash.prefix(7).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var text: [UInt8] = []
        for _ in 0..<10 {
            text.append(letters[Int(bits & 31)])
            bits >>= 5
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// As people type it: in lower case, with spaces and dashes.
    static func cleaned(_ typed: String) -> String {
        String(typed.uppercased().unicodeScalars.filter { $0 != " " && $0 != "-" && $0 != "－" }.map(Character.init))
    }

    static func isOne(_ text: String) -> Bool { text.utf8.count == 10 && text.utf8.allSatisfy(letters.contains) }

    /// ABCDE-FGHJK
    public static func grouped(_ receipt: String) -> String { "\(receipt.prefix(5))-\(receipt.dropFirst(5))" }
}
