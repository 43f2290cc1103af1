internal import Postgres
internal import Workflow

/// A person as the view `person_record` gives one.
extension RowCursor {
    /// Town, number, name, assignments.
    mutating func person() throws(RowError) -> Person {
        let (town, id): (TownID, PersonID) = (try self.id(), try self.id())
        return Person(id: id, town: town, name: try text(), assignments: try assignments())
    }

    /// "role,unit,area,from,to,stands in for;…": unit or area empty where the scope is wider, days as numbers.
    private mutating func assignments() throws(RowError) -> [Assignment] {
        let text = try text()
        var assignments: [Assignment] = []
        for line in text.utf8.split(separator: UInt8(ascii: ";")) {
            let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
                String($0) ?? ""
            }
            guard fields.count == 6, let role = Role(rawValue: fields[0]), let from = Int32(fields[3]) else {
                throw .wrongKind(column: "assignments", wanted: "a list of assignments")
            }
            let scope: Scope =
                if let unit = Int32(fields[1]) {
                    .unit(UnitID(unit))
                } else if let area = Int32(fields[2]) {
                    .area(AreaID(area))
                } else {
                    .town
                }
            assignments.append(
                Assignment(
                    role: role, scope: scope, from: CivilDate(dayNumber: from),
                    to: Int32(fields[4]).map(CivilDate.init(dayNumber:)),
                    standsInFor: Int32(fields[5]).map { PersonID($0) }))
        }
        return assignments
    }
}
