/// One step of how an award is paid (拨付计划): what it waits for, and what of it has been paid.
public struct PlannedPayment: Hashable, Sendable {
    public let name: String
    public let condition: String
    public let planned: Money
    public let paid: Money
    /// Whether its condition holds.
    public let isOpen: Bool

    public init(name: String, condition: String, planned: Money, paid: Money, isOpen: Bool) {
        self.name = name
        self.condition = condition
        self.planned = planned
        self.paid = paid
        self.isOpen = isOpen
    }

    /// Still to pay.
    public var left: Money { planned > paid ? planned - paid : .zero }
}

extension Project {
    /// The tranches of the award, or of the policy; without any, what may be paid before acceptance and the rest of the
    /// settled sum. What is retained comes last. Payments so far fill them in order.
    public func paymentPlan(under policy: Policy) -> [PlannedPayment] {
        guard money.awarded > .zero else { return [] }
        let tranches = money.tranches ?? policy.money.tranches
        var steps = tranches.isEmpty ? advanceAndRest(policy) : self.steps(of: tranches)
        if let retention = money.retention, let last = steps.indices.last {
            steps[last].planned = steps[last].planned - retention.amount
            steps.append(Step("质保金", "质保期满（\(retention.until)）后退还", retention.amount, isOpen: false))
        }
        var left = money.outstanding
        return steps.filter { $0.planned > .zero }.map { step in
            let paid = min(left, step.planned)
            left = left - paid
            return PlannedPayment(
                name: step.name, condition: step.condition, planned: step.planned, paid: paid, isOpen: step.isOpen)
        }
    }

    private struct Step {
        let name: String
        let condition: String
        var planned: Money
        let isOpen: Bool

        init(_ name: String, _ condition: String, _ planned: Money, isOpen: Bool) {
            self.name = name
            self.condition = condition
            self.planned = planned
            self.isOpen = isOpen
        }
    }

    private var payable: Money { money.settled ?? money.awarded }

    /// Shares are cut from the running total, so that the rounding of each never loses a fen of the whole.
    private func steps(of tranches: [Tranche]) -> [Step] {
        var permille = 0
        return tranches.enumerated().map { index, tranche in
            let before = payable.share(permille: permille)
            permille += tranche.permille
            return Step(
                "第\(index + 1)期", tranche.after.chinese + "后", payable.share(permille: permille) - before,
                isOpen: hasReached(tranche.after))
        }
    }

    private func advanceAndRest(_ policy: Policy) -> [Step] {
        let advance = min(money.awarded.share(permille: policy.advancePermille), payable)
        let share = policy.advancePermille
        let percent = share % 10 == 0 ? "\(share / 10)%" : "\(share / 10).\(share % 10)%"
        return [
            Step(
                "预付款", "开工后、验收前，不超过批复的\(percent)", advance, isOpen: start != nil && money.settled == nil),
            Step("尾款", "验收合格并结算后，以结算为准", payable - advance, isOpen: clock.completedOn != nil),
        ]
    }
}
