public import Workflow

/// Recomputes a chain. The database hashes when it writes; this reads what it kept and hashes again.
public struct AuditVerification: Sendable {
    let log: AuditLog
    let sha256: @Sendable ([UInt8]) -> [UInt8]

    public init(log: AuditLog, secrets: any Secrets) {
        self.log = log
        sha256 = { secrets.sha256($0) }
    }

    /// The first thing that is not as it was written; nil when the whole chain holds.
    public func firstDifference(_ chain: AuditChain) async throws(UseCaseError) -> AuditDifference? {
        var (number, head) = (chain.removed, chain.removedHead)
        while number < chain.length {
            let page = try await log.page(town: chain.town, after: number)
            guard !page.isEmpty else { return AuditDifference(town: chain.town, number: number + 1, what: .missing) }
            for record in page where record.number <= chain.length {
                guard record.number == number + 1 else {
                    return AuditDifference(town: chain.town, number: number + 1, what: .missing)
                }
                guard record.previous == head, record.hash == sha256(record.hashed) else {
                    return AuditDifference(town: chain.town, number: record.number, what: .altered)
                }
                (number, head) = (record.number, record.hash)
            }
        }
        guard head == chain.head else {
            return AuditDifference(town: chain.town, number: number, what: .altered)
        }
        return nil
    }
}

public struct AuditDifference: Hashable, Sendable {
    public enum What: String, Sendable { case missing, altered }

    public let town: TownID
    public let number: Int64
    public let what: What
}

extension AuditRecord {
    /// What the entry's hash is made of: the previous hash, then each field with its length (`liban.audit_hash`).
    public var hashed: [UInt8] {
        let fields = [
            entry.town.description, String(number), String(entry.at.microseconds), entry.person?.description ?? "",
            entry.act.rawValue, entry.result.rawValue, entry.subject, entry.detail, entry.origin.address,
            entry.origin.request,
        ]
        return previous + fields.flatMap { Array("\($0.utf8.count):\($0)".utf8) }
    }
}
