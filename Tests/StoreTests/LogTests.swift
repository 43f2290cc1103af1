import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct LogTests {
    @Test func everyKindOfEventIsReadBackAsItWasWritten() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let serial = try await db.store.reserveSerial(town: town.id, year: SampleTown.year)
            let id = ProjectID(town: town.id, year: SampleTown.year, serial: serial)
            let journey = Journey(db: db, town: town, id: id, unit: 0)
            let events = EventSamples.all(town.units[0].place, panel: town.panel.map(\.id))
            #expect(Set(events.map(\.kind)) == Set(Event.Kind.allCases))
            // Everything the way an import writes a past: one change, weeks after it happened. The verifier must be
            // somebody else than the applicant, so two persons alternate where duties are taken up.
            let later: Set<Event.Kind> = [.paymentCorrected, .carriedForward]
            let change = try await journey.change(
                events.filter { !later.contains($0.kind) }, by: town.clerk, .clerk, on: Journey.day.adding(days: -20),
                nil)
            let separated = Self.withDuties(change, of: town)
            try await db.store.commit(separated)
            let stored = try await db.store.entries(of: id, after: 0, limit: 100)
            #expect(stored.map(\.entry) == separated.entries)
            #expect(stored.first?.byName == "赵书记")
            #expect(stored.allSatisfy { $0.hash.count == 64 && $0.entry.isRecordedLate })
            let fold = try #require(try await db.store.fold(of: id)?.project)
            #expect(fold == separated.after && fold.duties.exceptionUsed && !fold.clock.dueProvisional)
            #expect(
                fold.consultations.count == 1 && fold.dispatches[0].feedback == "已迁" && fold.duties.authors.count == 1)
            // A payment is put right once it is written down, and money carried over leaves the year for good.
            let rest = events.filter { later.contains($0.kind) }
            try await journey.commit(rest, by: town.finance, .finance)
            let newest = try await db.store.entries(of: id, after: stored.count, limit: 9)
            #expect(newest.map(\.entry.event) == rest)
            let report = try await Verifier(store: db.store).verify()
            #expect(report.firstDifference == nil)
            #expect(report.projects == 1 && report.events == events.count && report.movements == 11)
        }
    }

    @Test func entriesComeInPagesAfterASequence() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            for number in 1...5 {
                try await journey.commit([.commented(Remark(words: "第\(number)条"))], by: town.leader, .leader)
            }
            let page = try await db.store.entries(of: journey.id, after: 2, limit: 3)
            #expect(page.map(\.entry.sequence) == [3, 4, 5])
            let nothing = try await db.store.entries(
                of: ProjectID(town: town.id, year: 2026, serial: 99), after: 0, limit: 3)
            #expect(nothing.isEmpty)
        }
    }

    /// The same change with each entry by the person whose work it is.
    static func withDuties(_ change: Change, of town: SampleTown) -> Change {
        var project: Project?
        let entries = change.entries.map { entry in
            let (person, role): (Person, Role) =
                switch entry.event.kind {
                case .verified: (town.officer, .guidanceOfficer)
                case .awarded: (town.director, .director)
                case .accepted: (town.panel[0], .panelMember)
                case .disbursed: (town.finance, .finance)
                case .closedOut: (town.clerk, .clerk)
                case .drafted, .edited, .submitted, .admitted, .returned, .endorsed, .declined, .objected,
                    .objectionResolved, .noticeConcluded, .startRecorded, .progressReported, .amendmentRequested,
                    .amendmentDecided, .extended, .suspended, .resumed, .inspectionRequested, .rectificationDemanded,
                    .settled, .recovered, .paymentCorrected, .retentionReturned, .receiptRecorded, .spendingRecorded,
                    .carriedForward, .swept, .reopened, .withdrawn, .terminated, .blockerRaised, .blockerCleared,
                    .consulted, .consultationDecided, .consultationAdjourned, .dispatched, .dispatchSigned,
                    .dispatchAnswered, .dueRecomputed, .dutyExceptionUsed, .documented, .chased, .commented:
                    (town.secretaries[0], .secretary)
                }
            let again = Entry(
                sequence: entry.sequence, event: entry.event, by: person.id, role: role,
                effectiveOn: entry.effectiveOn, recordedAt: entry.recordedAt, lateReason: entry.lateReason)
            project = evolve(project, change.after.id, again)
            return again
        }
        return Change(
            expectedVersion: change.expectedVersion, after: project ?? change.after, labels: change.labels,
            entries: entries, previousHash: change.previousHash, movements: change.movements,
            resolutions: change.resolutions, notifications: change.notifications, answer: change.answer,
            importedNumber: change.importedNumber)
    }
}
