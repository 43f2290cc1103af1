import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import UseCases
import Workflow

@testable import Web

/// The chart page's views and the screen on the wall.
struct WallTests {
    @Test func aViewStandsInItsAddress() throws {
        var view = try ChartView(
            Self.request("/chart?drawing=stages&area=\("东片区".percentEncoded)&light=red&stage=execution"))
        #expect(view.drawing == "stages" && view.selection.area == "东片区")
        #expect(view.selection.light == .red && view.selection.stage == .execution)
        view.seconds = 30
        let again = try ChartView(Self.request("/chart/wall?" + view.query(sheet: 3)))
        #expect(again.selection == view.selection && again.sheet == 3 && again.seconds == 30)
        #expect(try ChartView(Self.request("/chart")).selection.isWhole)
        for wrong in ["drawing=poster", "light=pink", "stage=x", "sheet=0", "seconds=1", "colour=1"] {
            #expect(throws: Problem.self, "\(wrong)") { try ChartView(Self.request("/chart?" + wrong)) }
        }
    }

    private static func request(_ path: String) -> Request {
        Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: "x", path: path),
            body: RequestBody(buffer: ByteBuffer()))
    }
}
