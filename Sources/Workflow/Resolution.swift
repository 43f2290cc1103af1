/// How an encumbrance ended: every award's money is settled or voided, exactly once.
public struct Resolution: Hashable, Sendable {
    /// The entry of the award.
    public let awardedAt: Int
    /// The entry that ended it.
    public let resolvedAt: Int
    public let how: How

    public init(awardedAt: Int, resolvedAt: Int, how: How) {
        self.awardedAt = awardedAt
        self.resolvedAt = resolvedAt
        self.how = how
    }

    public enum How: String, CaseIterable, Codable, Sendable {
        /// 结算: the actual is posted, the rest released.
        case settled
        /// 撤销: an upheld objection or the project's end.
        case voided
    }
}

extension Entry {
    /// The encumbrance this entry ends, given the project before it; nil where it ends none.
    public func resolution(before project: Project?) -> Resolution? {
        guard let awardedAt = project?.money.awardedAt else { return nil }
        func ended(_ how: Resolution.How) -> Resolution {
            Resolution(awardedAt: awardedAt, resolvedAt: sequence, how: how)
        }
        switch event {
        case .settled: return ended(.settled)
        case .objectionResolved(let ruling): return ruling.upheld ? ended(.voided) : nil
        case .declined, .withdrawn, .terminated: return project?.money.settled == nil ? ended(.voided) : nil
        case .drafted, .edited, .submitted, .admitted, .verified, .returned, .endorsed, .awarded, .objected,
            .noticeConcluded, .startRecorded, .progressReported, .amendmentRequested, .amendmentDecided, .extended,
            .suspended, .resumed, .inspectionRequested, .accepted, .rectificationDemanded, .disbursed, .recovered,
            .paymentCorrected, .retentionReturned, .receiptRecorded, .spendingRecorded, .carriedForward, .swept,
            .closedOut, .reopened, .blockerRaised, .blockerCleared, .consulted, .consultationDecided,
            .consultationAdjourned, .dispatched, .dispatchSigned, .dispatchAnswered, .dueRecomputed,
            .dutyExceptionUsed, .documented, .chased, .commented:
            return nil
        }
    }
}
