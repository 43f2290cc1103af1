import Hummingbird
import Sheets
import UseCases
import Workflow

/// Statements and reports to read, print and take away: a fund's month, its year, what is awarded and unpaid, a project.
enum StatementPage {
    struct Link {
        let href: String
        let name: String
        let current: Bool
    }

    /// The fund in one month of booking, line by line, with a jump to every other month in which something moved.
    static func month(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["month"])
        let reading = call.services.statements
        let fund = try await reading.fund(try call.fundID(), for: caller.person)
        let day = try query.month("month") ?? fund.lastDay(today: reading.today).firstOfMonth
        let report = try await reading.month(of: fund, day, for: caller.person)
        let year = try await reading.year(of: fund, until: reading.today, for: caller.person)
        let month = report.statement.from.monthText
        let months = Set(year.months.map(\.month) + [report.statement.from]).sorted()
        let api = "/api/v1/funds/\(fund.id)"
        var content = frame(fund)
        content["jumps"] = months.map { month in
            Link(
                href: "/funds/\(fund.id)?month=\(month.monthText)", name: month.monthText,
                current: month == report.statement.from)
        }
        content["downloads"] = [
            Link(href: "\(api)/reports/month?month=\(month)&format=xlsx", name: "本月 Excel", current: false),
            Link(
                href: "\(api)/statement?from=\(report.statement.from)&to=\(report.statement.to)&format=csv",
                name: "本月 CSV", current: false),
            Link(href: "\(api)/statement?format=xlsx", name: "全年 Excel", current: false),
        ]
        content["sheets"] = report.sheets.map { SheetView($0) }
        return page(call, caller, "资金月报 \(month)", content)
    }

    static func year(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["to"])
        let reading = call.services.statements
        let fund = try await reading.fund(try call.fundID(), for: caller.person)
        let to = try query.day("to") ?? reading.today
        let report = try await reading.year(of: fund, until: to, for: caller.person)
        var content = frame(fund)
        content["downloads"] = downloads("/api/v1/funds/\(fund.id)/reports/year?to=\(to)")
        content["sheets"] = [SheetView(report.sheet)]
        return page(call, caller, "资金年报", content)
    }

    static func committed(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["on"])
        let reading = call.services.statements
        let fund = try await reading.fund(try call.fundID(), for: caller.person)
        let day = try query.day("on") ?? fund.lastDay(today: reading.today)
        let report = try await reading.committed(of: fund, on: day, for: caller.person)
        var content = frame(fund)
        content["downloads"] = downloads("/api/v1/funds/\(fund.id)/reports/committed?on=\(day)")
        content["sheets"] = [SheetView(report.sheet)]
        return page(call, caller, "已批未付", content)
    }

    static func project(_ call: Call, _ caller: Caller) async throws -> Response {
        _ = try Query(call.request, allowed: [])
        let id = try call.projectID()
        let statement = try await call.services.statements.project(id, for: caller.person)
        let content: [String: Any] = [
            "downloads": downloads("/api/v1/projects/\(id)/statement?"),
            "sheets": statement.sheets.map { SheetView($0) },
            "others": [Link(href: "/projects/\(id)", name: "回到项目", current: false)],
        ]
        return page(call, caller, "项目资金账", content)
    }

    /// What stands above every page of a fund: what is free, where the rest is, and the fund's other pages.
    private static func frame(_ fund: FundState) -> [String: Any] {
        let balance = fund.balance
        return [
            "fund": "\(fund.programme) \(fund.year)年度", "free": balance.free.yuanText,
            "capitals": balance.free.capitals, "facts": FundPage.facts(balance),
            "others": [
                Link(href: "/funds", name: "全部资金", current: false),
                Link(href: "/funds/\(fund.id)", name: "月报", current: false),
                Link(href: "/funds/\(fund.id)/year", name: "年报", current: false),
                Link(href: "/funds/\(fund.id)/committed", name: "已批未付", current: false),
            ],
        ]
    }

    private static func downloads(_ address: String) -> [Link] {
        let address = address.hasSuffix("?") ? address : address + "&"
        return [
            Link(href: "\(address)format=xlsx", name: "下载 Excel", current: false),
            Link(href: "\(address)format=csv", name: "下载 CSV", current: false),
        ]
    }

    private static func page(
        _ call: Call, _ caller: Caller, _ title: String, _ content: [String: Any]
    ) -> Response {
        let part: Pages.Frame.Part = content["fund"] == nil ? .projects : .funds
        return .page(call.pages.render("statement", .init(title: title, caller: caller, part: part), call, content))
    }
}
