/// The columns of the progress table, from left to right.
struct Columns {
    let serial: Box
    let area: Box
    let unit: Box
    let number: Box
    let title: Box
    let secretary: Box
    let officer: Box
    let awarded: Box
    let axis: Box
    let light: Box
    let days: Box
    let blocker: Box
    let next: Box
    let pen: Box

    /// Splits the width; the day axis takes what the words leave.
    init(_ table: Box, em: Double) {
        var rest = table
        serial = rest.takeLeft(1.8 * em)
        area = rest.takeLeft(2.1 * em)
        unit = rest.takeLeft(5.0 * em)
        number = rest.takeLeft(4.5 * em)
        title = rest.takeLeft(15.2 * em)
        secretary = rest.takeLeft(3.7 * em)
        officer = rest.takeLeft(3.7 * em)
        awarded = rest.takeLeft(4.4 * em)
        pen = rest.takeRight(6.0 * em)
        next = rest.takeRight(9.2 * em)
        blocker = rest.takeRight(8.4 * em)
        days = rest.takeRight(4.7 * em)
        light = rest.takeRight(4.3 * em)
        axis = rest
    }

    /// Left edges between columns, for the vertical rules.
    var edges: [Double] {
        [area, unit, number, title, secretary, officer, awarded, axis, light, days, blocker, next, pen].map(\.x)
    }
}
