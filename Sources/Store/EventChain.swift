internal import CSodium
internal import Workflow

/// The chain over a project's log: each entry's hash covers the hash before it and everything the entry says.
///
/// SHA-256 over the fields in a fixed order, each as text behind its length in four bytes (big endian), so that no two
/// logs have the same bytes. An absent late reason has the length 2³²−1 and no bytes.
enum EventChain {
    static func hash(
        after previous: [UInt8], project: ProjectID, sequence: Int, kind: String, body: String, person: PersonID,
        role: String, effectiveOn: CivilDate, recordedAt: Instant, lateReason: String?
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.utf8.count + 200)
        append(previous, to: &bytes)
        for field in [
            "\(project.town)", "\(project.year)", "\(project.serial)", "\(sequence)", kind, body, "\(person)", role,
            "\(effectiveOn)", "\(recordedAt.microseconds)",
        ] {
            append(field.utf8, to: &bytes)
        }
        if let lateReason {
            append(lateReason.utf8, to: &bytes)
        } else {
            bytes.append(contentsOf: [255, 255, 255, 255])
        }
        return sha256(bytes)
    }

    private static func append(_ field: some Collection<UInt8>, to bytes: inout [UInt8]) {
        let length = UInt32(field.count)
        for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: length >> shift)) }
        bytes.append(contentsOf: field)
    }
}

/// SHA-256 by libsodium.
func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    _ = crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
}
