import Testing

@testable import System

@Suite("A program that reads files of strangers is held in")
struct ConfinementTests {
    @Test("it takes no more memory than it may, and says what it says as any other")
    func memory() throws {
        let ending = try ChildProcess.run("/bin/sh", ["-c", "ulimit -v; exit 4"], seconds: 60, confinement: .paper)
        #expect((ending.status, ending.text) == (4, "2097152\n"))
    }

    @Test("it reaches no network, where the system lets a program be without")
    func network() throws {
        // Of the machine's own network nothing is left but a loopback that is down.
        let script = "cat /proc/net/route | tail -n +2 | wc -l; grep -c : /proc/net/dev"
        let free = try ChildProcess.run("/usr/bin/unshare", ["--map-root-user", "--net", "/bin/true"], seconds: 60)
        let held = try ChildProcess.run("/bin/sh", ["-c", script], seconds: 60, confinement: .paper)
        #expect(held.text.hasSuffix("1\n") || free.status != 0)
        #expect(held.text.hasPrefix("0\n") || free.status != 0)
    }

    @Test("one that is not there cannot be started")
    func missing() {
        #expect(throws: SystemError(path: "/finns/inte", number: 2)) {
            try ChildProcess.run("/finns/inte", [], seconds: 1, confinement: .paper)
        }
    }
}
