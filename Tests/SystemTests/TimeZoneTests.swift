import Foundation
import Testing

@testable import System

@Suite("A time zone out of the machine's database")
struct TimeZoneTests {
    @Test(
        "agrees with the system's own reading",
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/America/Chicago")),
        arguments: ["America/Chicago", "Asia/Kolkata", "Atlantic/Reykjavik", "Europe/Stockholm", "Australia/Lord_Howe"])
    func agreement(name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        let file = try #require(TimeZoneFile(name))
        for seconds in stride(from: 0, to: 2_000_000_000, by: 86_400 * 9 + 1801) {
            let date = Date(timeIntervalSince1970: TimeInterval(seconds))
            #expect(file.offset(at: seconds) == zone.secondsFromGMT(for: date))
        }
    }

    @Test("a file that is none, and a way out of the database")
    func none() {
        #expect(TimeZoneFile("Finns/Inte") == nil)
        #expect(TimeZoneFile("../../etc/passwd") == nil)
        #expect(TimeZoneFile("zone.tab") == nil)
    }
}
