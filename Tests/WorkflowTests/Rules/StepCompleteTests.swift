import Foundation
import Testing

@testable import Workflow

struct StepCompleteTests {
    private func fields(_ refusal: Refusal?) -> [String] {
        guard case .incomplete(let items)? = refusal else { return [] }
        return items.map(\.field)
    }

    private func paper(_ kind: DocumentKind) -> Document { Document(kind: kind, name: "文件") }

    private func inspection(_ kinds: [DocumentKind], _ required: [DocumentKind]) throws -> [String] {
        let story = try Story.started(policy: .with { $0.documents.inspection = required })
        return fields(
            story.refusal(Cast.secretary, .requestInspection(InspectionRequest(documents: kinds.map(paper)))))
    }

    @Test func withAllDocumentsInspectionIsAskedFor() throws {
        #expect(try inspection([.afterPhoto], [.afterPhoto]).isEmpty)
        #expect(try inspection([], []).isEmpty)
    }

    @Test func allThatIsMissingIsNamedAtOnce() throws {
        #expect(
            try inspection([.duringPhoto], [.beforePhoto, .duringPhoto, .afterPhoto, .invoice])
                == ["documents.beforePhoto", "documents.afterPhoto", "documents.invoice"])
    }

    /// Every command can ask for a document: handed in with the step it passes, without it nothing happens.
    @Test(arguments: Command.Kind.allCases.filter(\.mayRequire)) func everyStepCanAskForADocument(
        _ kind: Command.Kind
    ) throws {
        for state in State.allCases where state.commands.contains(kind) {
            let story = try Story.at(state)
            let steps = Cast.everyone.map { (by: $0, command: Samples.command(kind, in: story, by: $0)) }
            guard let step = steps.first(where: { story.refusal($0.by, $0.command) == nil }) else { continue }
            // What the sample brings by itself is not what is asked for.
            var strict = story
            strict.policy.documents[kind] = Requirement(documents: [.contract])
            #expect(fields(strict.refusal(step.by, step.command)) == ["documents.contract"], "\(kind) in \(state)")
            strict.handedIn = [paper(.contract)]
            #expect(strict.refusal(step.by, step.command) == nil, "\(kind) in \(state)")
            let taken = try strict.then(step.by, step.command)
            let last = taken.entries.dropFirst(strict.entries.count).map(\.event.kind)
            #expect(last.first == .documented && last.count >= 2)
            #expect(try taken.told().documents.contains(paper(.contract)))
        }
    }

    /// What is on file counts for a step that is taken once, and not for one that is taken again and again.
    @Test func whatIsOnFileCountsOnce() throws {
        var story = try Story.inApproval()
        story.policy.documents[.award] = Requirement(documents: [.contract])
        let award = Command.award(Award(amount: yuan(1_000)))
        #expect(fields(story.refusal(Cast.director, award)) == ["documents.contract"])
        story.handedIn = [paper(.contract)]
        story = try story.then(Cast.director, .comment(Remark(words: "归档")))
        story.handedIn = []
        #expect(story.refusal(Cast.director, award) == nil)
        var paying = try Story.started()
        paying.policy.documents[.disburse] = Requirement(documents: [.contract])
        paying.handedIn = [paper(.contract)]
        paying = try paying.then(Cast.finance, .comment(Remark(words: "归档")))
        paying.handedIn = []
        let pay = Command.disburse(Payment(amount: yuan(1_000), payee: "宏达", voucher: "1"))
        #expect(fields(paying.refusal(Cast.finance, pay)) == ["documents.contract"])
    }

    @Test func aFieldThatMayStayEmptyCanBeAskedFor() throws {
        var story = try Story.inApproval()
        story.policy.documents[.award] = Requirement(documents: [.contract], fields: [.conditions])
        #expect(
            fields(story.refusal(Cast.director, .award(Award(amount: yuan(1_000)))))
                == ["documents.contract", "conditions"])
        story.handedIn = [paper(.contract)]
        #expect(story.refusal(Cast.director, .award(Award(amount: yuan(1_000), conditions: "先自筹"))) == nil)
    }

    /// Beside what the rules themselves find missing, each once; an amount that is wrong is said afterwards.
    @Test func theRulesAndThePolicyNameTogether() throws {
        var story = try Story.started()
        story.policy.documents[.disburse] = Requirement(documents: [.contract], fields: [.invoice])
        let pay = Command.disburse(Payment(amount: yuan(900_000_000), payee: "", voucher: ""))
        #expect(
            fields(story.refusal(Cast.finance, pay))
                == ["payee", "voucher", "accountName", "documents.contract", "invoice"])
    }

    /// What the person will write is no reason against: the step is open, and its form says what it needs.
    @Test func whatIsAskedForClosesNoStep() throws {
        var story = try Story.inApproval()
        for kind in Command.Kind.allCases where kind.mayRequire && kind != .submit {
            story.policy.documents[kind] = Requirement(documents: [.contract], fields: kind.optionalFields)
        }
        let open = possibilities(try story.told(), story.context(Cast.director), story.policy)
        #expect(open.first { $0.command == .award }?.refusal == nil)
    }

    /// A policy stored before steps could ask for more reads as it was, and is the same text again.
    @Test func aStoredPolicyStaysTheSameText() throws {
        let stored = #"{"inspection":["afterPhoto"],"submission":["minutes"]}"#
        let read = try JSONDecoder().decode(Requirements.self, from: Data(stored.utf8))
        #expect(read == Requirements(submission: [.minutes], inspection: [.afterPhoto]))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(read), as: UTF8.self) == stored)
        var more = read
        more[.submit].fields = [.channel]
        more[.award] = Requirement(documents: [.minutes], fields: [.conditions])
        #expect(try JSONDecoder().decode(Requirements.self, from: encoder.encode(more)) == more)
        #expect(more.commands == [.submit, .award, .requestInspection])
    }
}
