import Fingerprints
import Output
import System

/// Every file that a site is read from, and what it holds: enough to tell that it has not changed.
///
/// A file's times are a first look, and distrusted where they can lie as git's index distrusts them
/// (`Documentation/technical/racy-git.txt`): a change may come within the clock's tick of the last look, clocks of whole
/// seconds have long ticks, a file server's clock is another's, and a clock may be ahead. What is distrusted is read.
package struct SourceFiles {
    /// By path from the site's root: the same for as long as the file holds the same.
    package private(set) var prints: [String: Fingerprint] = [:]
    /// What is known of each for the next time.
    package private(set) var known = Known()
    private var trust: FileTrust

    /// What was known of files: how each lay when it was last read, and its print. Nought for how it lay where its times
    /// could not be trusted.
    package struct Known {
        var files: [UInt64: (standing: UInt64, print: UInt64)] = [:]

        package init() {}
    }
}

extension SourceFiles {
    /// Nil where something is no plain file or folder: what a link leads to can change without the link.
    package init?(root: String, known: Known) {
        trust = FileTrust()
        var folders = ["content/", "theme/"]
        if let status = try? FileStatus(root + "/klubba.yml", links: .themselves) {
            guard add("klubba.yml", status, root: root, known) else { return nil }
        }
        while let folder = folders.popLast() {
            let entries: [Folder.Entry]
            do throws(SystemError) {
                entries = try Folder.entries(of: root + "/" + folder)
            } catch {
                // A site need not have a theme; a folder that may not be read is the reading's to tell of.
                if folder == "theme/", error.isMissing { continue }
                return nil
            }
            for entry in entries {
                let path = folder + entry.text
                switch entry.kind {
                case .folder: folders.append(path + "/")
                case .file:
                    guard let status = try? FileStatus(root + "/" + path, links: .themselves),
                        add(path, status, root: root, known)
                    else { return nil }
                default: return nil
                }
            }
        }
    }

    /// All of them; the same however the disk lists them.
    var all: Fingerprint {
        Fingerprint(
            bits: prints.reduce(0) { sum, file in
                var own = file.value
                own.add(file.key)
                return sum &+ own.bits
            })
    }

    /// What is known when a build that began with these is done: a file that is another now was read as nobody knows
    /// which, and counts as unknown.
    func known(after later: SourceFiles?) -> Known {
        var sure = known
        for (path, print) in prints where later?.prints[path] != print {
            sure.files[Self.key(path)] = nil
        }
        return sure
    }

    /// All of them as far as they held still during the build; nil when some did not.
    func all(after later: SourceFiles?) -> Fingerprint? { later?.prints == prints ? all : nil }

    /// Files that are others, or there, since so much was known of them. What is gone has no name to tell.
    func changed(since known: Known) -> [String] {
        prints.filter { path, print in known.files[SourceFiles.key(path)]?.print != print.bits }.keys.sorted()
    }

    private static func key(_ path: String) -> UInt64 {
        var print = Fingerprint()
        print.add(path)
        return print.bits
    }

    private mutating func add(
        _ path: String, _ status: FileStatus, root: String, _ before: Known
    ) -> Bool {
        guard status.kind == .file else { return false }
        let key = Self.key(path)
        let standing = Fingerprint(status)
        let isTrusted = trust.holds(for: status, at: root + "/" + path)
        let last = before.files[key]
        let print: Fingerprint
        if isTrusted, let last, last.standing == standing.bits {
            print = Fingerprint(bits: last.print)
        } else if isTrusted, last == nil || status.size > Self.mostReadAgain {
            // Nothing to hold it against: how it lies tells it from all later.
            print = standing
        } else {
            guard let held = Fingerprint(contentsOf: root + "/" + path) else { return false }
            print = held
        }
        prints[path] = print
        known.files[key] = (isTrusted ? standing.bits : 0, print.bits)
        return true
    }

    /// A changed file above this is taken for another without being read.
    private static let mostReadAgain = 8 << 20
}

extension Fingerprint {
    /// Of a program: what it makes may be another when it is.
    mutating func add(file path: String) {
        add(path)
        if let status = try? FileStatus(path) { add(Fingerprint(status)) }
    }
}
