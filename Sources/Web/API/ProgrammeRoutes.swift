import Foundation
import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// Programmes and the versions of their policies. A version never changes, so adding it again is harmless and
/// needs no Idempotency-Key: its name and number are the key.
enum ProgrammeRoutes {
    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let (policies, town) = try await call.services.reading.policies(for: caller.person)
        var json = JSONWriter(capacity: 1536 * policies.count + 64)
        json.object { json in
            json.array("items", policies) { json, policy in write(policy, town, to: &json) }
        }
        return .json(json.bytes)
    }

    static func read(_ call: Call, _ caller: Caller) async throws -> Response {
        let (name, version) = try named(call)
        let (policies, town) = try await call.services.reading.policies(for: caller.person)
        guard let policy = policies.first(where: { $0.programme == name && $0.version == version }) else {
            throw Problem(.notFound)
        }
        return answer(policy, town, .ok)
    }

    /// 422 names everything that is wrong with the policy, before anything is stored.
    static func add(_ call: Call, _ caller: Caller) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        let policy = try Policy(try JSONFieldReader.read(members, PolicyFields.all))
        try await call.services.programmes.add(policy, by: caller.person)
        let (_, town) = try await call.services.reading.policies(for: caller.person)
        return answer(policy, town, .created)
    }

    static func activate(_ call: Call, _ caller: Caller) async throws -> Response {
        let (name, version) = try named(call)
        try await call.services.programmes.activate(
            name, version: version, in: caller.person.town, by: caller.person.id)
        return try await read(call, caller)
    }

    private static func named(_ call: Call) throws -> (String, Int) {
        guard let name = try call.parameter("name").removingPercentEncoding,
            let version = Int(try call.parameter("version")), version > 0
        else { throw Problem(.notFound) }
        return (name, version)
    }

    private static func answer(_ policy: Policy, _ town: Town, _ status: HTTPResponse.Status) -> Response {
        var json = JSONWriter(capacity: 2048)
        write(policy, town, to: &json)
        return .json(json.bytes, status: status)
    }

    /// The policy as it can be sent back, under `policy`; beside it whether the town follows it now.
    private static func write(_ policy: Policy, _ town: Town, to json: inout JSONWriter) {
        json.object { json in
            json.field("programme", policy.programme)
            json.field("version", policy.version)
            json.field("active", town.programme == policy.programme && town.policyVersion == policy.version)
            json.key("policy")
            json.object(policy.values)
        }
    }
}
