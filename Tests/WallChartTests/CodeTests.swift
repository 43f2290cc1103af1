import Testing
import Workflow

@testable import WallChart

@Suite struct CodeTests {
    @Test func thePhoneReadsTheCodeOfTheSheetAndOfEveryProject() throws {
        let chart = WallChart(
            pixelWidth: 7600, address: "https://liban.example/c/2026/K7Q2", projectCodes: true,
            link: { "https://liban.example/p/\($0)" })
        let png = try chart.render(Town.report(), as: .png)
        let read = try Tools.text("zbarimg", ["--raw", "-q", "-in-"], png, suffix: "png")
        let lines = Set(read.split(separator: "\n").map(String.init))
        #expect(lines.contains("https://liban.example/c/2026/K7Q2"))
        let wanted = Town.report().projects.map { "https://liban.example/p/\($0.id)" }
        let found = wanted.count { lines.contains($0) }
        print("codes: \(found) of \(wanted.count) project codes read from one picture of the sheet")
        #expect(found == wanted.count)
    }

    @Test(arguments: Drawing.allCases) func everyDrawingCarriesItsCode(drawing: Drawing) throws {
        let chart = WallChart(drawing: drawing, paper: .A4, pixelWidth: 3400, address: "https://liban.example/c/K7Q2")
        let png = try chart.render(Town.report(), as: .png)
        let read = try Tools.text("zbarimg", ["--raw", "-q", "-in-"], png, suffix: "png")
        #expect(read == "https://liban.example/c/K7Q2\n")
    }

    @Test func onlyFullAddressesBecomeCodes() throws {
        let plain = try WallChart().render(Town.report(), as: .svg)
        let relative = WallChart(address: "/charts/3", projectCodes: true, link: { "/p/\($0)" })
        let linked = SVGTests.text(try relative.render(Town.report(), as: .svg))
        #expect(!linked.contains("扫码"))
        #expect(linked.components(of: "<a ") == 42)
        #expect(plain.count < linked.utf8.count)
        #expect(QRCode("") == nil && QRCode(String(repeating: "长", count: 4000)) == nil)
    }

    @Test func smallRowsCarryNoCodes() throws {
        let chart = WallChart(paper: .A3, projectCodes: true, link: { "https://liban.example/p/\($0)" })
        #expect(!SVGTests.text(try chart.render(Town.report(), as: .svg)).contains("扫码"))
    }
}
