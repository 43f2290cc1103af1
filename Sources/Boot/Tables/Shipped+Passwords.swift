public import UseCases

extension Shipped {
    /// Passwords everybody guesses first, the most frequent first.
    public static func commonPasswordList() throws(Damaged) -> [String] {
        try text("common-passwords.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }

    public static func commonPasswords() throws(Damaged) -> CommonPasswords {
        CommonPasswords(try commonPasswordList())
    }
}
