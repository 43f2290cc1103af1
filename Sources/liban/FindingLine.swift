import UseCases

extension LedgerFinding {
    /// "第7行 云书办〔2026〕7号 [noSuchDay] …": where, what code, Chinese, English.
    var text: String {
        let place = line.map { "第\($0)行" } ?? "文件"
        let number = number.map { " \($0)" } ?? ""
        let kind = fault.isError ? "错误 error" : "提示 note"
        return "\(place)\(number) \(kind) [\(fault.code)] \(fault.chinese) / \(fault.english)"
    }
}
