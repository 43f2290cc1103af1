import Workflow

/// The map (分布图): a light per project where its unit lies; beside it the units by name, so that none is lost.
extension ChartSheet {
    mutating func drawMap(in body: Box) {
        var rest = body
        var placed: Set<String> = []
        let panel = rest.takeRight(min(34 * em, body.width * 0.32))
        _ = rest.takeRight(0.6 * em)
        canvas.frame(rest, Stroke(Palette.ink, 0.06 * em))
        defer { drawMapList(in: panel, placed: placed) }
        guard let map = style.map else {
            canvas.text("尚未上传本镇底图。", in: rest, TextStyle(1.2 * em), Palette.soft, .middle)
            return
        }
        let picture = fitted(map.picture, in: rest.inset(0.3 * em, 0.3 * em))
        canvas.add(.picture(map.picture, picture))
        let byUnit = Dictionary(grouping: report.projects, by: \.unit)
        var taken: [Box] = []
        for position in map.positions {
            guard let own = byUnit[position.unit] else { continue }
            let point = Point(x: picture.x + position.x * picture.width, y: picture.y + position.y * picture.height)
            if drawPlace(position.unit, own, at: point, in: picture, &taken) { placed.insert(position.unit) }
        }
    }

    private func fitted(_ picture: Picture, in box: Box) -> Box {
        let scale = min(box.width / Double(picture.width), box.height / Double(picture.height))
        let (width, height) = (Double(picture.width) * scale, Double(picture.height) * scale)
        return Box(x: box.midX - width / 2, y: box.midY - height / 2, width: width, height: height)
    }

    /// The sign of a unit: its name over one mark per project, six in a line. False when no place is free for it.
    private mutating func drawPlace(
        _ unit: String, _ own: [ChartRow], at point: Point, in picture: Box, _ taken: inout [Box]
    ) -> Bool {
        let name = TextStyle(1.0 * em, floor: 0.5 * em, face: .bold)
        let perLine = 6
        let lines = (own.count + perLine - 1) / perLine
        let step = 1.1 * em
        let width = max(min(naturalWidth(unit, name), 10 * em), Double(min(own.count, perLine)) * step) + 0.5 * em
        let size = Box(x: 0, y: 0, width: width, height: 1.35 * em + Double(lines) * step + 0.2 * em)
        canvas.add(.circle(point, radius: 0.26 * em, fill: Palette.ink, stroke: Stroke(Palette.paper, 0.08 * em)))
        guard let sign = freePlace(size, near: point, in: picture, taken) else { return false }
        taken.append(sign)
        let edge = Point(x: min(max(point.x, sign.x), sign.right), y: min(max(point.y, sign.y), sign.bottom))
        canvas.add(.line(point, edge, Stroke(Palette.ink, 0.05 * em)))
        let hasRed = own.contains { $0.light == .red }
        canvas.frame(
            sign, Stroke(hasRed ? Palette.official : Palette.soft, (hasRed ? 0.1 : 0.05) * em), fill: Palette.paper)
        var rest = sign.inset(0.2 * em, 0.05 * em)
        canvas.text(unit, in: rest.takeTop(1.3 * em), name, hasRed ? Palette.official : Palette.ink, .middle)
        for (index, row) in own.enumerated() {
            let inLine = min(perLine, own.count - index / perLine * perLine)
            let left = sign.midX - Double(inLine) * step / 2
            let centre = Point(
                x: left + (Double(index % perLine) + 0.5) * step, y: rest.y + (Double(index / perLine) + 0.5) * step)
            canvas.mark(row.light, centre: centre, size: 0.88 * em)
        }
        return true
    }

    /// The nearest place for a sign around its point that no other sign has; nil when the picture is full.
    private func freePlace(_ size: Box, near point: Point, in picture: Box, _ taken: [Box]) -> Box? {
        let directions: [(Double, Double)] = [
            (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1), (1, -0.5), (-1, -0.5), (1, 0.5),
            (-1, 0.5),
        ]
        for ring in 0..<24 {
            let gap = (0.6 + 0.9 * Double(ring)) * em
            for (dx, dy) in directions {
                let x = point.x + dx * (gap + size.width / 2) - size.width / 2
                let y = point.y + dy * (gap + size.height / 2) - size.height / 2
                let place = Box(x: x, y: y, width: size.width, height: size.height)
                if picture.contains(place), !taken.contains(where: place.overlaps) { return place }
            }
        }
        return nil
    }

