public import ArgumentParser
public import Boot

extension WorkflowTables.Section: ExpressibleByArgument {}

struct WorkflowCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, markdown, mermaid, json
    }

    static let configuration = CommandConfiguration(
        commandName: "workflow",
        abstract:
            "The life of a project (流程): states, commands, permissions, refusals, rules, from the code's own tables.",
        discussion: """
            Mermaid draws the states and their arrows; markdown holds that drawing and every table, as the README \
            does between its marks (deploy/readme fills them).
            """)

    @Option(help: "table, markdown, mermaid or json.")
    var format = Format.table

    @Option(help: "states, permissions, refusals or rules; may be repeated. Default: all.")
    var section: [WorkflowTables.Section] = []

    func run() throws {
        let sections = Set(section.isEmpty ? WorkflowTables.Section.allCases : section)
        switch format {
        case .table: print(WorkflowTables(sections).text)
        case .markdown: print(WorkflowTables(sections).markdown)
        case .json: try JSONOutput.print(WorkflowTables(sections))
        case .mermaid:
            guard section.isEmpty || sections == [.states] else {
                throw Failure(.usage, "mermaid只画状态图，请去掉--section。", "Mermaid draws states only; drop --section.")
            }
            print(WorkflowTables.mermaid)
        }
    }
}
