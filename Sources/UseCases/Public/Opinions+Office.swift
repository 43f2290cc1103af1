public import Workflow

/// What the office does with opinions.
extension Opinions {
    /// A page of the register. A secretary sees what they wrote down themselves: what is said of a village is not
    /// shown to the one it may be about.
    public func list(_ query: OpinionQuery, for person: Person) async throws(UseCaseError) -> [Opinion] {
        var query = query
        query.town = person.town
        query.by = try scope(person)
        return try await stored { try await store.opinions(query) }
    }

    public func status(_ number: Int32, for person: Person) async throws(UseCaseError) -> OpinionStatus {
        let mine = try scope(person)
        guard let opinion = try await stored({ try await store.opinion(number, town: person.town) }),
            mine == nil || opinion.by == mine
        else { throw .notFound }
        let steps = try await stored { try await store.steps(of: number, town: person.town) }
        return OpinionStatus(opinion: opinion, steps: steps, projects: [])
    }

    public func opinions(of project: ProjectID, for person: Person) async throws(UseCaseError) -> [Opinion] {
        guard person.town == project.town else { throw .notFound }
        let mine = try scope(person)
        return try await stored { try await store.opinions(of: project) }.filter { mine == nil || $0.by == mine }
    }

    /// Links, unlinks, answers or declines.
    ///
    /// - Parameter seen: steps of the opinion the person saw; nil for as many as there are.
    public func take(
        _ kind: OpinionStep.Kind, _ number: Int32, words: String, project: ProjectID?, seen: Int?, by person: Person
    ) async throws(UseCaseError) -> OpinionStatus {
        guard person.may(.handleOpinion, on: clock.now().civilDate) else { throw .writeRefused }
        let status = try await status(number, for: person)
        guard words.unicodeScalars.count <= Self.wordsLimit else { throw .opinion(.tooLong) }
        if kind.namesProject {
            guard let project else { throw .opinion(.projectMissing) }
            guard project.town == person.town, try await stored({ try await projects.record(of: project) }) != nil
            else { throw .opinion(.projectUnknown) }
        } else if !words.contains(where: { !$0.isWhitespace }) {
            throw .opinion(.wordsMissing)
        }
        if kind == .registered { try await object(status.opinion, by: person) }
        try await append(
            NewOpinionStep(
                town: person.town, opinion: number, step: (seen ?? status.opinion.steps) + 1, kind: kind, words: words,
                project: kind.namesProject ? project : nil, by: person.id, at: clock.now()))
        return try await self.status(number, for: person)
    }

    private func append(_ step: NewOpinionStep) async throws(UseCaseError) {
        do throws(StoreError) { try await store.take(step) } catch {
            switch error {
            case .constraint("opinion_is_current", _), .constraint("opinion_step_once", _): throw .opinion(.stale)
            case let error: throw .store(error)
            }
        }
    }

    /// Enters an objection into the log of its project, without who made it. The key makes it one entry, however
    /// often this is tried.
    private func object(_ opinion: Opinion, by person: Person) async throws(UseCaseError) {
        guard opinion.kind == .objection, let project = opinion.project else { throw .opinion(.notAnObjection) }
        let words = "\(opinion.words)（回执\(opinion.receipt.suffix(4))）"
        let key = RequestKey(
            town: person.town, person: person.id, key: "opinion-\(opinion.number)-objection",
            fingerprint: secrets.sha256(Array(words.utf8)))
        _ = try await desk.perform(
            CommandRequest(
                by: person, target: .project(project), command: .object(Objection(words: words)), key: key)
        ) { view in RenderedAnswer(status: 200, version: view.summary.version, body: []) }
    }

    /// The name and telephone behind an opinion: for those who have to call back, with a reason that is kept.
    public func identity(
        of number: Int32, reason: String, by person: Person
    ) async throws(UseCaseError) -> Identity {
        guard person.may(.readIdentity, on: clock.now().civilDate) else { throw .writeRefused }
        _ = try await status(number, for: person)
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .opinion(.reasonMissing) }
        guard let found = try await stored({ try await store.sealedIdentity(of: number, town: person.town) }) else {
            throw .opinion(.noIdentity)
        }
        // Noted before it is opened: what cannot be noted is not read.
        try await audit.note(.sealedRead, by: person, "identity of opinion \(number)", detail: reason)
        guard let bytes = sealer.unseal(found.sealed, about: found.receipt), let identity = Identity(bytes) else {
            throw .file(.storage("the identity of opinion \(number) was sealed under another key, or changed"))
        }
        return identity
    }

    /// Whose opinions this person sees: nil for all of the town.
    private func scope(_ person: Person) throws(UseCaseError) -> PersonID? {
        let today = clock.now().civilDate
        guard person.mayRead(.opinions, in: person.town, on: today) else { throw .readRefused(.opinions) }
        let seesAll = ReadOperation.opinions.permitted.contains { $0 != .secretary && person.holds($0, on: today) }
        return seesAll ? nil : person.id
    }
}
