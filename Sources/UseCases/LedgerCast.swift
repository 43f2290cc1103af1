import Workflow

/// Who acted in a project's past, as far as the town's assignments tell: a ledger names nobody but the officer.
struct LedgerCast {
    let people: [Person]
    let place: Place
    /// Authority must hold on the day of the act and on the day it is entered.
    let today: CivilDate

    func holders(_ role: Role, on day: CivilDate) -> [Person] {
        people.filter { $0.holds(role, over: place, on: day) && $0.holds(role, over: place, on: today) }
    }

    /// The first in office; throws `nobodyInOffice`.
    func holder(_ role: Role, on day: CivilDate) throws(LedgerFault) -> Person {
        guard let person = holders(role, on: day).first else { throw .nobodyInOffice(role, day) }
        return person
    }

    /// The officer of that name, else the one in office; the flag says that the name was not found.
    func officer(named name: String, on day: CivilDate) throws(LedgerFault) -> (person: Person, isOther: Bool) {
        if let named = holders(.guidanceOfficer, on: day).first(where: { $0.name == name }) { return (named, false) }
        return (try holder(.guidanceOfficer, on: day), !name.isEmpty)
    }

    /// So many panel members, none of them among those who took part before.
    func panel(_ count: Int, on day: CivilDate, without barred: Set<PersonID>) throws(LedgerFault) -> [Person] {
        let members = holders(.panelMember, on: day).filter { !barred.contains($0.id) }
        guard members.count >= count else { throw .nobodyInOffice(.panelMember, day) }
        return Array(members.prefix(count))
    }
}
