import Foundation
public import UseCases
public import Workflow

/// Tables that come with the program.
public enum Shipped {
    /// A file of the program is missing or damaged: the installation is not whole.
    public struct Damaged: Error, Sendable, CustomStringConvertible {
        public let file: String

        public var description: String { "程序自带的\(file)缺失或损坏，请重新安装。 / \(file) of the program is damaged; reinstall." }
    }

    /// Working days that differ from Monday–Friday, as the State Council has announced them so far.
    public static func calendar() throws(Damaged) -> [WorkingCalendar.Exception] {
        let file = "cn-calendar.csv"
        do { return try CalendarSheet.read(try sheet(file)) } catch { throw Damaged(file: file) }
    }

    /// The ledger of the fictional town for 2026.
    public static func demoLedger() throws(Damaged) -> Ledger {
        Ledger(try sheet("town-ledger-2026.csv"))
    }

    /// What the fictional town's bank would say of its payments in 2026: one is missing, one has another amount.
    public static func demoBank() throws(Damaged) -> LedgerSheet { try sheet("bank-2026.csv") }

    /// The programmes that come with the program, as files to change and give back.
    public static func programmes() throws(Damaged) -> [String] {
        var texts: [String] = []
        for name in programmeFiles { texts.append(try text("programmes/\(name)")) }
        return texts
    }

    /// In the order of `Policy.presets`.
    static let programmeFiles = ["secretary-acts-now.yaml", "open-with-one-thing.yaml", "peoples-business.yaml"]

    private static func sheet(_ file: String) throws(Damaged) -> LedgerSheet { CSVReader.read(try text(file)) }

    /// The file as it was shipped, byte order mark included.
    static func text(_ file: String) throws(Damaged) -> String {
        guard let url = Bundle.module.url(forResource: "Resources/\(file)", withExtension: nil),
            let data = try? Data(contentsOf: url)
        else { throw Damaged(file: file) }
        // Foundation's own reading of a file drops the mark.
        return String(decoding: data, as: UTF8.self)
    }
}
