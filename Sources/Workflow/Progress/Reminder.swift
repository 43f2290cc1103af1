/// Something somebody should be told today. Each is sent once: the same kind for the same day never goes out twice.
public struct Reminder: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// The due day is near.
        case dueSoon
        /// The promise is broken.
        case overdue
        /// The present stage takes longer than its limit.
        case stageOverLimit
        /// The notice has run out and can be concluded.
        case noticeEnded
        /// A pause is about to use up the days that count.
        case pauseEnding
        /// A consultation's day has come without a decision.
        case consultationDue
        /// A department has not answered within its limit.
        case dispatchDue
    }

    public let kind: Kind
    /// The day it is about: the due day, the notice's end, the day the stage began.
    public let basis: CivilDate
    /// Whom it is for.
    public let role: Role

    public init(kind: Kind, basis: CivilDate, role: Role) {
        self.kind = kind
        self.basis = basis
        self.role = role
    }
}

extension Project {
    /// Everything to be reminded of on `today`; nothing once the project is completed or ended.
    public func reminders(on today: CivilDate, _ policy: Policy, _ calendar: WorkingCalendar) -> [Reminder] {
        guard summary.isRunning, let turn = state.turn else { return [] }
        let standing = summary.standing(on: today, policy, calendar)
        var found: [Reminder] = []
        if let due = standing.dueOn {
            if today > due {
                found.append(Reminder(kind: .overdue, basis: due, role: turn))
            } else if !summary.isClockStopped(on: today, policy),
                calendar.workingDays(after: today, through: due) <= policy.lights.dueSoon
            {
                found.append(Reminder(kind: .dueSoon, basis: due, role: turn))
            }
        }
        if let since = clock.stateSince, summary.stageOver(on: today, policy, calendar) > 0, state != .onNotice {
            found.append(Reminder(kind: .stageOverLimit, basis: since, role: turn))
        }
        if state == .onNotice, let ends = notice?.endsOn, today > ends {
            found.append(Reminder(kind: .noticeEnded, basis: ends, role: .clerk))
        }
        if state == .suspended, let since = clock.suspendedOn {
            let ends = since.adding(days: max(0, policy.pauseCapDays - clock.pausedDays))
            if ends.days(since: today) <= policy.lights.dueSoon {
                found.append(Reminder(kind: .pauseEnding, basis: ends, role: .director))
            }
        }
        return found + helpReminders(on: today)
    }

    private func helpReminders(on today: CivilDate) -> [Reminder] {
        let meetings = consultations.filter { $0.decision == nil && $0.meetBy <= today }.map {
            Reminder(kind: .consultationDue, basis: $0.meetBy, role: $0.mustAct)
        }
        let answers = dispatches.filter { $0.feedback == nil && $0.by <= today }.map {
            Reminder(kind: .dispatchDue, basis: $0.by, role: .clerk)
        }
        return meetings + answers
    }
}
