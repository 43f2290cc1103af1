/// Where answers are kept under the keys of their requests.
public protocol RequestKeyStore: Sendable {
    /// The answer already given under a key.
    func answer(under key: RequestKey) async throws(StoreError) -> StoredAnswer?
    /// Keeps an answer whose effect may have claimed the key already. A kept answer is never replaced.
    func settle(_ answer: StoredAnswer, under key: RequestKey) async throws(StoreError)
}
