import Postgres
import TestSupport
import Testing

@testable import Store
@testable import UseCases
@testable import Workflow

/// The register of opinions in the database: entered once, linked many to many, handled on a fresh picture only.
struct OpinionTests {
    private static func opinion(
        _ journey: Journey, key: String, receipt: String, project: ProjectID? = nil, name: String? = "张**"
    ) throws -> NewOpinion {
        NewOpinion(
            town: journey.town.id, receipt: receipt, key: key, kind: project == nil ? .opinion : .objection,
            channel: .scan, unit: journey.town.units[0].place.unit, project: project, words: "路灯坏了", place: "桥头",
            raisedOn: Journey.day, receivedAt: Journey.now, by: nil,
            identity: name.map { SealedIdentity(sealed: [1, 2, 3], maskedName: $0, maskedPhone: "138****1234") })
    }

    private static func step(
        _ journey: Journey, _ opinion: Int32, _ number: Int, _ kind: OpinionStep.Kind, _ project: ProjectID? = nil
    ) -> NewOpinionStep {
        NewOpinionStep(
            town: journey.town.id, opinion: opinion, step: number, kind: kind,
            words: kind.namesProject ? "" : "已修好", project: project, by: journey.town.clerk.id, at: Journey.now)
    }

    @Test func anOpinionIsEnteredOnceAndLinkedWithMany() async throws {
        try await withDatabase { db in
            let one = try await Journey.begin(in: db, try await SampleTown.make(in: db))
            let two = try await Journey.begin(in: db, one.town, unit: 1)
            let store = db.store
            let first = try await store.enter(try Self.opinion(one, key: "k", receipt: "ABCDEFGHJK"))
            let again = try await store.enter(try Self.opinion(one, key: "k", receipt: "ABCDEFGHJL"))
            #expect(first == again && first.fate == .received && first.unitName == "枫树村")
            #expect((first.maskedName, first.maskedPhone) == ("张**", "138****1234"))
            let other = try await store.enter(try Self.opinion(one, key: "l", receipt: "ABCDEFGHJM", name: nil))
            try await store.take(Self.step(one, first.number, 1, .linked, one.id))
            try await store.take(Self.step(one, first.number, 2, .linked, two.id))
            try await store.take(Self.step(one, other.number, 1, .linked, one.id))
            #expect(try await store.opinions(of: one.id).map(\.number) == [first.number, other.number])
            #expect(try await store.opinions(of: two.id).map(\.number) == [first.number])
            try await store.take(Self.step(one, first.number, 3, .unlinked, two.id))
            #expect(try await store.opinions(of: two.id).isEmpty)
            try await store.take(Self.step(one, first.number, 4, .answered))
            let seen = try #require(try await store.opinion(receipt: "ABCDEFGHJK"))
            #expect(seen.fate == .answered && seen.steps == 4)
            #expect(try await store.steps(of: first.number, town: one.town.id).map(\.byName).last == "吴经办")
            #expect(
                try await store.opinions(OpinionQuery(town: one.town.id, fate: .linked)) == [
                    try #require(try await store.opinion(other.number, town: one.town.id))
                ])
            let page = try await store.opinions(OpinionQuery(town: one.town.id, before: other.number, limit: 5))
            #expect(page.map(\.number) == [first.number])
            #expect(try await store.sealedIdentity(of: first.number, town: one.town.id)?.sealed == [1, 2, 3])
            #expect(try await store.sealedIdentity(of: other.number, town: one.town.id) == nil)
        }
    }

    /// Two clerks at once: one step is taken, the other is told.
    @Test func aStepIsTakenOnAFreshPictureOnly() async throws {
        try await withDatabase { db in
            let journey = try await Journey.begin(in: db, try await SampleTown.make(in: db))
            let opinion = try await db.store.enter(try Self.opinion(journey, key: "k", receipt: "ABCDEFGHJK"))
            let taken = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        (try? await db.store.take(Self.step(journey, opinion.number, 1, .answered))) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(taken == 1)
            let late = StoreError.constraint(
                name: "opinion_is_current", message: "no row matched, guard opinion_is_current")
            await #expect(throws: late) {
                try await db.store.take(Self.step(journey, opinion.number, 1, .declined))
            }
        }
    }

    /// The database's own list of what residents may see is the core's.
    @Test func thePublishedStatesAreTheCores() async throws {
        try await withDatabase { db in
            for sql in [
                "SELECT pg_get_viewdef('liban.published_project'::regclass)",
                "SELECT pg_get_indexdef('liban.project_published'::regclass)",
            ] {
                let definition = try await db.asOwner(sql)[0].text(0)
                for state in State.allCases {
                    #expect(definition.contains("'\(state.rawValue)'") == state.isPublished, "\(state)")
                }
            }
        }
    }

    @Test func theBoardHasNothingBeforeTheNotice() async throws {
        try await withDatabase { db in
            let journey = try await Journey.begin(in: db, try await SampleTown.make(in: db))
            let (id, town) = (journey.id, journey.town)
            #expect(try await db.store.published(id) == nil)
            try await journey.toApproval()
            #expect(try await db.store.published(id) == nil)
            #expect(try await db.store.published(PublicQuery(town: town.id)).isEmpty)
            try await journey.commit([journey.award(8_000_000)], by: town.director, .director)
            let rows = try await db.store.published(PublicQuery(town: town.id))
            #expect(rows.map(\.project.id) == [id] && rows[0].project.state.isPublished)
            #expect(try await db.store.published(PublicQuery(town: town.id, unit: town.units[1].place.unit)).isEmpty)
            #expect(try await db.store.published(PublicQuery(town: town.id, before: id)).isEmpty)
        }
    }

    @Test(arguments: [
        ("masked_name", "'张三'", "identity_masked"), ("masked_phone", "'13812341234'", "identity_masked"),
        ("sealed_identity", "NULL", "identity_sealed_whole"), ("words", "' '", "opinion_said"),
        ("kind", "'objection'", "objection_names_project"), ("channel", "'fax'", "opinion_channel_known"),
    ])
    func theDatabaseTakesNothingElse(_ column: String, _ value: String, _ rule: String) async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            var values = [
                "town": "\(town.id)", "receipt": "'ABCDEFGHJK'", "form_key": "'k'", "kind": "'opinion'",
                "channel": "'box'", "words": "'坑'", "place": "''", "raised_on": "'2026-01-01'",
                "received_at": "now()", "sealed_identity": "'x'", "masked_name": "'张**'",
                "masked_phone": "'138****1234'",
            ]
            values[column] = value
            let names = values.keys.sorted()
            let sql =
                "INSERT INTO liban.opinion (\(names.joined(separator: ", "))) "
                + "VALUES (\(names.map { values[$0] ?? "" }.joined(separator: ", ")))"
            do throws(DatabaseError) {
                try await db.asService(sql)
                Issue.record("not refused")
            } catch {
                guard case .rolledBack(let refusal) = error else { throw error }
                #expect(refusal.constraint == rule, "\(refusal)")
            }
        }
    }
}
