import Boot
import Testing
import Workflow

@testable import UseCases

/// The named profiles: what each asks of a password, and where the two standards contradict each other.
struct PasswordProfileTests {
    private static let known = ["liban", "立办", "云岭镇", "张书记", "secretary1"]

    private func faults(_ password: String, _ profile: PasswordProfile) throws -> [PasswordFault] {
        profile.faults(password, known: Self.known, common: try Shipped.commonPasswords())
    }

    @Test func asvsAsksForLengthAndNothingElse() throws {
        #expect(try faults("dnqkzwpf", .asvs) == [])
        #expect(try faults("dnqkzwp", .asvs) == [.tooShort(least: 8)])
        #expect(try faults("晚上东湾路灯又亮起来", .asvs) == [])
        #expect(try faults(String(repeating: "qz", count: 64), .asvs) == [])
        #expect(try faults(String(repeating: "qz", count: 65), .asvs) == [.tooLong(most: 128)])
        #expect(PasswordProfile.asvs.days == nil && PasswordProfile.asvs.secondFactor == .everybody)
    }

    @Test func theChineseStandardAsksForComplexityAndChange() throws {
        for profile in [PasswordProfile.gbt22239L2, .gbt22239L3] {
            #expect(try faults("dnqkzwpfxy", profile) == [.tooPlain(classes: 3)])
            #expect(try faults("Dnqkzwpf-7", profile) == [])
            #expect(profile.days == 90 && profile.remembered == 5)
        }
        #expect(try faults("Dnqkzw-7", .gbt22239L2) == [])
        #expect(try faults("Dnqkzw-7", .gbt22239L3) == [.tooShort(least: 10)])
        #expect(PasswordProfile.gbt22239L2.secondFactor == .offered)
        #expect(PasswordProfile.gbt22239L3.secondFactor == .everybody)
    }

    @Test(arguments: ["password", "Password123!", "12345678", "qwertyuiop", "woaini1314", "iloveyou2026", "QWERTY-123"])
    func whatEverybodyGuessesIsRefused(_ password: String) throws {
        #expect(try faults(password, .asvs).contains(.common), "\(password)")
    }

    @Test(arguments: [
        ("liban-2026", "liban"), ("云岭镇2026", "云岭镇"), ("LiBan1234", "liban"), ("secretary1!", "secretary1"),
    ])
    func namesOfThePlaceAreNoPassword(_ password: String, _ word: String) throws {
        #expect(try faults(password, .asvs).contains(.containsKnown(word)), "\(password)")
    }

    @Test func aNameWithinALongPasswordIsFine() throws {
        #expect(try faults("liban 的路灯今晚亮了吗", .asvs) == [])
    }

    @Test func theListHoldsTheTopThousands() throws {
        #expect(try Shipped.commonPasswordList().filter { $0.count >= 8 }.count >= 3000)
    }

    @Test func everyFaultIsSaidInBothLanguages() {
        let all: [PasswordFault] = [
            .tooShort(least: 8), .tooLong(most: 128), .tooPlain(classes: 3), .common, .containsKnown("x"),
            .usedBefore, .wrongCurrent,
        ]
        #expect(Set(all.map(\.chinese)).count == all.count && Set(all.map(\.english)).count == all.count)
        for refusal in AccountRefusal.allCases { #expect(!refusal.chinese.isEmpty && !refusal.english.isEmpty) }
    }

    @Test func aPasswordsTimeIsOverAfterNinetyDays() {
        let set = Instant(microseconds: 0)
        #expect(!PasswordProfile.gbt22239L2.isOver(set, at: set.adding(seconds: 90 * 86_400 - 1)))
        #expect(PasswordProfile.gbt22239L2.isOver(set, at: set.adding(seconds: 90 * 86_400)))
        #expect(!PasswordProfile.asvs.isOver(set, at: set.adding(seconds: 9000 * 86_400)))
    }
}
