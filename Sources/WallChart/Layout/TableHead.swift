import Workflow

/// The words over the columns and the calendar over the day axis.
extension ChartSheet {
    mutating func drawColumnHeads(_ columns: Columns, header: Box) {
        drawHeads(columns.heads, header: header)
    }

    mutating func drawHeads(_ heads: [(box: Box, word: String)], header: Box) {
        for (column, word) in heads {
            var cell = Box(x: column.x, y: header.y, width: column.width, height: header.height).inset(0.1 * em)
            let lines = word.split(separator: "\n")
            cell = cell.inset(0, (header.height - Double(lines.count) * 1.0 * em) / 2)
            for line in lines {
                canvas.text(
                    report.word(String(line)), in: cell.takeTop(1.0 * em),
                    TextStyle(0.72 * em, floor: 0.4 * em, face: .bold),
                    Palette.ink, .middle)
            }
        }
    }

    /// Shading and grid under the rows: days off, then as fine a grid as stays two millimetres apart.
    mutating func drawAxisGround(_ axis: DayAxis, body: Box) {
        for run in axis.daysOff {
            let x = axis.start(of: run.lowerBound)
            canvas.fill(
                Box(x: x, y: body.y, width: axis.end(of: run.upperBound) - x, height: body.height), Palette.offDay)
        }
        let twoMillimetres = 2 * 72 / 25.4
        let fine = Stroke(Palette.hairline, 0.022 * em)
        let step = axis.dayWidth >= twoMillimetres ? 1 : 7
        if axis.dayWidth * Double(step) >= twoMillimetres {
            let first = step == 1 ? axis.first : axis.mondays.first ?? axis.last
            for offset in stride(from: 0, through: axis.last.days(since: first), by: step) {
                let x = axis.start(of: first.adding(days: offset))
                if x > axis.left { canvas.vertical(x, from: body.y, to: body.bottom, fine) }
            }
        }
        for month in axis.months.dropFirst() {
            canvas.vertical(
                axis.start(of: month.lowerBound), from: body.y - Sheet.header * em, to: body.bottom,
                Stroke(Palette.rule, 0.04 * em))
        }
    }

    /// Months, and below them days or the Mondays of weeks, whatever has room.
    mutating func drawAxisHead(_ axis: DayAxis, header: Box) {
        var rest = header
        let months = rest.takeTop(1.05 * em)
        canvas.horizontal(months.bottom, from: axis.left, to: axis.right, Stroke(Palette.hairline, 0.035 * em))
        for (index, month) in axis.months.enumerated() {
            let parts = month.lowerBound.parts
            let x = axis.start(of: month.lowerBound)
            let cell = Box(x: x, y: months.y, width: axis.end(of: month.upperBound) - x, height: months.height)
                .inset(0.1 * em)
            let withYear = index == 0 || parts.month == 1
            // A sliver of a month at the edge has no room for words and stays empty.
            canvas.text(
                withYear ? "\(parts.year)年\(parts.month)月" : "\(parts.month)月", in: cell,
                TextStyle(0.7 * em, floor: 0.5 * em, face: .bold), Palette.ink, .middle)
        }
        drawDayNumbers(axis, in: rest.takeTop(0.9 * em))
    }

    private mutating func drawDayNumbers(_ axis: DayAxis, in strip: Box) {
        let style = TextStyle(0.5 * em, floor: 0.4 * em)
        let least = 0.62 * em
        if axis.dayWidth >= least {
            for offset in 0...axis.last.days(since: axis.first) {
                let day = axis.first.adding(days: offset)
                let cell = Box(x: axis.start(of: day), y: strip.y, width: axis.dayWidth, height: strip.height)
                canvas.text(String(day.parts.day), in: cell, style, Palette.soft, .middle)
            }
            return
        }
        // Every week, every second, every fourth: the first step at which two digits stand free.
        guard let step = [1, 2, 4, 8].first(where: { Double($0 * 7) * axis.dayWidth >= least * 1.2 }) else { return }
        let mondays = axis.mondays
        for index in stride(from: 0, to: mondays.count, by: step) {
            let x = axis.start(of: mondays[index])
            let cell = Box(
                x: x, y: strip.y, width: min(Double(step * 7) * axis.dayWidth, axis.right - x), height: strip.height)
            if cell.width < least { continue }
            canvas.text(String(mondays[index].parts.day), in: cell.inset(0.06 * em), style, Palette.soft)
        }
    }

    /// The line of the present moment with its date, over everything.
    mutating func drawToday(_ axis: DayAxis, header: Box, body: Box) {
        guard let x = axis.position(of: report.asOf) else { return }
        let parts = report.asOf.civilDate.parts
        let width = min(5.4 * em, axis.right - axis.left)
        let left = min(max(axis.left, x - width / 2), axis.right - width)
        let flag = Box(x: left, y: header.bottom - 0.92 * em, width: width, height: 0.86 * em)
        canvas.fill(flag, Palette.today)
        canvas.text(
            "今天 \(parts.month)月\(parts.day)日", in: flag.inset(0.1 * em),
            TextStyle(0.62 * em, floor: 0.3 * em, face: .bold), Palette.paper, .middle)
        canvas.vertical(x, from: flag.bottom, to: body.bottom, Stroke(Palette.today, 0.085 * em))
    }
}
