import Synchronization
import UseCases
import Workflow

extension MemoryStore {
    func beginSecondFactor(of person: PersonID, town: TownID, sealed: [UInt8]) async throws(StoreError) {
        content.withLock { $0.accounts.factors[person] = (sealed, false, 0) }
    }

    func waitingSecondFactor(of person: PersonID, town: TownID) async throws(StoreError) -> [UInt8]? {
        content.withLock { $0.accounts.factors[person].flatMap { $0.confirmed ? nil : $0.sealed } }
    }

    func confirmSecondFactor(
        of person: PersonID, town: TownID, step: Int64, codes: [[UInt8]], now: Instant, audit: AuditEntry
    ) async throws(StoreError) {
        content.withLock { content in
            content.accounts.factors[person]?.confirmed = true
            content.accounts.factors[person]?.step = step
            content.accounts.recovery[person] = Dictionary(uniqueKeysWithValues: codes.map { ($0, false) })
            content.audit.append(audit)
        }
    }

    func renewRecoveryCodes(
        of person: PersonID, town: TownID, codes: [[UInt8]], audit: AuditEntry
    ) async throws(StoreError) {
        content.withLock { content in
            content.accounts.recovery[person] = Dictionary(uniqueKeysWithValues: codes.map { ($0, false) })
            content.audit.append(audit)
        }
    }

    func recoveryCodesLeft(of person: PersonID, town: TownID) async throws(StoreError) -> Int {
        content.withLock { ($0.accounts.recovery[person] ?? [:]).values.count { !$0 } }
    }

    func removeSecondFactor(of person: PersonID, town: TownID, audit: AuditEntry) async throws(StoreError) -> Bool {
        content.withLock { content in
            content.audit.append(audit)
            return content.accounts.factors.removeValue(forKey: person) != nil
        }
    }

    func issueToken(_ token: NewAccessToken, audit: AuditEntry) async throws(StoreError) -> Int64 {
        content.withLock { content in
            content.accounts.number += 1
            content.accounts.tokens.append((token, content.accounts.number, nil, nil))
            content.audit.append(audit)
            return content.accounts.number
        }
    }

    func token(hash: [UInt8], now: Instant) async throws(StoreError) -> LiveToken? {
        let found = content.withLock { content in
            content.accounts.tokens.first { $0.token.hash == hash && $0.revokedAt == nil && now < $0.token.expiresAt }
        }
        guard let found, let person = people.first(where: { $0.id == found.token.person }) else { return nil }
        return LiveToken(
            person: person, number: found.number, scopes: found.token.scopes, expiresAt: found.token.expiresAt,
            lastUsedAt: found.usedAt)
    }

    func touchToken(hash: [UInt8], now: Instant) async throws(StoreError) {}

    func tokens(of person: PersonID, town: TownID) async throws(StoreError) -> [AccessTokenRecord] {
        content.withLock { $0.accounts.tokens.filter { $0.token.person == person } }.map { kept in
            AccessTokenRecord(
                number: kept.number, name: kept.token.name, scopes: kept.token.scopes,
                issuedAt: kept.token.issuedAt, expiresAt: kept.token.expiresAt, revokedAt: kept.revokedAt,
                lastUsedAt: kept.usedAt)
        }
    }

    func revokeToken(
        _ number: Int64, of person: PersonID, town: TownID, now: Instant, audit: AuditEntry
    ) async throws(StoreError) -> Bool {
        content.withLock { content in
            content.audit.append(audit)
            let index = content.accounts.tokens.firstIndex {
                $0.number == number && $0.token.person == person && $0.revokedAt == nil
            }
            guard let index else { return false }
            content.accounts.tokens[index].revokedAt = now
            return true
        }
    }

    func person(issuer: String, subject: String) async throws(StoreError) -> (town: TownID, person: PersonID)? {
        content.withLock { $0.accounts.identities["\(issuer) \(subject)"] }.map { (Self.town, $0) }
    }

    func link(
        issuer: String, subject: String, to person: PersonID, town: TownID, by administrator: PersonID?, now: Instant,
        audit: AuditEntry
    ) async throws(StoreError) {
        content.withLock { content in
            content.accounts.identities["\(issuer) \(subject)"] = person
            content.audit.append(audit)
        }
    }

    func unlink(_ person: PersonID, town: TownID, audit: AuditEntry) async throws(StoreError) -> Bool {
        content.withLock { content in
            content.audit.append(audit)
            let before = content.accounts.identities.count
            content.accounts.identities = content.accounts.identities.filter { $0.value != person }
            return content.accounts.identities.count < before
        }
    }

    func give(
        _ assignment: Assignment, to person: PersonID, town: TownID, audit: AuditEntry
    ) async throws(StoreError) {
        content.withLock { content in
            content.accounts.extraOffices[person, default: []].append(assignment)
            content.audit.append(audit)
        }
    }

    func end(
        _ role: Role, of person: PersonID, town: TownID, lastDay: CivilDate, audit: AuditEntry
    ) async throws(StoreError) -> Bool {
        content.withLock { $0.audit.append(audit) }
        return people.first { $0.id == person }?.assignments.contains { $0.role == role } == true
    }
}
