import Testing
import Workflow

@testable import Boot

/// Programmes as files: what is shipped, what is read back, and what is wrong is said all at once.
struct ProgrammeFileTests {
    @Test func theShippedFilesAreThePresets() throws {
        let files = try Shipped.programmes()
        #expect(files.count == Policy.presets.count)
        for (text, preset) in zip(files, Policy.presets) {
            #expect(text == ProgrammeWriter.text(preset), "liban admin programme show --preset --yaml writes it anew")
            let file = ProgrammeFile(text)
            #expect(file.findings == [])
            #expect(file.policy == preset)
            for field in preset.toCheck { #expect(ProgrammeField(rawValue: field) != nil) }
            #expect(text.components("请按本镇办法核对 /") == preset.toCheck.count)
        }
    }

    /// The file has every setting of the policy and no other.
    @Test func theFileHasEverySetting() {
        let members = Mirror(reflecting: Policy.secretaryActsNow).children.compactMap(\.label)
        #expect(members == ProgrammeField.allCases.map(\.rawValue))
    }

    @Test func whatIsWrittenIsReadBack() {
        var policy = Policy.peoplesBusiness
        policy.programme = "true"
        policy.version = 12
        policy.categories = ["#1: \"道路\"", "a\\b", "- 列表", "12", "多\n行", "  空格", "none", "\u{7}"]
        policy.month = .days(45, rolls: false)
        policy.clockStart = .submission
        policy.returnStopsClock = false
        policy.limits = StageLimits(application: 2, review: 3, approval: 1, acceptance: 4, mending: 7)
        policy.noticeWorkingDays = nil
        policy.emergencyPapersDays = 9
        policy.ladder = [
            LadderStep(upTo: Money(fen: 1_234_567), leaderEndorses: false),
            LadderStep(upTo: Money(fen: 100_000_001), leaderEndorses: true),
        ]
        policy.cap = Money(fen: 100_000_001)
        (policy.advancePermille, policy.amendmentPermille, policy.satisfactionPermille) = (301, 102, 603)
        policy.documents = Requirements(
            submission: [.quotation, .budgetSheet], inspection: [],
            [
                .submit: Requirement(fields: [.channel]),
                .award: Requirement(documents: [.minutes], fields: [.conditions]),
                .disburse: Requirement(fields: [.invoice]),
            ])
        (policy.panelMinimum, policy.pauseCapDays) = (4, 11)
        (policy.suspensionBackdatingDays, policy.extensionCapDays) = (5, 21)
        policy.lights = LightThresholds(dueSoon: 4, stageOver: 1, blockerOpen: 8)
        policy.labels = ["办结": "销账: 了", "销号": "清零"]
        policy.chart = ChartSettings(
            columns: [.title, .unit, .light, .axis, .requested], ledger: LedgerField.required, order: .dueOn)
        policy.toCheck = []
        let file = ProgrammeFile(ProgrammeWriter.text(policy))
        #expect(file.findings == [])
        #expect(file.policy == policy)
        for month in [MonthRule.civilMonth(rolls: false), .workingDays(20), .promised] {
            policy.month = month
            #expect(ProgrammeFile(ProgrammeWriter.text(policy)).policy == policy)
        }
    }

    @Test func threeMistakesGetThreeExplanations() throws {
        let text = try Shipped.programmes()[0]
            .replacing("upTo: 500000.00", with: "upTo: 400000.00")
            .replacing("noticeWorkingDays: 5", with: "noticeWorkingDays: 15")
            .replacing("satisfactionPermille: 500", with: "satisfactionPermille: 1500")
        let file = ProgrammeFile(text)
        #expect(file.policy == nil)
        #expect(file.findings.map(\.field) == ["noticeWorkingDays", "ladder", "satisfactionPermille"])
        for finding in file.findings {
            let line = try #require(finding.line)
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1].hasPrefix(finding.field))
            #expect(!finding.chinese.isEmpty && !finding.english.isEmpty)
        }
    }

    @Test(
        arguments: [
            ("version: 1", "version: 一", "version"), ("cap: 500000.00", "cap: 50万", "cap"),
            ("cap: 500000.00", "cap: -1", "cap"), ("cap: 500000.00\n", "", "cap"),
            ("cap: 500000.00", "cap: 0.001", "cap"),
            ("returnStopsClock: true", "returnStopsClock: 是", "returnStopsClock"),
            ("clockStart: submission", "clockStart: award", "clockStart"),
            ("rule: civilMonth", "rule: lunar", "month.rule"),
            ("  review: 2\n", "", "limits.review"), ("  review: 2", "  reveiw: 2", "limits.reveiw"),
            ("review: 2", "review: 99999999999999999999", "limits.review"), ("- afterPhoto", "- selfie", "inspection"),
            ("panelMinimum: 2", "panelMinimum: [2]", "panelMinimum"), ("labels: {}", "labels: 无", "labels"),
            ("    leaderEndorses: true", "    leaderEndorses: maybe", "ladder[2].leaderEndorses"),
            ("  - cap\n", "  - capp\n", "toCheck"), ("programme: 书记立办", "programme: \"  \"", "programme"),
            ("noticeWorkingDays: 5", "noticeWorkingDays: no", "noticeWorkingDays"),
            ("version: 1", "version: 1\nversion: 2", "version"), ("cap: 500000.00", "cap: \"500000.00", "文件"),
            ("cap: 500000.00", "cap: 9223372036854775807", "cap"),
        ])
    func aMistakeIsNamedWithItsField(_ good: String, _ bad: String, _ field: String) throws {
        let text = try Shipped.programmes()[0]
        #expect(text.contains(good))
        let file = ProgrammeFile(text.replacing(good, with: bad))
        #expect(file.policy == nil)
        #expect(file.findings.contains { $0.field.contains(field) }, "\(file.findings.map(\.text))")
    }

    /// What is missing is named one by one, in the file and inside each setting.
    @Test func everythingMissingIsNamed() {
        let fields = ProgrammeFile("{}").findings.map(\.field)
        #expect(Set(fields) == Set(ProgrammeField.allCases.map(\.rawValue)))
        let limits = ProgrammeFile("limits: {}\nlights:\n  dueSoon: 1").findings.map(\.field)
        #expect(limits.filter { $0.hasPrefix("limits") }.count == 5)
        #expect(limits.filter { $0.hasPrefix("lights") } == ["lights.blockerOpen", "lights.stageOver"])
    }

    @Test(arguments: ["", "- 列表", "一句话", "\u{0}", "a: [", "%YAML 9.9", "{}", "&a [*a]", "cap: *none"])
    func whatIsNoProgrammeIsSaid(_ text: String) {
        let file = ProgrammeFile(text)
        #expect(file.policy == nil)
        #expect(!file.findings.isEmpty)
    }
}

extension String {
    /// How often the words stand in the text.
    fileprivate func components(_ words: String) -> Int { ranges(of: words).count }
}
