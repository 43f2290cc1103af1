import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct ListTests {
    @Test func pagesAreCompleteAndInOrderWhateverIsAdded() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for number in 0..<24 { try await Self.project(number, in: db, town) }
            for order in ProjectQuery.Order.allCases {
                var query = ProjectQuery(town: town.id, order: order, limit: 5)
                var seen: [ProjectID] = []
                var pages = 0
                while true {
                    let page = try await db.store.list(query)
                    seen += page.map(\.summary.id)
                    pages += 1
                    // A project that comes in between moves no row to another page.
                    if pages == 2 { try await Self.project(100, in: db, town) }
                    guard page.count == query.limit, let last = page.last else { break }
                    query.after = (last.summary.dueOn, last.summary.id)
                }
                let all = try await db.store.chartRows(town: town.id, year: 2026).map(\.summary)
                let sorted = all.sorted { a, b in
                    switch order {
                    case .due: (a.dueOn?.dayNumber ?? .max, a.id.serial) < (b.dueOn?.dayNumber ?? .max, b.id.serial)
                    case .newest: a.id > b.id
                    }
                }
                #expect(seen.filter { $0.serial <= 24 } == sorted.map(\.id).filter { $0.serial <= 24 })
                #expect(Set(seen).count == seen.count)
            }
        }
    }

    @Test func everyNarrowingGivesWhatFits() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for number in 0..<16 { try await Self.project(number, in: db, town) }
            let all = try await db.store.list(ProjectQuery(town: town.id, limit: 99)).map(\.summary)
            #expect(all.count == 16)
            let place = town.units[2].place
            for order in ProjectQuery.Order.allCases {
                for unit in [nil, place.unit] {
                    for area in [nil, place.area] {
                        for state in [nil, State.submitted] {
                            let query = ProjectQuery(
                                town: town.id, unit: unit, area: area, state: state, order: order, limit: 99)
                            let found = try await db.store.list(query).map(\.summary)
                            let expected = all.filter {
                                (unit == nil || $0.place.unit == unit) && (area == nil || $0.place.area == area)
                                    && (state == nil || $0.state == state)
                            }
                            #expect(found.count == expected.count && Set(found) == Set(expected))
                            #expect(!found.isEmpty)
                        }
                    }
                }
            }
            let elsewhere = try await db.store.list(ProjectQuery(town: TownID(99)))
            #expect(elsewhere.isEmpty)
        }
    }

    @Test func theChartComesInTheOrderOfTheSheets() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for number in 0..<12 { try await Self.project(number, in: db, town) }
            let rows = try await db.store.chartRows(town: town.id, year: 2026)
            let units = rows.map(\.labels.unit)
            #expect(units == town.units.flatMap { unit in units.filter { $0 == unit.name } })
            #expect(rows[0].summary.id.serial < rows[1].summary.id.serial)
            for row in rows {
                let fold = try #require(try await db.store.fold(of: row.summary.id)?.project)
                #expect(row.ledger == LedgerFold(fold))
            }
            #expect(try await db.store.chartRows(town: town.id, year: 2025).isEmpty)
        }
    }

    /// Lists of a town with 15,000 projects read their page from an index: nothing is scanned, nothing sorted.
    @Test func listsOfManyProjectsAreReadFromAnIndex() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await journey.toApproval()
            try await Self.multiply(to: 15_000, db)
            let key = "'2026-04-02', 2026, 700"
            let plans = [
                (Query.listByDue, "1, '-infinity', 0, 0, NULL, 50"), (.listByDue, "1, \(key), NULL, 50"),
                (.listByDueOfUnit, "1, \(key), NULL, 50, 1, NULL"),
                (.listByDueOfState, "1, \(key), NULL, 50, 'inApproval'"),
                (.listNewest, "1, 2026, 9000, NULL, NULL, NULL, 50"), (.findProject, "1, 2026, 9000"),
                (.findImported, "1, '{a,b}'"),
                (.listRunning, "1, 2026, 9000, 200"),
                (.listWaiting, "1, \(key), NULL, NULL, '{director}', 200"), (.listProvisional, "1, 2026, 9000, 200"),
            ]
            let library = try SQLLibrary()
            for (query, values) in plans {
                for mode in ["force_custom_plan", "force_generic_plan"] {
                    let plan = try await Self.plan(library[query].sql, values, mode, db)
                    #expect(!plan.contains("Seq Scan on project"), "\(query) \(mode)\n\(plan)")
                    #expect(!plan.contains("Sort"), "\(query) \(mode)\n\(plan)")
                    #expect(plan.contains(Self.index(of: query)), "\(plan)")
                }
            }
        }
    }

    /// What the plan reads the projects from.
    private static func index(of query: Query) -> String {
        switch query {
        case .listRunning: "Scan using project_running on project"
        case .listWaiting: "Scan using project_waiting on project"
        case .listProvisional: "Scan using project_provisional on project"
        case .findImported: "Scan using imported_once on project"
        case _: "on project p"
        }
    }

    static func plan(_ sql: String, _ values: String, _ mode: String, _ db: TestDatabase) async throws -> String {
        let steps = [
            "SET LOCAL plan_cache_mode = \(mode)", "PREPARE explained AS \(sql)",
            "EXPLAIN EXECUTE explained (\(values))", "DEALLOCATE explained",
        ].map { Step(Statement(name: $0, sql: $0)) }
        let rows = try await db.pool.run(UnitOfWork(.write, steps))[2]
        return try rows.map { try $0.text(0) }.joined(separator: "\n")
    }

    /// Copies the one project until there are so many, spread over due days, units and states.
    static func multiply(to count: Int, _ db: TestDatabase) async throws {
        try await db.asOwner(
            """
            INSERT INTO liban.project
            SELECT (jsonb_populate_record(p, jsonb_build_object('serial', n, 'due_on', p.due_on + n % 90,
                'unit', 1 + n % 2, 'state',
                CASE n % 3 WHEN 0 THEN 'inApproval' WHEN 1 THEN 'inReview' ELSE 'submitted' END))).*
            FROM liban.project p, generate_series(2, \(count)) n WHERE p.serial = 1
            """)
        try await db.asOwner("ANALYZE liban.project")
    }

    /// Every third stays a draft without a due day; the others are due on a few days that repeat.
    private static func project(_ number: Int, in db: TestDatabase, _ town: SampleTown) async throws {
        let journey = try await Journey.begin(in: db, town, unit: number % 4, title: "项目\(number)")
        guard number % 3 != 0 else { return }
        try await journey.commit(
            [.submitted(Journey.submission(dueIn: 20 + number * 7 % 5))], by: town.secretaries[number % 4], .secretary)
    }
}
