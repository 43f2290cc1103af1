public import Workflow

/// Why a use case could not do what was asked.
public enum UseCaseError: Error, Equatable, Sendable {
    case notFound
    /// A rule refused the command.
    case refused(Refusal)
    /// The database refused by a named rule that the core did not foresee.
    case databaseRefused(rule: String, message: String)
    /// The person may not look at this.
    case readRefused(ReadOperation)
    /// The person may not change this.
    case writeRefused
    /// A file, or a piece of one, was not taken.
    case file(FileFault)
    /// An opinion, or a step with one, was not taken.
    case opinion(OpinionRefusal)
    /// The project has moved on since the version the person saw.
    case stale(current: Int)
    /// The request key was used for something else.
    case keyReused
    /// The same request is being carried out right now.
    case keyInProgress
    /// The request was carried out; its answer held a secret, or was lost with its process, and is not given again.
    case answerNotKept
    /// Login or password is wrong; which of them is not said.
    case signInWrong
    /// The password is right; the authenticator's code is missing.
    case secondFactorNeeded
    /// A new password that is not good enough, with everything wrong with it.
    case passwordRefused([PasswordFault])
    case accountRefused(AccountRefusal)
    case signInLocked(until: Instant)
    case handoverRefused(HandoverRefusal)
    case officeRefused(OfficeRefusal)
    /// The fund cannot be changed in this way.
    case fundRefused(FundRefusal)
    /// A policy that cannot work, with everything wrong with it.
    case policyRefused([PolicyProblem])
    /// An entry of a register, with everything wrong with it.
    case registerRefused([RegisterRefusal])
    case store(StoreError)
}

/// Runs calls of a port and says their error in the use case's words.
///
/// The closure is untyped because Swift infers `any Error` for it; ports throw nothing but `StoreError`.
func stored<Value>(_ body: () async throws -> Value) async throws(UseCaseError) -> Value {
    do { return try await body() } catch let error as StoreError { throw .store(error) } catch {
        throw .store(.corrupt("\(error)"))
    }
}
