import HTTPTypes
import UseCases
import Workflow

/// What follows from a contract and its route, so that it need not be said again.
extension Contract {
    /// Parts of paths that mean the same wherever they stand.
    static func usual(_ name: String, in path: String) -> Parameter {
        switch name {
        case "id" where path.contains("/projects/"):
            Parameter(name, .projectID, "项目编号，如1-2026-42", "the project's key, such as 1-2026-42")
        case "sha": Parameter(name, .sha256, "文件摘要", "SHA-256 of the file")
        case "variant": Parameter(name, .one(of: FileVariant.self), "形式", "form")
        case "token", "receipt": Parameter(name, .string(maximum: 100), "回执或令牌", "as it was given")
        case "name": Parameter(name, .string(maximum: 100), "名称", "name")
        case "code": Parameter(name, .string(maximum: 64, pattern: "^[A-Za-z-]+$"), "代码", "code")
        case "version": Parameter(name, .id, "版本", "version")
        case _: Parameter(name, .id, "编号", "number")
        }
    }

    /// The parts of `path` in braces, in order.
    func pathParameters(_ path: String) -> [Parameter] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            let name = String(part.dropFirst().dropLast())
            return self.path.first { $0.name == name } ?? Self.usual(name, in: path)
        }
    }

    /// Every parameter the query may have, with those of the conventions.
    func queryParameters(_ route: Route) -> [Parameter] {
        guard route.method == .get, !sparseNames.isEmpty else { return query }
        let name = "(\(sparseNames.joined(separator: "|")))"
        return query + [
            Parameter(
                "fields", .string(maximum: 2000, pattern: "^\(name)(,\(name))*$"),
                "只要这些字段，逗号分隔", "only these members of each item, separated by commas")
        ]
    }

    /// The names `fields=` may choose from: of each item of a list, or of the object.
    var sparseNames: [String] {
        if let items = answer.items { return items.schema.memberNames }
        if case .json(let schema) = answer.content { return schema.memberNames }
        return []
    }

    var isJSON: Bool { if case .json = answer.content { true } else { false } }

    /// Statuses of problems this may answer with.
    func problemStatuses(_ route: Route, path: String) -> [Int] {
        // Parameters are read strictly everywhere; limits and troubles may meet every request.
        var statuses: Set<Int> = [400, 429, 500, 503]
        if route.access != .open { statuses.formUnion([401, 403]) }
        if route.access == .command { statuses.formUnion([403, 409, 422]) }
        if path.contains("{") { statuses.insert(404) }
        // Somebody's town may have nothing to read yet.
        if case .read = route.access { statuses.insert(404) }
        if body != nil { statuses.formUnion([413, 415, 422]) }
        switch keyed {
        case .withEffect?, .ofStrangers?: statuses.formUnion([409, 422])
        // A body is read for its digest even where the handler takes none.
        case .kept?, .keptAsked?, .shownOnce?: statuses.formUnion([409, 413, 422])
        case .needless?, nil: break
        }
        if isVersioned { statuses.formUnion([409, 412, 428]) }
        return statuses.union(refusals).sorted()
    }

    /// Every status this may answer with.
    func statuses(_ route: Route, path: String) -> Set<Int> {
        var statuses = Set(problemStatuses(route, path: path)).union([answer.status])
        if route.method == .get { statuses.insert(304) }
        return statuses
    }
}

extension Schema {
    /// The names of an object's members; none for anything else.
    var memberNames: [String] {
        switch self {
        case .object(let members): members.map(\.name)
        case .shape(let shape): shape.schema.memberNames
        case .string, .integer, .number, .boolean, .words, .array, .map, .nullable, .either, .anything: []
        }
    }
}
