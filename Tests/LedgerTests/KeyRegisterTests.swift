import Diagnostics
import Meetings
import Testing

@testable import Ledger

@Suite("Keys over the years")
struct KeyRegisterTests {
    private let first = SigningKey()
    private let second = SigningKey()
    private let third = SigningKey()

    private func holder(_ key: SigningKey, _ name: String, _ from: String) throws -> KeyHolder {
        KeyHolder(
            name: name, role: "förbundssekreterare", from: try #require(CalendarDate(iso: from)), key: key.publicKey)
    }

    private func register(_ holders: KeyHolder...) -> KeyRegister {
        KeyRegister(reading: Array(("# Nycklar\n\n" + holders.map(\.text).joined(separator: "\n")).utf8))
    }

    @Test("a key that is signed by the one before is trusted where that one is")
    func chain() throws {
        let ada = try holder(first, "Ada Ek", "2020-01-01")
        let bo = try holder(second, "Bo Al", "2030-01-01").signed(by: first)
        let register = register(ada, bo)
        #expect(register.diagnostics == [] && register.holders == [ada, bo])
        #expect(register.end(of: 0)?.description == "2030-01-01" && register.end(of: 1) == nil)
        #expect(register.trusted(from: [first.publicKey]) == [first.publicKey, second.publicKey])
        #expect(register.trusted(from: [second.publicKey]) == [second.publicKey])
    }

    @Test("a changed name, day or key, and a signature of another, are found")
    func tampered() throws {
        let ada = try holder(first, "Ada Ek", "2020-01-01")
        let bo = try holder(second, "Bo Al", "2030-01-01").signed(by: first)
        var renamed = bo
        renamed.name = "Bo Ask"
        #expect(
            register(ada, renamed).diagnostics == [
                Diagnostic(Place(KeyRegister.file, line: 12), .keyRegister(.wrongSignature(by: "Ada Ek")))
            ])
        let forged = try holder(second, "Bo Al", "2030-01-01").signed(by: third)
        #expect(register(ada, forged).trusted(from: [first.publicKey]) == [first.publicKey])
        #expect(
            register(ada, try holder(second, "Bo Al", "2030-01-01")).diagnostics.map(\.problem) == [
                .keyRegister(.notSigned(by: "Ada Ek"))
            ])
    }

    @Test("a lost key leaves a trace for ever, and breaks the trust")
    func lost() throws {
        var bo = try holder(second, "Bo Al", "2030-01-01")
        bo.lost = "Datorn stals"
        let register = register(try holder(first, "Ada Ek", "2020-01-01"), bo)
        #expect(
            register.diagnostics.map(\.problem) == [
                .lostKey(name: "Ada Ek", replacedBy: "Bo Al", day: "2030-01-01", reason: "Datorn stals")
            ])
        #expect(register.trusted(from: [first.publicKey]) == [first.publicKey])
    }

    @Test("a line is held against the key of its time; one that nobody has is told of")
    func lines() throws {
        let log = LogFixture.log(LogFixture.lines(2, key: first))
        #expect(KeyRegister().check(log) == [])
        #expect(register(try holder(first, "Ada Ek", "2020-09-01")).check(log) == [])
        let late = register(try holder(first, "Ada Ek", "2020-09-15")).check(log)
        #expect(late.map(\.problem) == [.keyNotInForce(.outside(name: "Ada Ek", day: "2020-09-14"))])
        let unknown = register(try holder(third, "Cia Bo", "2020-01-01")).check(log)
        #expect(
            unknown.map(\.problem) == [
                .keyNotInForce(.unknown(first.publicKey)), .keyNotInForce(.unknown(first.publicKey)),
            ])
    }

    @Test(
        "what cannot be read is told with its line",
        arguments: [
            ("namn: A\n", KeyRegisterFault.missing("roll")), ("namn A\n", .unreadable),
            ("namn: A\nnamn: B\n", .unknownField("namn")), ("färg: röd\n", .unknownField("färg")),
            ("namn: A\nroll: B\nfrån: i år\nnyckel: ab\n", .badDay),
            ("namn: A\nroll: B\nfrån: 2020-01-01\nnyckel: ab\n", .badKey),
        ])
    func unreadable(text: String, fault: KeyRegisterFault) {
        #expect(KeyRegister(reading: Array(text.utf8)).diagnostics.map(\.problem).contains(.keyRegister(fault)))
    }
}
