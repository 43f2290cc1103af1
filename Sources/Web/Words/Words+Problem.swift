/// What went wrong, in the language of whoever has to mend it.
extension Words {
    func said(_ problem: Problem) -> String { pick(problem.detail, problem.detailEn) }

    /// What is wrong with each field, by the field's name in forms. A problem names lines of a repeated field one by
    /// one and money by its name in requests (`budget/0/amountFen`); in a form they stand in one place.
    func wrong(_ problem: Problem?) -> [String: String] {
        var wrong: [String: String] = [:]
        for error in problem?.errors ?? [] {
            let name = FieldNames.inForms(error.field)
            wrong[name] = list([wrong[name], pick(error.zh, error.en)].compactMap { $0 })
        }
        if let problem, let field = problem.field, problem.errors.isEmpty {
            wrong[FieldNames.inForms(field)] = said(problem)
        }
        return wrong
    }
}
