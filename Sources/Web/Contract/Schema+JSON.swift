/// Schemas as JSON Schema has them (2020-12, the dialect of OpenAPI 3.1).
extension JSONWriter {
    /// - Parameter described: what is said beside the form, for people.
    mutating func schema(_ schema: Schema, zh: String = "", en: String = "") {
        object { json in
            json.keywords(of: schema)
            let words = [zh, en].filter { !$0.isEmpty }.joined(separator: " · ")
            if !words.isEmpty { json.field("description", words) }
        }
    }

    private mutating func keywords(of schema: Schema) {
        switch schema {
        case .string(let maximum, let pattern, let format):
            field("type", "string")
            if let maximum { field("maxLength", maximum) }
            if let pattern { field("pattern", pattern) }
            if let format { field("format", format) }
        case .integer(let range):
            field("type", "integer")
            field("format", "int64")
            field("minimum", range.lowerBound)
            field("maximum", range.upperBound)
        case .number: field("type", "number")
        case .boolean: field("type", "boolean")
        case .words(let words):
            field("type", "string")
            array("enum", words) { $0.value($1) }
        case .array(let items, let maximum):
            field("type", "array")
            if let maximum { field("maxItems", maximum) }
            key("items")
            self.schema(items)
        case .object(let members): keywords(of: members)
        case .map(let values):
            field("type", "object")
            key("additionalProperties")
            self.schema(values)
        case .nullable(let schema):
            array("anyOf") { json in
                json.schema(schema)
                json.object { $0.field("type", "null") }
            }
        case .either(let schemas): array("anyOf", schemas) { $0.schema($1) }
        case .anything: break
        case .shape(let shape): field("$ref", "#/components/schemas/\(shape.name)")
        }
    }

    /// Other names than these are a mistake, in requests as in answers.
    private mutating func keywords(of members: [Schema.Member]) {
        field("type", "object")
        object("properties") { json in
            for member in members {
                json.key(member.name)
                json.schema(member.schema, zh: member.zh, en: member.en)
            }
        }
        let required = members.filter(\.isRequired)
        if !required.isEmpty { array("required", required) { $0.value($1.name) } }
        field("additionalProperties", false)
    }
}