    /// Units in fixed order with their lights, those that are not on the picture say so; below, what burns.
    private mutating func drawMapList(in panel: Box, placed: Set<String>) {
        let burning = facts.reds + report.projects.filter { $0.light == .yellow }
        var rest = panel
        let wanted = (1.35 + 0.4 + 1.5 * Double(max(1, report.units.count))) * em
        var upper = rest.takeTop(burning.isEmpty ? panel.height : min(wanted, panel.height * 0.6))
        drawPanelHead("各村（社区）灯数", in: upper.takeTop(1.35 * em))
        upper = upper.inset(0.4 * em, 0.2 * em)
        let columns = Double(report.units.count) * 0.95 * em > upper.height ? 2 : 1
        let perColumn = (report.units.count + columns - 1) / columns
        let width = upper.width / Double(columns)
        for column in 0..<columns {
            let box = Box(
                x: upper.x + width * Double(column), y: upper.y, width: width - 0.3 * em, height: upper.height)
            list(
                Array(report.units.dropFirst(column * perColumn).prefix(perColumn)), in: box, least: 0.95, most: 1.9,
                more: { "另有 \($0) 个，见台账" },
                { $0.drawMapUnit($1, isOnMap: placed.contains($1.unit), in: $2) })
        }
        if !burning.isEmpty {
            drawPanelHead("红灯、预警项目", in: rest.takeTop(1.35 * em))
            list(
                burning, in: rest.inset(0.4 * em, 0.2 * em), least: 1.0, most: 1.7, more: { "另有 \($0) 项，见进度图" },
                { $0.drawMapProject($1, in: $2) })
        }
        canvas.frame(panel, Stroke(Palette.ink, 0.06 * em))
    }

    private mutating func drawPanelHead(_ words: String, in head: Box) {
        canvas.fill(head, Palette.headerFill)
        canvas.horizontal(head.y, from: head.x, to: head.right, Stroke(Palette.rule, 0.04 * em))
        canvas.horizontal(head.bottom, from: head.x, to: head.right, Stroke(Palette.rule, 0.04 * em))
        canvas.text(
            words, in: head.inset(0.4 * em), TextStyle(0.8 * em, floor: 0.4 * em, face: .bold), Palette.official)
    }

    private mutating func drawMapProject(_ row: ChartRow, in box: Box) {
        var rest = box
        let shape = rest.takeLeft(1.1 * em)
        canvas.mark(row.light, centre: Point(x: shape.midX, y: shape.midY), size: 0.72 * em)
        let words = TextStyle(0.72 * em, floor: 0.44 * em)
        canvas.text(row.unit, in: rest.takeLeft(min(5 * em, rest.width * 0.3)).inset(0.1 * em), words, Palette.soft)
        canvas.text(Wording.days(row), in: rest.takeRight(min(4.4 * em, rest.width * 0.3)), words, Palette.ink, .end)
        canvas.text(row.title, in: rest.inset(0.1 * em), words)
    }

    private mutating func drawMapUnit(_ tally: UnitTally, isOnMap: Bool, in box: Box) {
        var rest = box
        let name = isOnMap ? tally.unit : tally.unit + "（图上未标）"
        canvas.text(name, in: rest.takeLeft(rest.width * 0.45), TextStyle(0.72 * em, floor: 0.4 * em))
        drawCounts(tally, step: 2.4 * em, size: 0.72, in: rest)
    }

    /// One mark and number per light that occurs.
    mutating func drawCounts(_ tally: UnitTally, step wanted: Double, size: Double, in box: Box) {
        var rest = box
        let present = Light.worstFirst.filter { (tally.byLight[$0] ?? 0) > 0 }
        if present.isEmpty { return }
        let step = min(wanted, rest.width / Double(present.count))
        for light in present {
            var cell = rest.takeLeft(step)
            let shape = cell.takeLeft(min(size * 1.12 * em, step / 2))
            canvas.mark(light, centre: Point(x: shape.midX, y: shape.midY), size: min(size * 0.78 * em, shape.width))
            canvas.text(
                String(tally.byLight[light] ?? 0), in: cell, TextStyle(size * em, floor: 0.3 * em),
                light == .red ? Palette.official : Palette.ink)
        }
    }
}
