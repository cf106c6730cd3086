import Fingerprints
import System

/// Fetches pages back as a reader would, and holds them against what was sent.
public struct Control: Sendable {
    /// Without a trailing slash.
    private let address: String
    private let programs = Programs(seconds: 120)

    public init(address: String) { self.address = address.hasSuffix("/") ? String(address.dropLast()) : address }
}

extension Control {
    public static func missingPrograms() -> [String] { Programs.path(of: "curl") == nil ? ["curl"] : [] }

    /// - Parameters:
    ///   - changes: what is looked at first; the front page and a style sheet always are.
    ///   - patience: so many times, with pauses, since some hosts take a while.
    /// - Returns: how many files were fetched.
    public func compare(
        _ edition: Edition, _ changes: EditionChanges, patience: Int = 3
    ) async throws(DeliveryFailure) -> Int {
        var paths = ["index.html"] + edition.paths.filter { $0.hasSuffix(".css") }.prefix(1)
        paths += (changes.new + changes.changed).filter { !paths.contains($0) }.prefix(20)
        let looked = paths.filter(edition.paths.contains)
        var wrong: [String] = []
        for attempt in 0..<max(1, patience) {
            if attempt > 0 { try? await Task.sleep(for: .seconds(2 << attempt)) }
            wrong = []
            for path in looked where try await !isSame(path, edition) { wrong.append(path) }
            if wrong.isEmpty { return looked.count }
        }
        throw .differs(address: url(wrong[0]), count: wrong.count, of: looked.count)
    }

    private func url(_ path: String) -> String {
        let shown = path.hasSuffix("index.html") ? String(path.dropLast(10)) : path
        let unreserved = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        let digits = Array("0123456789ABCDEF")
        return address + "/"
            + shown.utf8.map { byte in
                unreserved.contains(byte)
                    ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }.joined()
    }

    private func isSame(_ path: String, _ edition: Edition) async throws(DeliveryFailure) -> Bool {
        let folder: TemporaryFolder
        do throws(SystemError) { folder = try TemporaryFolder() } catch {
            throw .refused(program: "curl", said: error.reason.of(error.path).swedish)
        }
        let place = "\(folder.path)/hamtad"
        let ending = try programs.ending(
            "curl",
            [
                "--silent", "--show-error", "--fail", "--location", "--max-time", "60", "--proto", "=http,https",
                "--output", place, "--", url(path),
            ])
        guard ending.status == 0 else { return false }
        let fetched = Fingerprint(contentsOf: place)
        return fetched != nil && fetched == Fingerprint(contentsOf: "\(edition.folder)/\(path)")
    }
}
