/// Nobody approves their own: applying, verifying, awarding and accepting take four persons; whoever applied neither
/// pays nor closes, and whoever awarded does not pay.
///
/// Refusal: `dutiesNotSeparate`. SQL: `duties_separate`.
public enum DutiesSeparate {
    /// Duties that exclude the one about to be taken up, with whoever holds them.
    private static func rivals(of duty: Duty, _ duties: Duties) -> [(Duty, PersonID?)] {
        let applied: [(Duty, PersonID?)] = duties.authors.map { (.apply, $0) }
        return switch duty {
        case .apply: []
        case .verify: applied
        case .endorse: applied + [(.verify, duties.verifier)]
        case .award: applied + [(.verify, duties.verifier), (.endorse, duties.endorser)]
        case .accept: applied + [(.verify, duties.verifier), (.award, duties.awarder)]
        case .pay: applied + [(.award, duties.awarder)]
        case .close: applied
        }
    }

    public static func check(_ duty: Duty, by person: PersonID, _ duties: Duties) throws(Refusal) {
        for (other, holder) in rivals(of: duty, duties) where holder == person {
            throw .dutiesNotSeparate(duty, other)
        }
    }
}
