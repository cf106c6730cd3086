import Foundation

@testable import Output

/// A folder of its own for a test, gone when the test is.
final class Workplace: Sendable {
    let folder: String

    /// These tests tell what a process leaves, and not what a power failure does.
    private static let isHasty = setenv("KLUBBA_SYNK", "nej", 1) == 0

    init() throws {
        _ = Self.isHasty
        folder = NSTemporaryDirectory() + "/klubba-output-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The output directory; nothing makes it but a build.
    var site: String { folder + "/public" }

    func put(_ text: String, at path: String) throws {
        let whole = folder + "/" + path
        try FileManager.default.createDirectory(
            atPath: (whole as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: whole))
    }

    func makeDirectory(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: folder + "/" + path, withIntermediateDirectories: true)
    }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder + "/" + path, withDestinationPath: target)
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: folder + "/" + path)
    }

    func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: folder + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every file below a path with its text, every directory (its name ends with a slash) and every link.
    func tree(_ path: String = "public") throws -> [String: String] {
        let top = folder + "/" + path
        var tree: [String: String] = [:]
        guard FileManager.default.fileExists(atPath: top) else { return tree }
        for name in try FileManager.default.subpathsOfDirectory(atPath: top) {
            let attributes = try FileManager.default.attributesOfItem(atPath: top + "/" + name)
            switch attributes[.type] as? FileAttributeType {
            case .typeDirectory?: tree[name + "/"] = ""
            case .typeSymbolicLink?: tree[name] = "→"
            default: tree[name] = text(path + "/" + name)
            }
        }
        return tree
    }

    /// The time of change of every file, in nanoseconds.
    func times(_ path: String = "public") throws -> [String: Int] {
        var times: [String: Int] = [:]
        for name in try tree(path).keys where !name.hasSuffix("/") {
            times[name] = Self.time(folder + "/" + path + "/" + name)
        }
        return times
    }

    func time(_ path: String) -> Int { Self.time(folder + "/" + path) }

    func setTime(_ path: String, to seconds: Int) {
        let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
        utimensat(AT_FDCWD, folder + "/" + path, times, 0)
    }

    private static func time(_ path: String) -> Int {
        var status = stat()
        lstat(path, &status)
        return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    }
}

extension Workplace {
    /// Builds the pages into the site; a build without a failure says what it did.
    @discardableResult
    func build(_ pages: [String: String], into directory: String? = nil, trial: Trial? = nil)
        async throws(OutputFailure)
        -> OutputReport
    {
        try await plan(pages).write(to: directory ?? site, trial: trial).report
    }

    /// What stands after a build of the pages where nothing stood before.
    func cleanTree(_ pages: [String: String]) async throws -> [String: String] {
        let clean = try Workplace()
        try await clean.build(pages)
        return try clean.tree()
    }

    /// A build that must fail.
    func failure(_ plan: OutputPlan, trial: Trial? = nil) async -> OutputFailure? {
        do throws(OutputFailure) {
            _ = try await plan.write(to: site, trial: trial)
            return nil
        } catch {
            return error
        }
    }
}

/// Pages by path, all permanent, and a tombstone only for ärenden if asked for.
func plan(_ pages: [String: String], tombstone: String? = nil) -> OutputPlan {
    OutputPlan(
        files: pages.map { path, text in
            PlannedFile(path: path, content: .bytes { $0.append(contentsOf: text.utf8) }, isPermanent: true)
        },
        tombstone: { path in
            guard let tombstone, path.hasPrefix("arenden/") else { return nil }
            return .bytes { $0.append(contentsOf: tombstone.utf8) }
        })
}

func copies(_ sources: [String: String]) -> OutputPlan {
    OutputPlan(files: sources.map { PlannedFile(path: $0, content: .copy(of: $1)) })
}
