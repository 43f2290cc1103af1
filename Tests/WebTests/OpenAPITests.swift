import Foundation
import HTTPTypes
import Testing
import UseCases
import Workflow

@testable import Web

/// The description and the routes are the same thing said twice.
struct OpenAPITests {
    private static func document() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(OpenAPI.document)) as? [String: Any])
    }

    /// Whatever programs may call; the rest are pages.
    private static let described = Routes.all.filter { route in
        ["/api/", "/healthz", "/readyz", "/metrics", "/openapi.json"].contains { route.path.hasPrefix($0) }
    }

    @Test func everyRouteOfTheInterfaceIsDescribed() {
        for route in Self.described {
            #expect(
                !route.contracts.isEmpty,
                "\(route.method) \(route.path) says nothing of itself: add .promising(…) to its line in Routes")
        }
    }

    @Test func documentAndRoutesAreEqualInBothDirections() throws {
        let paths = try #require(try Self.document()["paths"] as? [String: [String: Any]])
        var inDocument: Set<String> = []
        for (path, operations) in paths { for method in operations.keys { inDocument.insert("\(method) \(path)") } }
        var inRoutes: Set<String> = []
        for route in Self.described {
            for (path, _) in route.contracts { inRoutes.insert("\(route.method.rawValue.lowercased()) \(path)") }
        }
        #expect(inDocument == inRoutes)
        // Back to the router: every address of the document leads to the route that describes it.
        for (path, operations) in paths {
            for method in operations.keys {
                let route = Routes.all.first { $0.method.rawValue.lowercased() == method && $0.matches(path[...]) }
                #expect(route?.contract(of: path[...]) != nil, "\(method) \(path)")
            }
        }
    }

    @Test func operationsAndFormsHaveNamesOfTheirOwn() throws {
        let paths = try #require(try Self.document()["paths"] as? [String: [String: [String: Any]]])
        let names = paths.values.flatMap(\.values).compactMap { $0["operationId"] as? String }
        #expect(Set(names).count == names.count)
        var shapes: [String: Shape] = [:]
        for contract in Routes.all.flatMap(\.contracts).map(\.contract) {
            guard case .json(let schema) = contract.answer.content else { continue }
            for shape in schema.shapes {
                let isSame = shapes[shape.name].map { $0 === shape } ?? true
                #expect(isSame, "two forms are called \(shape.name)")
                shapes[shape.name] = shape
            }
        }
    }

    @Test func everyReferenceIsInTheDocument() throws {
        let text = String(decoding: OpenAPI.document, as: UTF8.self)
        let components = try #require(try Self.document()["components"] as? [String: [String: Any]])
        let names = Set(try #require(components["schemas"]).keys)
        let parts = text.components(separatedBy: "#/components/schemas/").dropFirst()
        for part in parts { #expect(names.contains(String(part.prefix { $0 != "\"" }))) }
    }

    /// What the description shows as an example is read without complaint, and answers' examples have their form.
    @Test func examplesAreWhatTheyAreExamplesOf() throws {
        for (path, contract) in Routes.all.flatMap(\.contracts) {
            if case .fields(let fields)? = contract.body {
                var json = JSONWriter()
                json.object(Examples.values(fields))
                guard case .object(let members) = try JSONReader.read(json.bytes) else { continue }
                #expect(throws: Never.self, "\(path)") { try JSONFieldReader.read(members, fields) }
            }
            guard case .json(let schema) = contract.answer.content else { continue }
            var json = JSONWriter()
            json.object { $0.example(of: schema) }
            guard case .object(let members) = try JSONReader.read(json.bytes, limits: .none) else { continue }
            let faults = Conformance.faults(try #require(members.first).value, schema, at: "")
            #expect(faults.isEmpty, "\(path): \(faults)")
        }
    }

    /// Parameters of the description are taken, others are refused by their name.
    @Test func queriesAreHeldToTheirContracts() async throws {
        try await World().run { client in
            _ = try await client.signIn("secretary").draft()
            let director = try await client.signIn("director")
            for route in Self.described where route.method == .get && route.path != "/metrics" {
                for (path, _) in route.contracts {
                    let address = AccessTests.path(route, path)
                    let answer = try await director.get(
                        address + (address.contains("?") ? "&" : "?") + "nosuchparameter=1")
                    #expect((answer.status, answer.code) == (400, "malformedParameter"), "\(path) \(answer.text)")
                    #expect(answer.json["field"] as? String == "nosuchparameter")
                }
            }
        }
    }

    @Test func theDocumentAndItsPageAreOpenToAll() async throws {
        try await World().run { client in
            let document = try await client.send(.get, "/openapi.json")
            #expect(document.status == 200)
            #expect(document.json["openapi"] as? String == "3.1.0")
            let page = try await client.send(.get, "/docs", ["Accept": "text/html"])
            #expect(page.status == 200)
            for path in ["/api/v1/projects/{id}/commands/award", "/api/v1/funds/{id}/entries"] {
                #expect(page.text.contains(path))
            }
            // Nothing from another host, and no script but those every page has from here.
            #expect(!page.text.contains("http://") && !page.text.contains("https://"))
            let scripts = page.text.components(separatedBy: "<script").dropFirst()
            #expect(scripts.allSatisfy { $0.hasPrefix(" src=\"/assets/") })
        }
    }

    @Test func everyProblemsTypeLeadsToItsWords() async throws {
        try await World().run { client in
            let codes =
                ProblemKind.allCases.map(\.code) + Refusal.Code.allCases.map(\.rawValue)
                + FileFault.samples.map(\.code) + OpinionRefusal.allCases.map(\.rawValue)
            for code in codes {
                let page = try await client.send(.get, "/problems/\(code)")
                #expect(page.status == 200 && page.text.contains(code), "\(code)")
            }
            #expect(try await client.send(.get, "/problems/none").status == 404)
        }
    }
}
