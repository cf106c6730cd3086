import Desk
import LocalServer
import Synchronization
import System

/// Runs klubba's own commands for the desk, each argument as it is: no shell, and nothing that a file says.
struct CommandRunner {
    let root: String
    /// What every command is told beside its own.
    let extra: [String]

    private static let notStarted = JobEnding(exit: 3, lines: ["Kommandot kunde inte startas."], output: "")
}

extension CommandRunner {
    func run(_ arguments: [String]) async -> JobEnding {
        guard let program = Path.ownProgram else { return CommandRunner.notStarted }
        let place = arguments.first == "import" ? extra : ["--site", root] + extra
        let before = MadeFiles(root: root)
        let box = Box()
        _ = await OwnThread.run {
            do throws(SystemError) {
                let ended = try ChildProcess.run(program, arguments + place, seconds: 1800)
                let lines = (ended.text + ended.errorText).split(separator: "\n").map(String.init)
                box.put(
                    JobEnding(
                        exit: Int(ended.status ?? 3), lines: lines, output: ended.text,
                        files: MadeFiles(root: root).since(before)))
            } catch {
                box.put(CommandRunner.notStarted)
            }
        }
        return box.ending.withLock { $0 } ?? CommandRunner.notStarted
    }

    private final class Box: Sendable {
        let ending = Mutex<JobEnding?>(nil)

        func put(_ value: JobEnding) { ending.withLock { $0 = value } }
    }
}

/// What lies in a site's folder beside what it is made of: packets, letters, packages. The site itself is not looked into.
private struct MadeFiles {
    private var stamps: [String: FileStatus] = [:]

    private static let others: Set<String> = ["content", "theme", "public", "klubba.yml"]

    init(root: String) {
        look("", root, depth: 0)
    }

    private mutating func look(_ folder: String, _ root: String, depth: Int) {
        for entry in (try? Folder.entries(of: root + "/" + folder)) ?? [] {
            let name = entry.text
            if name.hasPrefix(".") || depth == 0 && MadeFiles.others.contains(name) { continue }
            let path = folder + name
            guard let status = try? FileStatus(root + "/" + path, links: .themselves) else { continue }
            if status.kind == .folder && depth < 2 { look(path + "/", root, depth: depth + 1) }
            // A folder this deep is one thing made, as a package is.
            if status.kind == .folder && depth == 0 { continue }
            stamps[path] = status
        }
    }

    /// What is new or another, by path from the site's root.
    func since(_ before: MadeFiles) -> [String] {
        let new = stamps.filter { before.stamps[$0.key] != $0.value }.map(\.key).sorted()
        return new.filter { path in !new.contains { path.hasPrefix($0 + "/") } }
    }
}
