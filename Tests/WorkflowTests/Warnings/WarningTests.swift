import Testing

@testable import Workflow

struct WarningTests {
    static let day = CivilDate(dayNumber: 20_600)

    static func project(
        _ serial: Int32, wan: Int64, _ title: String = "修路灯", days: Int = 0, unit: Int32 = 1,
        category: String = "人居环境", place: String = "二组", contractor: String? = nil, state: State = .inApproval
    ) -> Likeness {
        Likeness(
            project: ProjectReference(
                id: ProjectID(town: TownID(1), year: 2026, serial: serial), number: "云书办〔2026〕\(serial)号",
                title: title, unit: "东湾村"), unit: UnitID(unit), category: category, state: state,
            submittedOn: day.adding(days: days), amount: Money(fen: wan * 1_000_000), place: place,
            contractor: contractor)
    }

    private static func found(_ project: Likeness, _ others: [Likeness]) -> [Warning] {
        warnings(about: project, beside: others, refusedInvoices: [], under: .secretaryActsNow)
    }

    /// The ladder's first step is 30万元, the cap 50万元.
    @Test func twoBelowAStepThatPassItTogetherAreSplitting() throws {
        let one = Self.project(1, wan: 18, "东巷道硬化")
        let other = Self.project(2, wan: 19, "文化广场绿化", days: 90)
        let warning = try #require(Self.found(one, [other]).first)
        #expect(warning.kind == .splitting && warning.evidence == [other])
        #expect(warning.words == "同一地点90天内2个项目，单个均不超过30.00万元，合计37.00万元")
        #expect(Self.found(one, [other]).count == 1, "the same group is said once, by its surest basis")
    }

    @Test(arguments: [
        ("a day too far apart", project(2, wan: 19, "文化广场绿化", days: 91)),
        ("small", project(2, wan: 5, "文化广场绿化")), ("within the step in sum", project(2, wan: 12, "文化广场绿化")),
        ("another village, place and builder", project(2, wan: 19, "文化广场绿化", unit: 2)),
        ("another place and category", project(2, wan: 19, "文化广场绿化", category: "社区治理", place: "九组")),
        ("declined", project(2, wan: 19, "文化广场绿化", state: .declined)),
        ("withdrawn", project(2, wan: 19, "文化广场绿化", state: .withdrawn)),
    ]) func theseAreNone(_ why: String, _ other: Likeness) {
        #expect(Self.found(Self.project(1, wan: 18, "东巷道硬化"), [other]).isEmpty, "\(why)")
    }

    @Test func oneContractorInTwoVillagesIsEnough() throws {
        let one = Self.project(1, wan: 18, "东巷道硬化", contractor: "宏达 建筑")
        let other = Self.project(2, wan: 29, "文化广场", unit: 2, contractor: "宏达建筑")
        #expect(Self.found(one, [other]).map(\.key) == ["splitting.contractor.1-2026-2"])
        let unknown = Self.project(3, wan: 29, "文化广场", unit: 2, contractor: nil)
        #expect(Self.found(Self.project(1, wan: 18, "东巷道硬化"), [unknown]).isEmpty)
    }

    @Test func theSameWorksAgainAreADuplicate() throws {
        let one = Self.project(1, wan: 3, "东湾村二组路灯更新")
        let again = Self.project(2, wan: 2, "东湾二组路灯更新工程", days: -400)
        let warning = try #require(Self.found(one, [again]).first)
        #expect(warning.kind == .duplicate && warning.evidence == [again])
        #expect(Self.found(one, [Self.project(3, wan: 2, "东湾二组公厕改造")]).isEmpty)
        #expect(Self.found(one, [Self.project(4, wan: 2, "东湾二组路灯更新工程", unit: 2)]).isEmpty)
    }

    @Test func anAnswerBelongsToWhatWasPointedTo() {
        let one = Self.project(1, wan: 18, "东巷道硬化")
        let others = [Self.project(2, wan: 19, "文化广场绿化"), Self.project(3, wan: 20, "河道清淤")]
        #expect(Self.found(one, [others[0]]).map(\.key) != Self.found(one, others).map(\.key))
    }

    @Test func aRefusedInvoiceIsRemembered() {
        let attempt = RefusedInvoice(by: "冯会计", at: Instant(startOf: Self.day))
        let found = warnings(
            about: Self.project(1, wan: 1), beside: [], refusedInvoices: [attempt, attempt], under: .secretaryActsNow)
        #expect(found.map(\.key) == ["reusedInvoice.2"] && found[0].words.contains("冯会计"))
    }

    @Test func aPhotoThatAnotherProjectHasIsPointedTo() {
        let other = Self.project(9, wan: 1).project
        let found = warnings(
            about: Self.project(1, wan: 1), beside: [], refusedInvoices: [],
            sharedPhotos: [SharedPhoto(name: "完工1.jpg", other: other), SharedPhoto(name: "完工2.jpg", other: other)],
            under: .secretaryActsNow)
        #expect(found.map(\.key) == ["reusedPhoto.1-2026-9"] && found[0].words.hasPrefix("2张照片"))
    }

    @Test func aPhotoThatOnlyLooksAlikeIsNotCalledTheSame() {
        let other = Self.project(9, wan: 1).project
        func words(_ photos: [SharedPhoto]) -> [String] {
            warnings(
                about: Self.project(1, wan: 1), beside: [], refusedInvoices: [], sharedPhotos: photos,
                under: .secretaryActsNow
            ).map(\.words)
        }
        let same = SharedPhoto(name: "甲", other: other)
        let alike = SharedPhoto(name: "乙", other: other, isSame: false)
        let beside = "与\(other.number)“\(other.title)”"
        #expect(words([alike]) == ["1张照片（“乙”）\(beside)的画面几乎相同，请核对"])
        #expect(words([same, alike]) == ["1张照片（“甲”）\(beside)的相同，1张（“乙”）画面几乎相同，请核对"])
    }

    @Test func titlesAreLikeByTheirPairs() {
        #expect(Likeness.titlePermille("路灯更新", "路灯更新") == 1000)
        #expect(Likeness.titlePermille("路灯更新", "路灯 更新！") == 1000)
        #expect(Likeness.titlePermille("路灯", "河道") == 0 && Likeness.titlePermille("", "") == 1000)
    }
}
