import Synchronization
import UseCases
import Workflow

/// Opinions and the public board in memory. The board is given everything there is, so that what the edge leaves out
/// it leaves out by the core's rule and not by the database's.
extension MemoryStore: OpinionStore, PublicStore {
    func publicTowns() async throws(StoreError) -> [Town] {
        [
            Town(
                id: Self.town, name: "云岭镇", county: "清江县", numberPrefix: "云书办", programme: "书记立办", policyVersion: 1)
        ]
    }

    func published(_ query: PublicQuery) async throws(StoreError) -> [PublishedRow] {
        content.withLock { content in
            content.rows.values.filter { row in
                row.project.id.town == query.town && query.unit.map { $0 == row.project.place.unit } ?? true
                    && query.state.map { $0 == row.project.state } ?? true
                    && query.before.map { row.project.id < $0 } ?? true
            }
            .sorted { $1.project.id < $0.project.id }.prefix(query.limit)
            .map { PublishedRow(project: $0.project, labels: $0.labels, photos: content.files[$0.project.id] ?? []) }
        }
    }

    func published(_ id: ProjectID) async throws(StoreError) -> PublishedRow? {
        content.withLock { content in
            content.rows[id].map {
                PublishedRow(project: $0.project, labels: $0.labels, photos: content.files[id] ?? [])
            }
        }
    }

    func enter(_ opinion: NewOpinion) async throws(StoreError) -> Opinion {
        content.withLock { content in
            if let old = content.opinions.first(where: { $0.key == opinion.key }) { return content.seen(old) }
            content.opinions.append(opinion)
            return content.seen(opinion)
        }
    }

    func opinion(_ number: Int32, town: TownID) async throws(StoreError) -> Opinion? {
        content.withLock { content in
            guard town == Self.town, content.opinions.indices.contains(Int(number) - 1) else { return nil }
            return content.seen(content.opinions[Int(number) - 1])
        }
    }

    func opinion(receipt: String) async throws(StoreError) -> Opinion? {
        content.withLock { content in content.opinions.first { $0.receipt == receipt }.map { content.seen($0) } }
    }

    func opinions(_ query: OpinionQuery) async throws(StoreError) -> [Opinion] {
        content.withLock { content in
            content.opinions.reversed().map { content.seen($0) }.filter { opinion in
                opinion.town == query.town && query.by.map { $0 == opinion.by } ?? true
                    && query.fate.map { $0 == opinion.fate } ?? true
                    && query.before.map { opinion.number < $0 } ?? true
            }
        }
    }

    func opinions(of project: ProjectID) async throws(StoreError) -> [Opinion] {
        content.withLock { content in
            content.opinions.map { content.seen($0) }.filter { opinion in
                OpinionStep.links(of: opinion, content.steps[opinion.number] ?? []).contains(project)
            }
        }
    }

    func steps(of number: Int32, town: TownID) async throws(StoreError) -> [OpinionStep] {
        content.withLock { $0.steps[number] ?? [] }
    }

    func take(_ step: NewOpinionStep) async throws(StoreError) {
        let isNext = content.withLock { content in
            guard content.steps[step.opinion]?.count ?? 0 == step.step - 1 else { return false }
            content.steps[step.opinion, default: []].append(
                OpinionStep(
                    step: step.step, kind: step.kind, words: step.words, project: step.project, by: step.by,
                    byName: "经办", at: step.at))
            return true
        }
        guard isNext else { throw .constraint(name: "opinion_is_current", message: "") }
    }

    func sealedIdentity(
        of number: Int32, town: TownID
    ) async throws(StoreError) -> (receipt: String, sealed: [UInt8])? {
        content.withLock { content in
            let opinion = content.opinions[Int(number) - 1]
            return opinion.identity.map { (opinion.receipt, $0.sealed) }
        }
    }
}

extension MemoryStore.Content {
    fileprivate func seen(_ opinion: NewOpinion) -> Opinion {
        let number = Int32((opinions.firstIndex { $0.receipt == opinion.receipt } ?? 0) + 1)
        let steps = steps[number] ?? []
        let said = steps.last { $0.kind == .answered || $0.kind == .declined || $0.kind == .registered }
        let fate = said.flatMap { OpinionFate(rawValue: $0.kind.rawValue) } ?? (steps.isEmpty ? .received : .linked)
        return Opinion(
            town: opinion.town, number: number, receipt: opinion.receipt, kind: opinion.kind, channel: opinion.channel,
            unit: opinion.unit, unitName: nil, project: opinion.project, words: opinion.words, place: opinion.place,
            raisedOn: opinion.raisedOn, receivedAt: opinion.receivedAt, by: opinion.by,
            hasIdentity: opinion.identity != nil, maskedName: opinion.identity?.maskedName,
            maskedPhone: opinion.identity?.maskedPhone, steps: steps.count, fate: fate)
    }
}
