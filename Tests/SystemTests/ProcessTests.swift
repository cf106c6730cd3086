import Testing

@testable import System

@Suite("Another program, run to its end")
struct ProcessTests {
    @Test("its status, and what it said on both ways")
    func ending() throws {
        let ending = try ChildProcess.run("/bin/sh", ["-c", "echo ut; echo fel >&2; exit 3"], seconds: 60)
        #expect((ending.status, ending.isTimedOut) == (3, false))
        #expect((ending.text, ending.errorText) == ("ut\n", "fel\n"))
    }

    @Test("it gets this process's environment with what is changed, and nothing to read")
    func environment() throws {
        let ending = try ChildProcess.run(
            "/bin/sh", ["-c", "echo \"$KLUBBA_TEST-$HOME\"; cat"], environment: ["KLUBBA_TEST": "x", "HOME": "y"],
            seconds: 60)
        #expect(ending.text == "x-y\n")
    }

    @Test("one that takes too long is ended")
    func tooLong() throws {
        let ending = try ChildProcess.run("/bin/sleep", ["60"], seconds: 1)
        #expect((ending.status, ending.isTimedOut) == (nil, true))
    }

    @Test("one that is not there cannot be started")
    func missing() {
        #expect(throws: SystemError(path: "/finns/inte", number: 2)) {
            try ChildProcess.run("/finns/inte", [], seconds: 1)
        }
    }

    @Test("SHA-256 of the standard's own examples")
    func sums() {
        #expect(
            SHA256Sum.text(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            SHA256Sum.text(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        var sum = SHA256Sum()
        sum.update(Array("a".utf8))
        sum.update(Array("bc".utf8))
        #expect(sum.text == SHA256Sum.text(of: Array("abc".utf8)))
        #expect(sum.count == 3)
    }

    @Test("bytes in memory are found and compared")
    func memory() {
        let bytes = Array("hammare".utf8)
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return }
            #expect(Memory.place(of: UInt8(ascii: "a"), in: base, from: 2, to: raw.count) == 4)
            #expect(Memory.place(of: UInt8(ascii: "a"), in: base, from: 5, to: raw.count) == nil)
            #expect(Memory.isSame(base + 2, base + 3, count: 1))
            #expect(Memory.order(base, base + 1, count: 1) > 0)
        }
    }
}
