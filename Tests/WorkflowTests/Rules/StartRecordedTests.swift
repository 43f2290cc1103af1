import Testing
import Workflow

struct StartRecordedTests {
    private let inspection = Command.requestInspection(InspectionRequest(documents: [Papers.afterPhoto]))

    @Test func noInspectionWithoutAStart() throws {
        #expect(try Story.inExecution().refusal(Cast.secretary, inspection) == .startMissing)
        #expect(try Story.started().refusal(Cast.secretary, inspection) == nil)
    }

    @Test func moneyNeedsAContractor() throws {
        let plan = Command.recordStart(Start(contractor: "", contractAmount: .zero, basis: "志愿服务方案"))
        #expect(try Story.inExecution().refusal(Cast.secretary, plan)?.field == "contractor")
        #expect(try Story.inExecution(Papers.application(asking: .zero)).refusal(Cast.secretary, plan) == nil)
    }

    @Test func aContractOrPlanIsNamed() throws {
        let start = Command.recordStart(Start(contractor: "云岭建筑队", contractAmount: .zero, basis: " "))
        #expect(try Story.inExecution().refusal(Cast.secretary, start)?.field == "basis")
    }
}
