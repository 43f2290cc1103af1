import Workflow

/// Grounds and lines of rows, cell by cell: cells that rows share have neither inside.
extension ChartSheet {
    /// The pale ground of red rows, so that the eye finds them from afar.
    mutating func drawRowGround(_ cells: [(column: ChartColumn?, box: Box)], in body: Box) {
        for (index, row) in rows.enumerated() where row.light == .red {
            let line = rowBox(index, in: body)
            // Cells that stand for several rows keep their white ground.
            let runs = Self.runs(cells) { $0?.isShared == true ? nil : 0 }
            for run in runs {
                canvas.fill(Box(x: run.from, y: line.y, width: run.to - run.from, height: line.height), Palette.redRow)
            }
        }
    }

    /// Lines between rows are as strong as what changes there: area, unit, or only the project.
    mutating func drawRowRule(_ index: Int, _ row: ChartRow, _ cells: [(column: ChartColumn?, box: Box)], y: Double) {
        let above = report.projects[sheet.rows.lowerBound + index - 1]
        let isNewArea = above.area != row.area
        let isNewUnit = isNewArea || above.unit != row.unit
        let (hairline, strong) = (0, isNewArea ? 2 : isNewUnit ? 1 : 0)
        let runs = Self.runs(cells) { column in
            switch column {
            case .area?: isNewArea ? strong : nil
            case .unit?: isNewUnit ? strong : nil
            case .secretary?: isNewUnit || above.secretary != row.secretary ? strong : nil
            case .officer?: isNewUnit || above.officer != row.officer ? strong : nil
            case nil: isNewArea ? strong : hairline
            case _?: strong
            }
        }
        let strokes = [
            Stroke(Palette.hairline, 0.03 * em), Stroke(Palette.rule, 0.035 * em), Stroke(Palette.soft, 0.05 * em),
        ]
        for run in runs { canvas.horizontal(y, from: run.from, to: run.to, strokes[run.strength]) }
    }

    /// Neighbouring cells of one strength as one stretch; cells of none are left out.
    private static func runs(
        _ cells: [(column: ChartColumn?, box: Box)], _ strength: (ChartColumn?) -> Int?
    ) -> [(from: Double, to: Double, strength: Int)] {
        var runs: [(from: Double, to: Double, strength: Int)] = []
        for (column, box) in cells {
            guard let strength = strength(column) else { continue }
            if let last = runs.last, last.strength == strength, abs(last.to - box.x) < 1e-9 {
                runs[runs.count - 1].to = box.right
            } else {
                runs.append((box.x, box.right, strength))
            }
        }
        return runs
    }
}
