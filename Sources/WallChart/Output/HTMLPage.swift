import Workflow

/// The drawing as one page that needs nothing else: it opens from a stick, prints on its paper, runs no script.
enum HTMLPage {
    /// - Parameter size: of the drawing in points; the printed page has the same.
    static func file(_ svg: [UInt8], _ report: ChartReport, title: String, size: (width: Double, height: Double))
        -> [UInt8]
    {
        var out = ByteWriter(capacity: svg.count + 1 << 15)
        out.write("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
        out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; ")
        out.write("style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n")
        out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        out.write(escaped: title)
        out.write("</title>\n<style>\n@page{size:")
        out.write(size.width)
        out.write("pt ")
        out.write(size.height)
        out.write("pt;margin:0}\n")
        out.write(style)
        out.write("</style>\n</head>\n<body>\n<main>\n")
        let drawing = svg.firstIndex(of: UInt8(ascii: "\n")).map { svg[($0 + 1)...] } ?? svg[...]
        out.append(contentsOf: drawing)
        out.write("<p class=\"hint\">")
        out.write(escaped: Wording.asOf(report))
        out.write("。下表与图同源，供检索与读屏使用。</p>\n")
        table(report, &out)
        out.write("</main>\n</body>\n</html>\n")
        return out.bytes
    }

    private static let style: StaticString = """
        body{margin:0;background:#fff;color:#1c1f24;font-family:'Noto Sans CJK SC','Source Han Sans SC',\
        'PingFang SC','Microsoft YaHei',sans-serif}
        svg{display:block;width:100%;height:auto}
        .hint{margin:1rem;color:#555b64}
        .scroll{overflow-x:auto;margin:1rem}
        table{border-collapse:collapse;font-size:.9rem}
        th,td{border:1px solid #d3d7dc;padding:.3rem .5rem;text-align:left;vertical-align:top}
        th{background:#f5f3ef;white-space:nowrap}
        td.n{text-align:right;font-variant-numeric:tabular-nums}
        @media print{.hint,.scroll{display:none}svg{width:100vw}}

        """

    private static func table(_ report: ChartReport, _ out: inout ByteWriter) {
        out.write("<div class=\"scroll\"><table>\n<thead><tr>")
        for head in ["序", "村（社区）", "项目编号", "项目名称", "批复（万元）", "状态", "灯", "剩余／超期", "下一步"] {
            out.write("<th scope=\"col\">")
            out.write(escaped: report.word(head))
            out.write("</th>")
        }
        out.write("</tr></thead>\n<tbody>\n")
        for (index, row) in report.projects.enumerated() {
            let next = [row.nextAction, Wording.who(row)].filter { !$0.isEmpty }.joined(separator: "·")
            let cells = [
                row.unit, row.number, row.title, row.awarded == .zero ? "—" : row.awarded.wanText,
                report.word(row.state.chinese),
                Ledger.words(row.light, report), Wording.days(row), next,
            ]
            out.write("<tr><td class=\"n\">")
            out.write(index + 1)
            out.write("</td>")
            for (column, cell) in cells.enumerated() {
                out.write(column == 3 ? "<td class=\"n\">" : "<td>")
                out.write(escaped: cell)
                out.write("</td>")
            }
            out.write("</tr>\n")
        }
        out.write("</tbody>\n</table></div>\n")
    }
}
