import Foundation
import WallChart
import Workflow

/// The page over a batch: every county and town with its lights, money and links. Needs nothing but itself.
struct BatchIndex {
    struct County {
        let report: ChartReport
        let folder: String
        let files: [String]
        let towns: [SetState]
    }

    let plan: BatchPlan
    let counties: [County]

    var page: [UInt8] {
        let moment = "\(plan.asOf.civilDate) \(plan.asOf.clockText)"
        let whole = ChartReport(
            county: "全部", of: counties.flatMap { $0.towns.map(\.tally) }, year: plan.asOf.civilDate.year,
            asOf: plan.asOf)
        var html = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>挂图作战图目录 \(moment)</title>
            <style>
            body{margin:0 auto;max-width:76rem;padding:1rem;font:1rem/1.6 'Noto Sans CJK SC','PingFang SC',\
            'Microsoft YaHei',sans-serif;color:#1c1f24}
            h1{font-size:1.4rem;margin:.4em 0}h2{font-size:1.15rem;margin:1.6em 0 .4em}
            .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
            th,td{border:1px solid #d3d7dc;padding:.35rem .6rem;text-align:left;white-space:nowrap}
            th{background:#f5f3ef}td.n{text-align:right;font-variant-numeric:tabular-nums}
            tr.sum td{background:#f5f3ef;font-weight:700}.red{color:#b3261e;font-weight:700}
            a{color:#1f4f99;display:inline-block;padding:.1rem .3rem}
            </style>
            </head>
            <body>
            <main>
            <h1>挂图作战图目录</h1>
            <p>数据截至 <strong>\(moment)</strong>，\(counties.count) 个县（市、区），\(whole.units.count) 个镇（街道），\
            \(whole.totals.projects) 个项目。</p>

            """
        html += table(
            "汇总", counties.map { line($0.report, name: $0.report.town, edition: nil, links: links($0)) }, whole)
        for county in counties {
            let lines = county.towns.map { town in
                line(
                    ChartReport(county: town.tally.town, of: [town.tally], year: 0, asOf: plan.asOf),
                    name: town.tally.town, edition: town.tally.edition, links: links(town, in: county))
            }
            html += table(county.report.town, lines, county.report)
        }
        html += "</main>\n</body>\n</html>\n"
        return Array(html.utf8)
    }

    private func table(_ heading: String, _ lines: [String], _ sum: ChartReport) -> String {
        let heads = ["名称", "版次", "项目"] + Light.allCases.map(\.chinese) + ["批复（万元）", "已拨（万元）", "可用（万元）", "文件"]
        return """
            <h2>\(escaped(heading))</h2>
            <div class="scroll"><table>
            <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
            <tbody>
            \(lines.joined(separator: "\n"))
            \(line(sum, name: "合计", edition: nil, links: "", isSum: true))
            </tbody>
            </table></div>

            """
    }

    private func line(
        _ report: ChartReport, name: String, edition: Int?, links: String, isSum: Bool = false
    ) -> String {
        let lights = Light.allCases.map { light in
            let count = report.totals.byLight[light] ?? 0
            return light == .red && count > 0 ? "<td class=\"n red\">\(count)</td>" : "<td class=\"n\">\(count)</td>"
        }
        let money = [report.totals.awarded, report.totals.disbursed, report.money.free]
            .map { "<td class=\"n\">\($0.wanText)</td>" }
        return
            "<tr\(isSum ? " class=\"sum\"" : "")><td>\(escaped(name))</td><td>\(edition.map { "第\($0)版" } ?? "")</td>"
            + "<td class=\"n\">\(report.totals.projects)</td>\(lights.joined())\(money.joined())<td>\(links)</td></tr>"
    }

    private func links(_ county: County) -> String {
        county.files.map { link("\(county.folder)/\($0)", $0, stem: "\(county.folder)-") }.joined()
    }

    private func links(_ town: SetState, in county: County) -> String {
        let folder = "\(county.folder)/\(ChartSet.stem(town.tally.town))"
        return town.files.map { link("\(folder)/\($0.name)", $0.name, stem: "\(ChartSet.stem(town.tally.town))-") }
            .joined()
    }

    /// The link says what is different about its file: 环节表 PDF.
    private func link(_ path: String, _ name: String, stem: String) -> String {
        let parts = name.dropFirst(stem.count).split(separator: ".")
        let kind = parts.first.flatMap { $0.split(separator: "-").dropFirst().first }
            .flatMap { Drawing(rawValue: String($0)) }?.chinese
        let words = [kind, parts.last?.uppercased()].compactMap { $0 }.joined(separator: " ")
        let address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return "<a href=\"\(escaped(address))\">\(escaped(words))</a>"
    }

    private func escaped(_ text: String) -> String {
        let marks: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"]
        return text.map { marks[$0] ?? String($0) }.joined()
    }
}
