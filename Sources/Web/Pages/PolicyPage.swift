import Hummingbird
import UseCases
import Workflow

/// A version of a policy in words, to read; the town's active one unless another is asked for.
enum PolicyPage {
    struct Section {
        let title: String
        let facts: [PolicyWords.Fact]
    }

    struct Version {
        let href: String
        let name: String
        let active: Bool
        let current: Bool
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["programme", "version"])
        let (policies, town) = try await call.services.reading.policies(for: caller.person)
        let words = call.words
        let name = query["programme"] ?? town.programme
        let number = try query.number("version", 1...Int(Int32.max), default: town.policyVersion)
        guard let policy = policies.first(where: { $0.programme == name && $0.version == number }) else {
            throw Problem(.notFound)
        }
        func isActive(_ policy: Policy) -> Bool {
            policy.programme == town.programme && policy.version == town.policyVersion
        }
        let versions = policies.map { other in
            Version(
                href: address(other.programme, other.version),
                name: words("policy.version", ["programme": other.programme, "version": "\(other.version)"]),
                active: isActive(other), current: other == policy)
        }
        let content: [String: Any] = [
            "heading": words(
                "policy.heading", ["programme": policy.programme, "version": "\(policy.version)"]),
            "standing": words(
                isActive(policy) ? "policy.isActive" : "policy.isNotActive", ["town": town.name]),
            "hasChecks": !policy.toCheck.isEmpty, "versions": versions,
            "sections": PolicyWords(policy, words).sections.map { Section(title: $0.title, facts: $0.facts) },
        ]
        return .page(
            call.pages.render("policy", .init(title: words("nav.policy"), caller: caller, part: .policy), call, content)
        )
    }

    static func address(_ programme: String, _ version: Int) -> String {
        "/policy?programme=\(programme.percentEncoded)&version=\(version)"
    }
}
