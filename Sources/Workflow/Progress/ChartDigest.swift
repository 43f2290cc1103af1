/// What is kept of a printed edition (版), so that the next one can say what has changed since.
public struct ChartDigest: Hashable, Codable, Sendable {
    public let edition: Int?
    public let asOf: Instant
    public let reds: Set<ProjectID>
    private let counts: [String: Int]

    public init(edition: Int?, asOf: Instant, byLight: [Light: Int], reds: Set<ProjectID>) {
        self.edition = edition
        self.asOf = asOf
        self.reds = reds
        counts = Dictionary(uniqueKeysWithValues: byLight.map { ($0.key.rawValue, $0.value) })
    }

    /// The digest to keep when this report is printed.
    public init(_ report: ChartReport) {
        self.init(
            edition: report.edition, asOf: report.asOf, byLight: report.totals.byLight,
            reds: Set(report.projects.filter { $0.light == .red }.map(\.id)))
    }

    public func count(_ light: Light) -> Int { counts[light.rawValue] ?? 0 }
}
