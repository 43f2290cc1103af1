import Foundation
import Testing

/// The workbooks in the program an office opens them with: LibreOffice reads every sheet, reckons its formulas anew,
/// and comes to the same rows and sums as the program.
@Suite(.serialized) struct OfficeTests {
    @Test func libreOfficeOpensTheWorkbooksAndTheTotalsAgree() throws {
        let server = try LiveServer()
        defer { server.stop() }
        #expect(try server.liban("demo").status == 0)
        let out = server.dataDirectory.appendingPathComponent("office")
        let workbooks = try workbooks(server, in: out)
        let sheets = try Office.sheets(of: workbooks.map(\.xlsx), in: out)
        for (name, xlsx, csv, sums) in workbooks {
            let rows = try #require(sheets[xlsx.deletingPathExtension().lastPathComponent]?.first, "\(name)")
            let own = Table.rows(try String(contentsOf: csv, encoding: .utf8))
            let head = try #require(rows.firstIndex { $0.starts(with: own[0]) }, "\(name): no head \(own[0])")
            for (index, row) in own.enumerated() {
                for (column, cell) in row.enumerated() {
                    let theirs = rows[head + index][column]
                    #expect(
                        Table.isSame(cell, theirs), "\(name), line \(index), \(own[0][column]): \(cell) and \(theirs)")
                }
            }
            let totals = rows[head + own.count]
            #expect(totals.contains("合计"), "\(name): \(totals)")
            for column in sums {
                let place = try #require(own[0].firstIndex(of: column), "\(name): \(column)")
                let sum = own.dropFirst().compactMap { Decimal(string: $0[place]) }.reduce(Decimal(0), +)
                #expect(Table.isSame("\(sum)", totals[place]), "\(name), \(column): \(sum) and \(totals[place])")
            }
        }
        // The second sheet of the ledger: units side by side, with the same sums below.
        let ledger = try #require(sheets["ledger"])
        let (total, units) = (try #require(ledger.first?.first { $0.contains("合计") }), try #require(ledger.last?.last))
        #expect(ledger.count == 2 && units.first == "合计")
        for cell in units.suffix(2) { #expect(total.contains { Table.isSame($0, cell) }, "\(cell) in \(total)") }
    }

    private typealias Workbook = (name: String, xlsx: URL, csv: URL, sums: [String])

    /// Ledger and money sheets, each as a workbook and as the rows that are its contents.
    private func workbooks(_ server: LiveServer, in out: URL) throws -> [Workbook] {
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        let charts = out.appendingPathComponent("charts")
        let drawn = try server.liban("chart", "--format", "xlsx,csv", "--out", charts.path)
        try #require(drawn.status == 0, "\(drawn)")
        for file in try FileManager.default.contentsOfDirectory(at: charts, includingPropertiesForKeys: nil) {
            let name = out.appendingPathComponent("ledger").appendingPathExtension(file.pathExtension)
            try FileManager.default.moveItem(at: file, to: name)
        }
        let numbers = Table.rows(try String(contentsOf: out.appendingPathComponent("ledger.csv"), encoding: .utf8))
        let moved = ["可用增减", "占用增减", "已付增减"]
        let wanted: [(name: String, command: [String], sums: [String])] = [
            ("fund", ["fund"], moved), ("project", ["project", numbers[1][1]], moved),
            ("committed", ["committed"], ["已付", "未付（占用）"]),
        ]
        for (name, command, _) in wanted {
            for format in ["xlsx", "csv"] {
                let file = out.appendingPathComponent("\(name).\(format)")
                let answer = try LiveServer.run(
                    ["statement"] + command
                        + ["--format", format, "--out", file.path, "--data-dir", server.dataDirectory.path])
                try #require(answer.status == 0, "\(command) \(format): \(answer)")
            }
        }
        let ledger = ["申请金额(万元)", "批复金额(万元)", "结算金额(万元)", "已付金额(万元)", "自筹等(万元)", "结余(万元)"]
        return ([("ledger", [], ledger)] + wanted).map { name, _, sums in
            let file = out.appendingPathComponent(name)
            return (name, file.appendingPathExtension("xlsx"), file.appendingPathExtension("csv"), sums)
        }
    }
}

/// LibreOffice without a window, with a profile of its own.
private enum Office {
    /// The rows of every sheet of these workbooks, by the workbook's name.
    static func sheets(of workbooks: [URL], in directory: URL) throws -> [String: [[[String]]]] {
        let profile = directory.appendingPathComponent("profile/user")
        try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
        // Formulas are reckoned anew on opening, whatever value the file brings along.
        try Data(
            """
            <?xml version="1.0"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
            <value>0</value></prop></item></oor:items>
            """.utf8
        ).write(to: profile.appendingPathComponent("registrymodifications.xcu"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/soffice")
        // UTF-8, numbers in full and not as shown, every sheet a file of its own.
        process.arguments =
            [
                "--headless", "-env:UserInstallation=file://\(directory.path)/profile", "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir",
                directory.appendingPathComponent("read").path,
            ] + workbooks.map(\.path)
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "deploy/install test installs LibreOffice")
        let read = directory.appendingPathComponent("read")
        // Sheets in the order in which they were written.
        let files = try FileManager.default.contentsOfDirectory(
            at: read, includingPropertiesForKeys: [.contentModificationDateKey]
        ).sorted { try Self.moment($0) < Self.moment($1) }
        return try files.reduce(into: [:]) { sheets, file in
            let name = String(file.lastPathComponent.prefix { $0 != "-" })
            sheets[name, default: []].append(Table.rows(try String(contentsOf: file, encoding: .utf8)))
        }
    }

    private static func moment(_ file: URL) throws -> Date {
        try file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate ?? .distantPast
    }
}

/// Tables as text.
private enum Table {
    /// Rows of cells as RFC 4180 has them.
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = [[""]]
        var isQuoted = false
        var last: Character?
        for character in text.drop(while: { $0 == "\u{FEFF}" }) {
            switch character {
            case "\"":
                // Two in a row inside quotes are one.
                if !isQuoted, last == "\"" { rows[rows.count - 1][rows[rows.count - 1].count - 1] += "\"" }
                isQuoted.toggle()
            case "," where !isQuoted: rows[rows.count - 1].append("")
            case "\n" where !isQuoted, "\r\n" where !isQuoted: rows.append([""])
            case let other: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(other)
            }
            last = character
        }
        if rows.last == [""] { rows.removeLast() }
        return rows
    }

    /// The same text, or the same number to the sixth decimal.
    static func isSame(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard let left = Double(a), let right = Double(b) else { return false }
        return abs(left - right) < 1e-6
    }
}
