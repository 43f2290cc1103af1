import Workflow

/// What waits for somebody's word today, and what is stuck: open blockers, consultations and dispatches.
extension ChartSheet {
    mutating func drawDecisions(in box: Box) {
        var lines = facts.decisions.map { decision in
            let names =
                decision.names.isEmpty ? report.word(decision.turn.chinese) : decision.names.joined(separator: "、")
            let role = decision.names.isEmpty ? "" : report.word(decision.turn.chinese)
            return DecisionLine(
                state: report.word(decision.state.chinese), count: decision.count, who: names, role: role,
                colour: decision.state == .inApproval ? Palette.official : Palette.ink)
        }
        let help: [(String, (ChartRow) -> String?)] = [
            ("有堵点", \.blocker), ("会诊中", \.openConsultation), ("派单中", \.openDispatch),
        ]
        for (state, words) in help {
            let open = report.projects.filter { words($0) != nil && !$0.state.isEnd }
            if open.isEmpty { continue }
            let units = open.map(\.unit).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            lines.append(
                DecisionLine(
                    state: state, count: open.count, who: units.joined(separator: "、"), role: "",
                    colour: Palette.official))
        }
        if lines.isEmpty {
            canvas.text("没有等待决定的事项。", in: box, TextStyle(0.8 * em), Palette.soft)
            return
        }
        // Every kind of waiting has its line: what does not fit below each other stands side by side, without offices.
        let columns = Double(lines.count) * 1.05 * em > box.height ? 2 : 1
        let perColumn = (lines.count + columns - 1) / columns
        var rest = box
        for column in 0..<columns {
            let part = rest.takeLeft(box.width / Double(columns)).inset(column > 0 ? 0.3 * em : 0)
            list(
                Array(lines.dropFirst(column * perColumn).prefix(perColumn)), in: part, least: 0.9, most: 1.5,
                more: { "另有 \($0) 类，见下表" },
                { $0.drawDecision($1, in: $2, withRole: columns == 1) })
        }
    }

    private struct DecisionLine {
        let state: String
        let count: Int
        let who: String
        let role: String
        let colour: Colour
    }

    private mutating func drawDecision(_ line: DecisionLine, in box: Box, withRole: Bool) {
        var rest = box
        let small = TextStyle(0.66 * em, floor: 0.42 * em)
        canvas.text(
            line.state, in: rest.takeLeft(3.0 * em), TextStyle(0.66 * em, floor: 0.42 * em, face: .bold), line.colour)
        canvas.text(
            "\(line.count) 项", in: rest.takeLeft(2.3 * em).inset(0.2 * em), small, line.colour, .end)
        _ = rest.takeLeft(0.4 * em)
        let role =
            line.role.isEmpty || !withRole
            ? Box(x: rest.right, y: rest.y, width: 0, height: rest.height) : rest.takeRight(5.2 * em)
        canvas.text(line.who, in: rest, small)
        canvas.text(line.role, in: role, TextStyle(0.6 * em, floor: 0.42 * em), Palette.faint, .end)
    }
}
