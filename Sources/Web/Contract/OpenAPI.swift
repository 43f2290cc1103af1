import HTTPTypes
import UseCases
import Workflow

/// The description of the interface, OpenAPI 3.1, written from the routes' own contracts.
enum OpenAPI {
    static let version = "1.0.0"

    /// Written once: neither routes nor contracts change while the program runs.
    static let document: [UInt8] = write(Routes.all)

    static func write(_ routes: [Route]) -> [UInt8] {
        var json = JSONWriter(capacity: 512 * 1024)
        json.object { json in
            json.field("openapi", "3.1.0")
            json.object("info") { json in
                json.field("title", "立办 Liban")
                json.field("version", version)
                json.field("description", about)
            }
            json.array("servers") { json in json.object { $0.field("url", "/") } }
            json.array("tags", tags(routes)) { json, tag in json.object { $0.field("name", tag) } }
            json.object("paths") { json in
                for (path, operations) in byPath(routes) {
                    json.key(path)
                    json.object { json in
                        for (route, contract) in operations {
                            json.key(route.method.rawValue.lowercased())
                            json.operation(contract, of: route, at: path)
                        }
                    }
                }
            }
            json.object("components") { json in
                json.object("schemas") { json in
                    for shape in shapes(routes) {
                        json.key(shape.name)
                        json.schema(shape.schema, zh: shape.zh)
                    }
                }
                json.securitySchemes()
            }
        }
        return json.bytes
    }

    private static let about = """
        一镇微实事资金的申报、核实、批复、实施、验收、销号。金额以分为单位（…Fen），日期为北京时间的日历日，时刻为UTC。\
        写操作须带Idempotency-Key；办理项目须用If-Match给出所见版本。错误为RFC 9457问题文档，code稳定不变。\
         Amounts are in fen (…Fen), days are civil days in Asia/Shanghai, instants UTC. Writes take an \
        Idempotency-Key; commands take the version seen in If-Match. Errors are RFC 9457 problems with a stable code.
        """

    /// Operations by their address, addresses in the order of the routes.
    private static func byPath(_ routes: [Route]) -> [(path: String, operations: [(Route, Contract)])] {
        var order: [String] = []
        var found: [String: [(Route, Contract)]] = [:]
        for route in routes {
            for (path, contract) in route.contracts {
                if found[path] == nil { order.append(path) }
                found[path, default: []].append((route, contract))
            }
        }
        return order.map { ($0, found[$0] ?? []) }
    }

    /// The part of the interface an address belongs to: `projects` of `/api/v1/projects/{id}`.
    static func tag(_ path: String) -> String {
        let parts = path.split(separator: "/")
        if parts.first == "public" { return "public" }
        let noun = parts.first == "api" && parts.count > 2 ? parts[2] : "service"
        return String(noun.split(separator: ".").first ?? noun)
    }

    private static func tags(_ routes: [Route]) -> [String] {
        var tags: [String] = []
        for path in routes.flatMap(\.contracts).map(\.path) where !tags.contains(tag(path)) { tags.append(tag(path)) }
        return tags
    }

    /// Every named form that is used, each once.
    static func shapes(_ routes: [Route]) -> [Shape] {
        var shapes: [String: Shape] = [ProblemShape.problem.name: ProblemShape.problem]
        for contract in routes.flatMap(\.contracts).map(\.contract) {
            var used = contract.query.flatMap(\.schema.shapes)
            if case .json(let schema) = contract.answer.content { used += schema.shapes }
            if case .json(let schema)? = contract.body { used += schema.shapes }
            for shape in used { shapes[shape.name] = shape }
        }
        return shapes.values.sorted { $0.name < $1.name }
    }
}
