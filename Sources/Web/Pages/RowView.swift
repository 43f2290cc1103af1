import UseCases
import Workflow

/// One project in a list, as `row.mustache` draws it: light, unit and title, why it is here, what else to know.
struct RowView {
    let id: String
    let light: String
    let shape: String
    let word: String
    let unit: String
    let title: String
    /// Bold, under the title.
    var reasons: [String] = []
    let state: String
    /// Small, behind the state, in order of importance.
    var meta: [String]

    init(_ view: ProjectView, reasons: [String] = [], _ words: Words) {
        let (summary, standing) = (view.summary, view.standing)
        (id, unit, title) = (summary.id.description, view.labels.unit, summary.title)
        (light, shape, word) = (standing.light.rawValue, standing.light.shape, words(standing.light))
        state = words(summary.state)
        self.reasons = reasons
        meta = [
            standing.daysLeft.map { words.left($0) },
            Self.reason(standing.lightReason, summary.state).map { words.reason($0) },
            // Where reasons stand above, they have said what comes next.
            reasons.isEmpty ? Self.next(standing.nextAction, words) : nil,
            // What is over its day already needs no forecast.
            view.willMiss && (standing.daysLeft ?? 0) >= 0 ? words("row.willMiss") : nil,
            words.money(awarded: summary.awarded, requested: summary.requested),
        ].compactMap { $0 }
    }

    init(_ row: ChartRow, reasons: [String] = [], _ words: Words) {
        (id, unit, title) = (row.id.description, row.unit, row.title)
        (light, shape, word) = (row.light.rawValue, row.light.shape, words(row.light))
        state = words(row.state)
        self.reasons = reasons
        meta = [
            row.daysLeft.map { words.left($0) },
            Self.reason(row.lightReason, row.state).map { words.reason($0) },
            reasons.isEmpty ? Self.next(row.nextAction, words) : nil,
            words.money(awarded: row.awarded, requested: row.requested),
        ].compactMap { $0 }
    }

    /// A red or yellow one with what its light says, whose turn it is, and what is in the way.
    static func urgent(_ row: ChartRow, _ words: Words) -> RowView {
        let turn = row.turn.map { role in
            words("row.turn", ["who": words(role) + (row.turnName.map { " \($0)" } ?? "")])
        }
        let blocker = row.blocker.map { words("row.blocker", ["what": $0]) }
        let reasons = [words.reason(row.lightReason), turn].compactMap { $0 }.joined(separator: " · ")
        var view = RowView(row, reasons: [reasons], words)
        view.reasons += [blocker].compactMap { $0 }
        return view
    }

    private static func next(_ action: String, _ words: Words) -> String? {
        action.nilIfEmpty.map { words("row.next", ["what": words.reason($0)]) }
    }

    /// Why the light is what it is, unless the days left or the state have said so already.
    static func reason(_ reason: String, _ state: State) -> String? {
        let isSaid = reason == state.chinese || reason.hasSuffix("到期") || reason.hasPrefix("超期")
        return isSaid ? nil : reason.nilIfEmpty
    }
}

extension String {
    /// For templates, where an empty text still counts as being there.
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
