import Boot
import Testing
import Workflow

/// A flag wins over the environment, the environment over the default.
struct ConfigurationTests {
    @Test func flagsThenEnvironmentThenDefaults() throws {
        let environment = ["LIBAN_PORT": "9000", "LIBAN_DATA_DIR": "/srv/liban", "LIBAN_HOST": ""]
        let one = try Configuration(port: 7000, environment: environment)
        #expect(one.port == 7000)
        #expect(one.dataDirectory == "/srv/liban")
        // An empty variable is one that is not set.
        #expect(one.host == "127.0.0.1")
        #expect(one.databaseURL == nil)
        #expect(try Configuration(environment: environment).port == 9000)
        #expect(try Configuration(environment: [:]).port == 8080)
    }

    @Test(arguments: [["LIBAN_PORT": "http"], ["LIBAN_PORT": "70000"], ["LIBAN_CONNECTIONS": "0"]])
    func aSettingThatCannotBeIsRefused(_ environment: [String: String]) {
        #expect(throws: Configuration.Fault.self) { try Configuration(environment: environment) }
    }

    /// The diagram has every arrow of the core's table and no other.
    @Test func theDiagramIsTheTable() {
        let arrows = State.allCases.flatMap { state in state.successors.map { "\(state.rawValue) --> \($0.rawValue)" } }
        let drawn = WorkflowTables.mermaid.split(separator: "\n").map { $0.drop { $0 == " " } }
            .filter { $0.contains("-->") && !$0.contains("[*]") }.map(String.init)
        #expect(drawn.sorted() == arrows.sorted())
    }

    @Test func theTablesHaveEveryStateCommandCodeAndRule() {
        let text = WorkflowTables(Set(WorkflowTables.Section.allCases)).text
        for state in State.allCases { #expect(text.contains("\n\(state.rawValue) ")) }
        for kind in Command.Kind.allCases { #expect(text.contains("\n\(kind.rawValue) ")) }
        for code in Refusal.Code.allCases { #expect(text.contains(code.rawValue)) }
        for rule in ruleIndex { #expect(text.contains("\n\(rule.stem) ")) }
    }
}
