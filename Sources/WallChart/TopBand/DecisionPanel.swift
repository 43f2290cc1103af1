import Workflow

/// What waits for somebody's word today, and the open blockers.
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
        let blocked = report.projects.filter { $0.blocker != nil && !$0.state.isEnd }
        if !blocked.isEmpty {
            let units = blocked.map(\.unit).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            lines.append(
                DecisionLine(
                    state: "有堵点", count: blocked.count, who: units.joined(separator: "、"), role: "",
                    colour: Palette.official))
        }
        if lines.isEmpty {
            canvas.text("没有等待决定的事项。", in: box, TextStyle(0.8 * em), Palette.soft)
            return
        }
        list(lines, in: box, least: 1.05, most: 1.5, more: { "另有 \($0) 类，见下表" }, { $0.drawDecision($1, in: $2) })
    }

    private struct DecisionLine {
        let state: String
        let count: Int
        let who: String
        let role: String
        let colour: Colour
    }

    private mutating func drawDecision(_ line: DecisionLine, in box: Box) {
        var rest = box
        let small = TextStyle(0.66 * em, floor: 0.42 * em)
        canvas.text(
            line.state, in: rest.takeLeft(3.0 * em), TextStyle(0.66 * em, floor: 0.42 * em, face: .bold), line.colour)
        canvas.text(
            "\(line.count) 项", in: rest.takeLeft(2.3 * em).inset(0.2 * em), small, line.colour, .end)
        _ = rest.takeLeft(0.4 * em)
        let role =
            line.role.isEmpty ? Box(x: rest.right, y: rest.y, width: 0, height: rest.height) : rest.takeRight(5.2 * em)
        canvas.text(line.who, in: rest, small)
        canvas.text(line.role, in: role, TextStyle(0.6 * em, floor: 0.42 * em), Palette.faint, .end)
    }
}
