import Workflow

/// What the marks mean, and which sheet this is. Colours are no standard between towns, so every sheet says it.
extension ChartSheet {
    mutating func drawLegend(in box: Box) {
        var rest = box
        canvas.horizontal(box.y, from: box.x, to: box.right, Stroke(Palette.rule, 0.04 * em))
        _ = rest.takeTop(0.2 * em)
        var top = rest.takeTop(1.0 * em)
        entry("图例", in: &top, face: .bold)
        for light in Light.worstFirst { lightEntry(light, in: &top) }
        switch style.drawing {
        case .progress:
            for stage in Stage.allCases where stage != .ended { stageEntry(stage, in: &top) }
            drawMarkEntries(in: &top)
        case .stages: drawStageEntries(in: &top)
        case .money: drawMoneyEntries(in: &top)
        case .map, .board, .league: break
        }
        let page = rest.takeRight(18 * em)
        canvas.text(
            "第 \(sheet.page.number) 页\(Wording.wide)共 \(sheet.page.of) 页", in: page,
            TextStyle(0.72 * em, floor: 0.4 * em, face: .bold),
            Palette.ink, .end)
        let promise =
            style.drawing == .board
            ? "本栏由办理记录按截至时间自动生成。如有异议，请向本村（社区）或镇主管办公室反映"
                + (style.address == nil ? "。" : "；扫右上角二维码可查看最新进度。")
            : "本图由办理记录按截至时间自动生成，不得手工改灯改期；新版张贴后旧版作废。"
        canvas.text(
            promise + "\(Wording.edition(report))\(Wording.wide)\(listed)",
            in: rest, TextStyle(0.6 * em, floor: 0.36 * em), Palette.soft)
    }

    private var listed: String {
        if style.drawing == .league {
            return "列示 \(report.units.count) 个单位，无删减；办结率为办结、销号项目占全部项目的比例。"
        }
        let only = [style.audience == .public ? "公示以后的项目" : nil, report.selection].compactMap { $0 }
        let part = only.isEmpty ? "无删减" : "只含" + only.joined(separator: "、")
        return "列示 \(report.projects.count) 项，\(part)；名称以“…”结尾者全文见台账。"
    }

    /// One word, and as much room as it takes.
    mutating func entry(_ word: String, in rest: inout Box, face: Face = .regular) {
        let size = 0.62 * em
        let width = Double(TextMeasure(word, face: face).width) * size / 1000 + 0.05 * em
        if rest.width < width { return }
        canvas.text(word, in: rest.takeLeft(width), TextStyle(size, floor: 0.3 * em, face: face), Palette.ink)
        _ = rest.takeLeft(0.7 * em)
    }

    private mutating func lightEntry(_ light: Light, in rest: inout Box) {
        let shape = rest.takeLeft(0.9 * em)
        canvas.mark(light, centre: Point(x: shape.midX, y: shape.midY), size: 0.6 * em)
        let meaning =
            switch light {
            case .red: "红·" + report.word(light.chinese)
            case .yellow: "黄·" + report.word(light.chinese)
            case .green: "绿·" + report.word(light.chinese)
            case .blue: "蓝·" + report.word(light.chinese)
            case .grey: "灰·" + report.word(light.chinese) + "或终止"
            }
        entry(meaning, in: &rest)
    }

    private mutating func stageEntry(_ stage: Stage, in rest: inout Box) {
        let cell = rest.takeLeft(1.2 * em)
        canvas.fill(
            Box(x: cell.x, y: cell.midY - 0.25 * em, width: 1.0 * em, height: 0.5 * em), Palette.tint(of: stage))
        entry(report.word(stage.chinese), in: &rest)
    }

    private mutating func drawMarkEntries(in rest: inout Box) {
        var cell = rest.takeLeft(1.3 * em)
        canvas.frame(
            Box(x: cell.x, y: cell.midY - 0.08 * em, width: 1.1 * em, height: 0.16 * em),
            Stroke(Palette.faint, 0.018 * em), fill: Palette.tint(of: .execution))
        entry("细线为计划，粗条为实际", in: &rest)
        cell = rest.takeLeft(0.8 * em)
        let x = cell.x + 0.15 * em
        canvas.vertical(x, from: cell.y + 0.15 * em, to: cell.bottom - 0.1 * em, Stroke(Palette.official, 0.06 * em))
        let top = cell.y + 0.15 * em
        let flag = [Point(x: x, y: top), Point(x: x + 0.46 * em, y: top + 0.2 * em), Point(x: x, y: top + 0.4 * em)]
        canvas.add(.polygon(flag, fill: Palette.official, stroke: nil))
        entry("到期日（空心或*为暂定）", in: &rest)
        cell = rest.takeLeft(1.2 * em)
        canvas.fill(
            Box(x: cell.x, y: cell.midY - 0.06 * em, width: 1.0 * em, height: 0.12 * em), Palette.colour(of: .red))
        entry("超期天数", in: &rest)
        cell = rest.takeLeft(0.5 * em)
        canvas.fill(Box(x: cell.x + 0.1 * em, y: cell.y + 0.1 * em, width: 0.085 * em, height: 0.8 * em), Palette.today)
        entry("今天", in: &rest)
        cell = rest.takeLeft(1.0 * em)
        canvas.frame(
            Box(x: cell.x, y: cell.midY - 0.3 * em, width: 0.8 * em, height: 0.6 * em),
            Stroke(Palette.hairline, 0.03 * em),
            fill: Palette.offDay)
        entry("非工作日（调休上班日不加底色）", in: &rest)
        cell = rest.takeLeft(1.1 * em)
        drawBadge("补", in: Box(x: cell.x, y: cell.y, width: 0.9 * em, height: cell.height))
        entry("补录", in: &rest)
    }
}
