import UseCases
import Workflow

extension Problem {
    /// What a use case says, as an answer.
    init(_ error: UseCaseError, now: Instant) {
        switch error {
        case .notFound: self.init(.notFound)
        case .refused(let refusal): self.init(refusal)
        case .databaseRefused(let rule, let message):
            self.init(.databaseRefused)
            // A named rule the core did not foresee is a defect worth a look, though nothing was lost.
            internalDetail = "\(rule): \(message)"
        case .readRefused: self.init(.readRefused)
        case .writeRefused: self.init(.writeRefused)
        case .file(let fault): self.init(fault)
        case .opinion(.stale):
            self.init(.stale, detail: OpinionRefusal.stale.chinese, detailEn: OpinionRefusal.stale.english)
        case .opinion(let refusal):
            self.init(.opinionRefused, detail: refusal.chinese, detailEn: refusal.english, code: refusal.rawValue)
        case .stale(let current):
            self.init(
                .stale, detail: "项目已更新到第\(current)版，您看到的内容已不是最新，请刷新后再办理。",
                detailEn: "The project is at version \(current) now; read it again.")
        case .keyReused: self.init(.keyReused)
        case .keyInProgress: self.init(.keyInProgress)
        case .answerNotKept: self.init(.answerNotKept)
        case .signInWrong: self.init(.signInWrong)
        case .secondFactorNeeded: self.init(.secondFactorNeeded)
        case .passwordRefused(let faults):
            self.init(
                .passwordRefused, detail: faults.map(\.chinese).joined(),
                detailEn: faults.map(\.english).joined(separator: " "))
            field = faults == [.wrongCurrent] ? "password" : "newPassword"
        case .accountRefused(let refusal):
            self.init(.accountRefused, detail: refusal.chinese, detailEn: refusal.english)
        case .signInLocked(let until):
            self.init(.signInLocked)
            retryAfter = max(1, Int((until.microseconds - now.microseconds) / 1_000_000) + 1)
        case .handoverRefused(let refusal):
            self.init(.handoverRefused, detail: refusal.chinese, detailEn: refusal.english)
        case .officeRefused(let refusal):
            self.init(.officeRefused, detail: refusal.chinese, detailEn: refusal.english)
        case .fundRefused(let refusal):
            self.init(.fundRefused, detail: refusal.chinese, detailEn: refusal.english)
        case .policyRefused(let problems):
            self.init(
                .policyRefused, detail: problems.map(\.chinese).joined(separator: ""),
                detailEn: problems.map(\.english).joined(separator: " "))
            errors = problems.map {
                FieldError(field: FieldNames.inRequests($0.field), zh: $0.chinese, en: $0.english)
            }
            field = errors.first?.field
        case .registerRefused(let refusals):
            self.init(
                .registerRefused, detail: refusals.map(\.chinese).joined(separator: "；") + "。",
                detailEn: refusals.map(\.english).joined(separator: "; ") + ".")
            errors = refusals.map { FieldError(field: $0.field, zh: $0.chinese, en: $0.english) }
            field = errors.first?.field
        case .store(let error): self.init(store: error)
        }
    }

    private init(store error: StoreError) {
        switch error {
        // The desk settles these three itself; arriving here they are only bad luck, and repeating helps.
        case .conflict, .keyUsed, .overloaded: self.init(.overloaded)
        case .constraint("policy_version_fixed", _): self.init(.policyVersionFixed)
        case .constraint("handover_of_office", _):
            let refusal = HandoverRefusal.notInOffice
            self.init(.handoverRefused, detail: refusal.chinese, detailEn: refusal.english)
        case .constraint("deputy_of_office", _), .constraint("deputy_in_office", _):
            let refusal = OfficeRefusal.notInOffice
            self.init(.officeRefused, detail: refusal.chinese, detailEn: refusal.english)
        case .constraint(let name, let message):
            self.init(.databaseRefused)
            internalDetail = "\(name): \(message)"
        case .outcomeUnknown(let message):
            self.init(.outcomeUnknown)
            internalDetail = message
        case .unavailable(let message):
            self.init(.unavailable)
            internalDetail = message
        case .corrupt(let message):
            self.init(.internalError)
            internalDetail = message
        }
    }
}
