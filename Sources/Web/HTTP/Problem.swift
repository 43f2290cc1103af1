import Hummingbird
import Workflow

/// An answer that says what went wrong and what to do, as RFC 9457 has it, in both languages.
struct Problem: Error, Sendable {
    /// One wrong field: its path in the request ("budget/0/amountFen") and what to do about it.
    struct FieldError: Sendable, Equatable {
        let field: String
        let zh: String
        let en: String
    }

    let status: HTTPResponse.Status
    /// Stable; clients may rely on it.
    let code: String
    let title: String
    let titleEn: String
    var detail: String
    var detailEn: String
    var field: String?
    var errors: [FieldError] = []
    /// Seconds after which the same request may succeed.
    var retryAfter: Int?
    /// Methods the path knows, for 405.
    var allow: [HTTPRequest.Method] = []
    /// For the log, with the request's id; never sent.
    var internalDetail: String?

    init(_ kind: ProblemKind, detail: String? = nil, detailEn: String? = nil, code: String? = nil) {
        status = kind.status
        self.code = code ?? kind.code
        title = kind.title
        titleEn = kind.titleEn
        self.detail = detail ?? kind.detail
        self.detailEn = detailEn ?? kind.detailEn
        retryAfter = kind.retryAfter
    }

    init(_ refusal: Refusal) {
        status = refusal.status
        code = refusal.code.rawValue
        title = "不能办理"
        titleEn = "Refused"
        detail = refusal.chinese
        detailEn = refusal.english
        field = refusal.field.map(FieldNames.inRequests)
        errors = refusal.missing.map {
            FieldError(
                field: FieldNames.inRequests($0.field), zh: "请填写\($0.chinese)", en: "Give \($0.english)")
        }
    }

    /// The document. `instance` is the request's id: what a person quotes when asking for help.
    func body(instance: String) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.object { json in
            json.field("type", "/problems/\(code)")
            json.field("title", title)
            json.field("titleEn", titleEn)
            json.field("status", status.code)
            json.field("code", code)
            json.field("detail", detail)
            json.field("detailEn", detailEn)
            if let field { json.field("field", field) }
            if !errors.isEmpty {
                json.array("errors", errors) { json, error in
                    json.object { json in
                        json.field("field", error.field)
                        json.field("zh", error.zh)
                        json.field("en", error.en)
                    }
                }
            }
            json.field("instance", instance)
        }
        return json.bytes
    }
}

extension Refusal {
    /// 403 where another person may do it, 409 where it may be possible later, 422 where it must be said differently.
    var status: HTTPResponse.Status {
        switch self {
        case .roleNotPermitted, .dutiesNotSeparate: .forbidden
        case .commandNotInState, .endorsementMissing, .noticeRunning, .objectionOpen, .startMissing,
            .amendmentPending, .amendmentMissing, .alreadyExtended, .pauseUsedUp, .settledAlready,
            .paymentsExceedSettlement, .notReadyToClose, .paidMoneyOutstanding, .fundMissing, .fundExhausted,
            .dueNotProvisional, .adjournmentEscalated, .ownMoneyOutstanding, .retentionMissing, .retentionNotDue,
            .paymentOfEarlierYear, .nothingHeld, .fundYearClosed:
            .conflict
        case .effectiveInFuture, .dayOutOfOrder, .lateEntryUnexplained, .incomplete, .amountOutOfRange,
            .categoryUnknown, .budgetDoesNotAddUp, .requestExceedsCap, .panelTooSmall, .panelNotIndependent,
            .awardExceedsRequest, .awardExceedsCap, .itemUnknown, .extensionNotLater, .suspensionBackdated,
            .satisfactionBelowThreshold, .advanceExceedsLimit, .spendingExceedsAward, .settlementExceedsAward,
            .recoveryExceedsPaid, .invoiceReused, .emergencyPapersLate, .extensionTooLong, .payeeNameDiffers,
            .personalPayee, .cashAboveLimit, .trancheNotReached, .settlementExceedsBuilt, .grantExceedsShare,
            .surplusNotGivenBack, .retentionExceedsLimit, .sourceOverspent:
            .unprocessableContent
        }
    }

    /// Everything still to be given, where the refusal is about that.
    var missing: [MissingItem] {
        guard case .incomplete(let items) = self else { return [] }
        return items
    }
}
