import Store
public import UseCases

extension Installation {
    /// Signs a checkpoint with the installation's key, which is made on first use.
    ///
    /// Throws `SigningKey.Fault` when the key cannot be used.
    public func makeCheckpoint() async throws -> (checkpoint: Checkpoint, added: Int) {
        try await checkpoints.make(try SigningKey.open(checkpointKey))
    }

    /// Holds the log against every checkpoint, and the checkpoints against the installation's key where it is at hand.
    public func verifyCheckpoints() async throws -> CheckpointReport {
        try await checkpoints.verify(trusted: try SigningKey.existing(checkpointKey)?.publicKey)
    }
}
