import Workflow

/// What stands on the day axis of one row: the plan as a thin line, what happened as a thick bar, the due flag.
extension ChartSheet {
    mutating func drawBars(_ row: ChartRow, axis: DayAxis, in box: Box) {
        let plan = Box(x: box.x, y: box.y + box.height * 0.17, width: box.width, height: 0.17 * em)
        let lane = Box(
            x: box.x, y: plan.bottom + 0.1 * em, width: box.width, height: max(0.3 * em, box.height * 0.46))
        for span in row.planned {
            if let bar = bar(from: span.from, to: axis.end(of: span.to), axis, in: plan) {
                canvas.frame(bar, Stroke(Palette.faint, 0.018 * em), fill: Palette.tint(of: span.stage))
            }
        }
        var named: [(Stage, Box)] = []
        for (index, span) in row.actual.enumerated() where span.stage != .ended {
            // The day of a change belongs to the stage it begins.
            let next = index + 1 < row.actual.count ? axis.start(of: row.actual[index + 1].from) : .infinity
            if let bar = bar(from: span.from, to: min(axis.end(of: span.to), next), axis, in: lane) {
                canvas.fill(bar, Palette.tint(of: span.stage))
                named.append((span.stage, bar))
            }
        }
        drawLateness(row, axis: axis, lane: lane)
        drawDueFlag(row, axis: axis, top: box.y + 0.08 * em, bottom: lane.bottom)
        for (stage, bar) in named { drawStageWord(stage, in: bar) }
        if let done = row.completedOn, axis.first <= done, done <= axis.last {
            let centre = Point(x: min(axis.end(of: done) + 0.24 * em, axis.right - 0.22 * em), y: lane.midY)
            canvas.mark(.blue, centre: centre, size: 0.44 * em)
        }
    }

    /// The part of a span that lies on the axis; nil when none does.
    private func bar(from day: CivilDate, to end: Double, _ axis: DayAxis, in lane: Box) -> Box? {
        let left = axis.clamped(axis.start(of: day))
        let right = axis.clamped(end)
        return right > left ? Box(x: left, y: lane.y, width: right - left, height: lane.height) : nil
    }

    private mutating func drawStageWord(_ stage: Stage, in bar: Box) {
        let size = 0.5 * em
        if bar.width < size * 2.3 { return }
        canvas.text(
            report.word(stage.chinese), in: bar.inset(0.05 * em), TextStyle(size, floor: 0.3 * em),
            Palette.ink(on: stage), .middle)
    }

    /// The days past the due day, until the end or until now: a red line that nobody can plan away.
    private mutating func drawLateness(_ row: ChartRow, axis: DayAxis, lane: Box) {
        guard let due = row.dueOn, !row.state.isEnd || row.completedOn != nil else { return }
        let until = row.completedOn ?? report.asOf.civilDate
        guard until > due else { return }
        let from = axis.clamped(axis.end(of: due))
        let to = axis.clamped(axis.end(of: until))
        canvas.fill(
            Box(x: from, y: lane.bottom + 0.04 * em, width: to - from, height: 0.12 * em), Palette.colour(of: .red))
    }

    /// A flag at the end of the due day; hollow while the calendar of that year is provisional.
    private mutating func drawDueFlag(_ row: ChartRow, axis: DayAxis, top: Double, bottom: Double) {
        guard let due = row.dueOn, axis.first <= due, due <= axis.last else { return }
        let x = axis.end(of: due)
        let isOver = row.completedOn != nil || row.state.isEnd
        let colour = isOver ? Palette.faint : Palette.official
        canvas.vertical(x, from: top, to: bottom, Stroke(colour, 0.06 * em))
        // Near the right edge the flag flies to the left, so that it stays on the axis.
        let reach = (x + 0.5 * em > axis.right ? -0.46 : 0.46) * em
        let points = [
            Point(x: x, y: top), Point(x: x + reach, y: top + 0.2 * em), Point(x: x, y: top + 0.4 * em),
        ]
        let hollow = row.dueProvisional
        canvas.add(.polygon(points, fill: hollow ? Palette.paper : colour, stroke: Stroke(colour, 0.035 * em)))
    }
}
