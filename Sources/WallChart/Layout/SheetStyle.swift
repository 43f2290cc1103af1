import Workflow

/// What a sheet shows besides the report itself.
struct SheetStyle: Sendable {
    var drawing = Drawing.progress
    var audience = Audience.office
    var map: TownMap?
    /// Where the QR code in the head leads.
    var address: String?
    /// Whether rows carry a QR code of their project's address.
    var projectCodes = false
    var link: @Sendable (ProjectID) -> String? = { _ in nil }

    /// 0.3 mm: what a phone still reads off office paper.
    static let leastModule = 0.3 * 72 / 25.4
}
