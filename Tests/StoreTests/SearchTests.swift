import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Finding projects by what people type.
struct SearchTests {
    @Test(arguments: [
        ("东湾村", "dongwancun", "dwc"), ("长埔路灯12盏", "changpuludeng12zhan", "cpld12z"),
        ("重庆路A段", "chongqingluaduan", "cqlad"),
    ]) func charactersHaveReadings(text: String, full: String, initials: String) {
        let readings = Pinyin.readings(text)
        #expect(readings.contains(Pinyin.Reading(full: full, initials: initials)), "\(readings)")
    }

    /// Names of places are read both ways; a text full of such characters stays bounded.
    @Test func otherReadingsAreFoundAsWell() {
        #expect(Set(Pinyin.readings("大埔").map(\.full)).isSuperset(of: ["dapu", "dabu"]))
        #expect(Set(Pinyin.readings("六安").map(\.full)) == ["liuan", "luan"])
        #expect(Pinyin.readings(String(repeating: "长重六埔蚌", count: 20)).count <= 8)
        #expect(Pinyin.readings("，。（）") == [Pinyin.Reading()])
    }

    @Test(arguments: [
        ("路灯", true), ("东湾", true), ("dongwan", true), ("dwld", true), ("DWLD", true), ("1号", true), ("〔2026〕1", true),
        ("灯", true), ("d", true), ("ludeng", true), ("二组", true), ("erzu", true), ("水渠", false), ("dwsq", false),
        ("100%", false), ("_", false), ("  ", false), ("路 灯", true),
    ]) func aProjectIsFoundByAnyOfItsWords(text: String, isFound: Bool) async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let wanted = try await Journey.begin(in: db, town, title: "东湾路灯更新")
            _ = try await Journey.begin(in: db, town, unit: 1, title: "井盖")
            for order in ProjectQuery.Order.allCases {
                var query = ProjectQuery(town: town.id, order: order)
                query.text = text
                let found = try await db.store.list(query).map(\.summary.id)
                #expect(found.contains(wanted.id) == isFound, "\(text)")
                query.town = TownID(town.id.raw + 1)
                #expect(try await db.store.list(query).isEmpty)
            }
        }
    }

    /// Another title is found by its new words and no more by the old ones; old rows get their key.
    @Test func theKeyFollowsTheProject() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town, title: "旧名")
            func found(_ text: String) async throws -> Int {
                var query = ProjectQuery(town: town.id)
                query.text = text
                return try await db.store.list(query).count
            }
            try await journey.commit([.edited(Journey.application("新名"))], by: town.secretaries[0], .secretary)
            #expect(try await found("旧名") == 0)
            #expect(try await found("xinming") == 1)
            try await db.asOwner("DELETE FROM liban.project_search")
            #expect(try await found("xinming") == 0)
            try await db.store.addSearchKeys()
            #expect(try await found("xinming") == 1)
        }
    }

    /// Every way to narrow a list gives what fits, in order, page after page.
    @Test func narrowedListsGiveWhatFits() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for number in 0..<12 {
                let journey = try await Journey.begin(in: db, town, unit: number % 3, title: "项目\(number)")
                guard number % 4 != 0 else { continue }
                try await journey.commit(
                    [.submitted(Journey.submission(dueIn: 20 + number * 5 % 7))], by: town.secretaries[number % 3],
                    .secretary)
            }
            let all = try await db.store.list(ProjectQuery(town: town.id, limit: 99)).map(\.summary)
            let days = all.compactMap(\.dueOn).sorted()
            let (from, to) = (days[2], days[6])
            var query = ProjectQuery(town: town.id, limit: 2)
            for states in [nil, [State.draft, .submitted], [.submitted], []] {
                for (low, high) in [(nil, nil), (from, to), (from, nil), (nil, to)] {
                    for category in [nil, "人居环境", "别的"] {
                        (query.states, query.dueFrom, query.dueTo) = (states, low, high)
                        (query.category, query.after) = (category, nil)
                        let expected = all.filter { row in
                            states?.contains(row.state) ?? true && category.map { $0 == row.category } ?? true
                                && low.map { row.dueOn ?? .init(dayNumber: .max) >= $0 } ?? true
                                && high.map { row.dueOn ?? .init(dayNumber: .max) <= $0 } ?? true
                        }
                        guard query.isNarrowed else { continue }
                        var seen: [ProjectID] = []
                        while let page = try? await db.store.list(query), let last = page.last?.summary {
                            seen += page.map(\.summary.id)
                            query.after = (last.dueOn, last.id)
                        }
                        #expect(seen == expected.map(\.id), "\(query)")
                    }
                }
            }
        }
    }

    /// Also the narrowed lists of a large town read an index and sort nothing but a page.
    @Test func narrowedListsReadAnIndex() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await journey.toApproval()
            try await ListTests.multiply(to: 15_000, db)
            let key = "'2026-04-02', 2026, 700, NULL, 50, NULL, '2026-05-01'"
            let plans = [
                (Query.listByDueUntil, "1, \(key)"), (.listByDueOfCategory, "1, \(key), '人居环境'"),
                (.listByDueOfStateNarrowed, "1, \(key), NULL, 'inApproval'"),
                (.findManyProjects, "1, '{2026}', '{7}'"),
            ]
            let library = try SQLLibrary()
            for (query, values) in plans {
                let plan = try await ListTests.plan(library[query].sql, values, "force_custom_plan", db)
                #expect(!plan.contains("Seq Scan on project"), "\(query)\n\(plan)")
                #expect(!plan.contains("Sort"), "\(query)\n\(plan)")
            }
        }
    }
}
