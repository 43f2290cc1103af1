import HummingbirdTesting
import Testing
import Workflow

@testable import Web

/// Who has a session; the others sign in when they first act.
struct SignedIn {
    private let client: any TestClientProtocol
    private let logins: [PersonID: String]
    private var actors: [PersonID: Client.Person] = [:]

    init(client: any TestClientProtocol, logins: some Sequence<(Workflow.Person, String)>) {
        self.client = client
        self.logins = Dictionary(uniqueKeysWithValues: logins.map { ($0.id, $1) })
    }

    mutating func actor(_ id: PersonID) async throws -> Client.Person {
        if let actor = actors[id] { return actor }
        let actor = try await Client(client: client).signIn(try #require(logins[id]))
        actors[id] = actor
        return actor
    }

    mutating func forget() { actors = [:] }
}
