public import Workflow

/// What people do with the town's chart beside looking at it: print it as an edition (版), and find printed ones again.
public struct ChartOffice: Sendable {
    let reading: Reading
    let editions: Editions

    public init(reading: Reading, editions: Editions) {
        self.reading = reading
        self.editions = editions
    }

    /// Counts the chart of this minute as the next edition. Within a minute it is the same edition again.
    public func print(for person: Person) async throws(UseCaseError) -> Editions.Outcome {
        guard person.may(.printEdition, on: editions.clock.now().civilDate) else { throw .writeRefused }
        let report = try await reading.chart(of: person.town, year: nil, for: person)
        return try await editions.print(report, of: person.town)
    }

    /// The printed editions of a year, the newest first.
    public func printed(year: Int, for person: Person) async throws(UseCaseError) -> [PrintedEdition] {
        try reading.permit(person, .chart, person.town)
        return try await stored { try await editions.store.editions(town: person.town, year: Int32(year)) }.reversed()
    }

    /// An edition as it was printed, with the map of that time.
    public func edition(
        _ number: Int, year: Int, for person: Person
    ) async throws(UseCaseError) -> (report: ChartReport, map: StoredMap?) {
        try reading.permit(person, .chart, person.town)
        let found = try await stored {
            try await editions.store.edition(number, town: person.town, year: Int32(year))
        }
        guard let found else { throw .notFound }
        guard let map = found.map else { return (found.report, nil) }
        return (found.report, try await stored { try await editions.store.map(map, town: person.town) })
    }

    /// The town's base picture as it is now; nil where there is none.
    public func map(for person: Person) async throws(UseCaseError) -> StoredMap? {
        try reading.permit(person, .chart, person.town)
        return try await stored { try await editions.store.map(nil, town: person.town) }
    }
}
