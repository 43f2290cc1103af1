/// The columns every table begins with: which project.
struct LeadColumns {
    let serial: Box
    let area: Box
    let unit: Box
    let number: Box
    let title: Box

    init(_ rest: inout Box, em: Double) {
        serial = rest.takeLeft(1.8 * em)
        area = rest.takeLeft(2.1 * em)
        unit = rest.takeLeft(5.0 * em)
        number = rest.takeLeft(4.5 * em)
        title = rest.takeLeft(15.2 * em)
    }

    var heads: [(box: Box, word: String)] {
        [(serial, "序"), (area, "片区"), (unit, "村（社区）"), (number, "项目编号"), (title, "项目名称")]
    }
}

/// The columns of the progress table, from left to right.
struct Columns {
    let lead: LeadColumns
    let secretary: Box
    let officer: Box
    let awarded: Box
    let axis: Box
    let light: Box
    let days: Box
    let blocker: Box
    let next: Box
    let pen: Box
    /// QR codes; of no width when there are none.
    let code: Box

    var serial: Box { lead.serial }
    var area: Box { lead.area }
    var unit: Box { lead.unit }
    var number: Box { lead.number }
    var title: Box { lead.title }

    /// Splits the width; the day axis takes what the words leave.
    init(_ table: Box, em: Double, code codeWidth: Double = 0) {
        var rest = table
        lead = LeadColumns(&rest, em: em)
        secretary = rest.takeLeft(3.7 * em)
        officer = rest.takeLeft(3.7 * em)
        awarded = rest.takeLeft(4.4 * em)
        code = rest.takeRight(codeWidth)
        pen = rest.takeRight(6.0 * em - codeWidth)
        next = rest.takeRight(9.2 * em)
        blocker = rest.takeRight(8.4 * em)
        days = rest.takeRight(4.7 * em)
        light = rest.takeRight(4.3 * em)
        axis = rest
    }

    /// Left edges between columns, for the vertical rules.
    var edges: [Double] {
        [area, unit, number, title, secretary, officer, awarded, axis, light, days, blocker, next, pen].map(\.x)
            + (code.width > 0 ? [code.x] : [])
    }
}
