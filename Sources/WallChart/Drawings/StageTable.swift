import Workflow

/// The stage grid (环节表): project × step; where each one stands, whose turn it is and since when.
extension ChartSheet {
    mutating func drawStages(in table: Box) {
        let counts = Dictionary(grouping: report.projects.compactMap { Step($0.state) }, by: { $0 }).mapValues(\.count)
        let steps = Step.allCases.map { step in
            (word: "\(report.word(step.chinese))\n在办 \(counts[step] ?? 0) 项", width: 0.0)
        }
        let columns = steps + [("灯", 4.3), ("剩余／超期", 4.7), ("下一步", 7.0), ("手写批注", 5.0)]
        let grid = Grid(table, em: em, lead: report.columns, columns)
        drawGrid(
            grid, in: table,
            row: { drawing, row, box in
                for (index, cell) in StageCell.cells(of: row).enumerated() {
                    drawing.drawStage(cell, Step.allCases[index], row, in: grid.box(index, of: box))
                }
                drawing.drawLight(row, in: grid.box(7, of: box))
                drawing.drawDays(row, in: grid.box(8, of: box).inset(0.2 * drawing.em))
                drawing.canvas.text(
                    row.state.isEnd ? drawing.report.word(row.state.chinese) : row.nextAction,
                    in: grid.box(9, of: box).inset(0.2 * drawing.em),
                    TextStyle(0.68 * drawing.em, floor: 0.42 * drawing.em, lines: 2),
                    row.state.isEnd ? Palette.faint : Palette.ink)
            },
            totals: { drawing, box in
                drawing.drawTotalsLabel(grid.lead, in: box)
                let waiting = drawing.rows.compactMap { Step($0.state) }
                for step in Step.allCases {
                    let count = waiting.count { $0 == step }
                    drawing.canvas.text(
                        "\(count) 项", in: grid.box(step.rawValue, of: box).inset(0.2 * drawing.em),
                        TextStyle(0.72 * drawing.em, floor: 0.4 * drawing.em, face: .bold), Palette.ink, .middle)
                }
            })
    }

    private mutating func drawStage(_ cell: StageCell, _ step: Step, _ row: ChartRow, in box: Box) {
        var rest = box.inset(0.2 * em, 0.06 * em)
        let big = TextStyle(0.66 * em, floor: 0.4 * em)
        switch cell {
        case .done(let day, let days):
            drawTick(in: rest.takeLeft(1.1 * em))
            canvas.text(
                "\(days)天", in: rest.takeRight(2.2 * em), TextStyle(0.56 * em, floor: 0.36 * em), Palette.faint, .end)
            canvas.text(Wording.day(day), in: rest, big, Palette.soft)
        case .current(let since): drawCurrent(since, step, row, in: box)
        case .toCome(let planned):
            guard let planned else { return }
            canvas.text(
                "计划\(Wording.day(planned))", in: rest, TextStyle(0.58 * em, floor: 0.36 * em), Palette.faint, .middle)
        case .ended: canvas.text(report.word(row.state.chinese), in: rest, big, Palette.soft, .middle)
        case .skipped: canvas.text("—", in: rest, big, Palette.faint, .middle)
        }
    }

    /// Drawn and not typed: few Chinese fonts have the sign.
    private mutating func drawTick(in box: Box) {
        let (x, y) = (box.midX, box.midY)
        let stroke = Stroke(Palette.colour(of: .green), 0.1 * em)
        let foot = Point(x: x - 0.07 * em, y: y + 0.2 * em)
        canvas.add(.line(Point(x: x - 0.27 * em, y: y), foot, stroke))
        canvas.add(.line(foot, Point(x: x + 0.29 * em, y: y - 0.24 * em), stroke))
    }

    /// The cell everybody looks for: framed, with a name and a day.
    private mutating func drawCurrent(_ since: CivilDate?, _ step: Step, _ row: ChartRow, in box: Box) {
        let colour = Palette.colour(of: row.light)
        let frame = box.inset(0.07 * em, 0.07 * em)
        // What only waits for its file to be closed stands back.
        let isQuiet = row.light == .blue
        canvas.frame(
            frame, Stroke(isQuiet ? Palette.hairline : colour, (isQuiet ? 0.03 : 0.07) * em), fill: Palette.paper)
        canvas.fill(Box(x: frame.x, y: frame.y, width: 0.28 * em, height: frame.height), colour)
        var rest = frame.inset(0, 0.04 * em)
        _ = rest.takeLeft(0.42 * em)
        _ = rest.takeRight(0.1 * em)
        let who = Wording.who(row)
        var top = rest.takeTop(rest.height / 2)
        if step.chinese != row.state.chinese.prefix(2) {
            let word = TextStyle(0.56 * em, floor: 0.36 * em)
            let state = report.word(row.state.chinese)
            canvas.text(
                state, in: top.takeRight(min(top.width / 2, naturalWidth(state, word))), word, Palette.soft, .end)
        }
        canvas.text(
            who.isEmpty ? report.word(row.state.chinese) : who, in: top,
            TextStyle(0.64 * em, floor: 0.36 * em, face: isQuiet ? .regular : .bold),
            isQuiet ? Palette.soft : Palette.ink)
        guard let since else { return }
        let days = report.asOf.civilDate.days(since: since)
        canvas.text(
            "自\(Wording.day(since))" + (days >= 0 ? "，\(days)天" : ""), in: rest, TextStyle(0.56 * em, floor: 0.36 * em),
            Palette.soft)
    }

    mutating func drawDays(_ row: ChartRow, in box: Box) {
        let isAlarm = row.light == .red || row.light == .yellow
        let calm = row.light == .blue || row.light == .grey ? Palette.soft : Palette.ink
        canvas.text(
            Wording.days(row), in: box, TextStyle(0.78 * em, floor: 0.4 * em, face: isAlarm ? .bold : .regular),
            (row.daysLeft ?? 0) < 0 ? Palette.official : calm, .middle)
    }

    mutating func drawStageEntries(in rest: inout Box) {
        drawTick(in: rest.takeLeft(0.9 * em))
        entry("已过环节：离开日期、所用天数", in: &rest)
        let cell = rest.takeLeft(1.9 * em)
        let frame = Box(x: cell.x, y: cell.midY - 0.35 * em, width: 1.6 * em, height: 0.7 * em)
        canvas.frame(frame, Stroke(Palette.colour(of: .green), 0.07 * em))
        canvas.fill(
            Box(x: frame.x, y: frame.y, width: 0.28 * em, height: frame.height), Palette.colour(of: .green))
        entry("当前环节：在谁手上、自何日起、已几天（自然日）", in: &rest)
        entry("“计划”为倒排工期", in: &rest)
    }
}
