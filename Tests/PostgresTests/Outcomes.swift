import Postgres

extension DatabaseError {
    /// What the server said, if it said no.
    var refusal: ServerError? {
        if case .rolledBack(let error) = self { error } else { nil }
    }

    var isUnknown: Bool {
        if case .unknown = self { true } else { false }
    }

    var isUnavailable: Bool {
        if case .unavailable = self { true } else { false }
    }
}

extension Result where Failure == DatabaseError {
    static func of(_ body: () async throws(DatabaseError) -> Success) async -> Self {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    var error: DatabaseError? {
        if case .failure(let error) = self { error } else { nil }
    }
}
