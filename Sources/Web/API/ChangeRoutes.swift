import HTTPTypes
import Hummingbird
import Locking
import NIOCore
import UseCases
import Workflow

/// What changes in the town, as server-sent events: hints to read a project again.
///
/// A stream looks when the town's bell rings (`ChangeBell`, one listening connection for all streams), and each second
/// while nobody listens. So any number of servers may write to one database, and a client that comes back with its
/// `Last-Event-ID` misses nothing.
enum ChangeRoutes {
    static let longest = 3600
    private static let pageLimit = 200
    /// Shorter than the minute after which proxies give a silent connection up.
    private static let heartbeat = Duration.seconds(15)

    static let parameters: [Contract.Parameter] = [
        .init(
            "after", .string(maximum: 64, pattern: "^[0-9]+-[0-9]+-[0-9]+-[0-9]+$"), "从此处之后，同Last-Event-ID",
            "after this place, as Last-Event-ID"),
        .init(
            "seconds", .integer(0...Int64(longest)), "最长保持秒数；0为只取已有的",
            "how long to stay open at most; 0 gives only what is there"),
    ]

    static func stream(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["after", "seconds"])
        let seconds = try query.number("seconds", 0...longest, default: longest)
        let head = try await call.services.changes.head(for: caller.person)
        var start = try place(call, query) ?? head
        let isForeign = start > head
        if isForeign { start = head }
        let seat = try call.services.listeners.enter(caller.person)
        let listening = Listening(call: call, person: caller.person, token: caller.token, seat: seat)
        let from = start
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
                // A place of another database: what was missed cannot be told, so everything is to be read anew.
                if isForeign { try await writer.write(ByteBuffer(string: "event: reset\ndata: {}\n\n")) }
                try await listening.follow(from, for: .seconds(seconds), heartbeat: heartbeat, to: &writer)
                try await writer.finish(nil)
            })
    }

    private static func place(_ call: Call, _ query: Query) throws -> ChangePlace? {
        guard let text = call.request.headers[.lastEventID] ?? query["after"] else { return nil }
        guard let place = ChangePlace(text) else {
            throw Query.wrong("after", "不是本流给出的", "it is not one that this stream gave")
        }
        return place
    }

    /// One open stream.
    private struct Listening: Sendable {
        let call: Call
        let person: Person
        let token: String
        /// Given back when the stream is over and nobody holds it any more.
        let seat: Listeners.Seat

        func follow(
            _ start: ChangePlace, for duration: Duration, heartbeat: Duration, to writer: inout any ResponseBodyWriter
        ) async throws {
            let (clock, bell) = (ContinuousClock(), call.services.changes.bell)
            let ear = bell.ear(for: person.town)
            defer { ear.close() }
            let end = clock.now + duration
            var (place, beat) = (start, clock.now + heartbeat)
            var pause = heartbeat
            while !Task.isCancelled {
                // Trouble ends the stream; the client comes back by itself and goes on from its place.
                guard let changes = try? await call.services.changes.after(place, limit: pageLimit, for: person) else {
                    return
                }
                if !changes.isEmpty {
                    try await writer.write(ByteBuffer(bytes: changes.flatMap(ChangeRoutes.event)))
                    place = changes.last?.place ?? place
                    beat = clock.now + heartbeat
                }
                if changes.count == pageLimit { continue }
                guard clock.now < end else { return }
                if clock.now >= beat {
                    // Whoever signed out, or was signed out, hears no more.
                    guard try await call.services.accounts.holder(token: token, reading: true) != nil else { return }
                    try await writer.write(ByteBuffer(string: ": \n\n"))
                    beat = clock.now + heartbeat
                }
                let wait = min(bell.isConnected ? pause : .seconds(1), beat - clock.now, end - clock.now)
                // What was committed is seen once every earlier transaction is over: after a ring look again.
                let hasRung = await ear.wait(for: max(wait, .zero))
                pause = hasRung ? .seconds(1) : min(pause * 2, heartbeat)
            }
        }
    }

    private static func event(_ change: ProjectChange) -> [UInt8] {
        var json = JSONWriter(capacity: 128)
        json.object { json in
            json.field("project", change.project.description)
            json.field("version", change.version)
            json.field("event", change.event.rawValue)
            json.field("eventName", change.event.chinese)
        }
        return Array("id: \(change.place.description)\nevent: project\ndata: ".utf8) + json.bytes + Array("\n\n".utf8)
    }
}

/// How many streams may be open: each costs a question for every change of its town, and a connection.
public final class Listeners: Sendable {
    private struct Counts {
        var all = 0
        var byPerson: [PersonID: Int] = [:]
    }

    private let counts = Locked(Counts())
    private let limit: Int
    /// Windows a person has open, on a phone and at a desk.
    static let perPerson = 8

    public init(limit: Int = 200) { self.limit = limit }

    var open: Int { counts.withLock { $0.all } }

    /// One place among the listeners, held as long as the object lives.
    final class Seat: Sendable {
        private let listeners: Listeners
        private let person: PersonID

        fileprivate init(_ listeners: Listeners, _ person: PersonID) {
            (self.listeners, self.person) = (listeners, person)
        }

        deinit { listeners.leave(person) }
    }

    func enter(_ person: Person) throws -> Seat {
        let isIn = counts.withLock { counts in
            guard counts.all < limit, counts.byPerson[person.id, default: 0] < Self.perPerson else { return false }
            counts.all += 1
            counts.byPerson[person.id, default: 0] += 1
            return true
        }
        guard isIn else { throw Problem(.overloaded) }
        return Seat(self, person.id)
    }

    private func leave(_ person: PersonID) {
        counts.withLock { counts in
            counts.all -= 1
            let left = counts.byPerson[person, default: 1] - 1
            counts.byPerson[person] = left > 0 ? left : nil
        }
    }
}

extension HTTPField.Name {
    // A constant, checked by every run: unwrapping it says nothing about input.
    static let lastEventID = HTTPField.Name("Last-Event-ID")!
}
