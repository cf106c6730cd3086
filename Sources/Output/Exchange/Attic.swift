import CSystem
import Glibc

/// The folder beside the output, for its owner alone, where the next site is made and the last ones are kept:
/// `.public.klubba/` beside `public/`. In it stand `stage/` (files on their way), `new/` (the next site, or the tree
/// that the next one will be made of) and the former sites, numbered, the newest with the highest number.
final class Attic: Sendable {
    let directory: OutputDirectory
    private let parent: CInt
    private let name: String
    private let trial: Trial?

    static let next = "new"
    static let stage = "stage"

    /// Nil where the output cannot change places with a folder beside it: it is a mount point, its parent belongs to
    /// somebody else, or the name beside it is taken.
    ///
    /// - Parameter making: whether the folder is made where it is missing.
    init?(beside output: OutputDirectory, making: Making, trial: Trial?) {
        let parts = output.path.split(separator: "/", omittingEmptySubsequences: true)
        guard let name = parts.last.map(String.init), name != ".", name != "..", name.utf8.count < 240 else {
            return nil
        }
        let above = String(output.path.dropLast(name.utf8.count))
        let parent = Glibc.open(above.isEmpty ? "." : above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { return nil }
        let own = ".\(name).klubba"
        guard output.stands(as: name, in: parent),
            let descriptor = Self.open(own, in: parent, making: making),
            output.sharesDisk(with: descriptor)
        else {
            close(parent)
            return nil
        }
        (self.parent, self.name, self.trial) = (parent, name, trial)
        directory = OutputDirectory(open: descriptor, path: above + own, trial: trial)
    }

    deinit { close(parent) }

    enum Making { case ifMissing, never }
}

extension Attic {
    private static func open(_ name: String, in parent: CInt, making: Making) -> CInt? {
        let isNew = making == .ifMissing && mkdirat(parent, name, 0o700) == 0
        let descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        // What was hidden since lies here: nobody else may look.
        guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), fchmod(descriptor, 0o700) == 0 else {
            close(descriptor)
            return nil
        }
        if isNew {
            // The site's folder may be under git, and what is kept here is in no history.
            let file = openat(descriptor, ".gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if file >= 0 {
                _ = write(file, "*\n", 2)
                close(file)
            }
        }
        return descriptor
    }

    /// The numbers of the sites that are kept, the newest first.
    var kept: [Int] {
        ((try? directory.names(in: ".")) ?? []).compactMap { name in
            name.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(name) : nil
        }.sorted(by: >)
    }

    /// Lets the site and a folder in here change places, in one step.
    func exchange(_ folder: String) throws(SystemError) {
        try directory.ask(.exchange)
        _ = try SystemError.check { klubba_exchange(parent, name, directory.descriptor, folder) }
        // Both names are on the disk, or neither.
        fsync(parent)
        fsync(directory.descriptor)
    }

    /// What stood in the site's place is kept, and the oldest beyond `keep` becomes what the next site is made of: of a
    /// large site only what differs has to be moved.
    func retire(keeping keep: Int) {
        guard keep > 0 else { return removeAll() }
        let number = (kept.first ?? 0) + 1
        guard (try? directory.rename(Self.next, to: "\(number)")) != nil else { return }
        for old in kept.dropFirst(keep) {
            let hasNext = (try? directory.resident(Self.next)) == .directory
            if hasNext {
                _ = try? directory.removeTree("\(old)")
            } else {
                _ = try? directory.rename("\(old)", to: Self.next)
            }
        }
    }

    /// A new tree with nothing in it, known to people as the output that it shall be; nil where none can be made.
    func emptyTree(as output: OutputDirectory) -> OutputDirectory? {
        setAside()
        guard (try? directory.makeDirectory(Self.next)) == true,
            let tree = try? directory.opened(Self.next, as: output.path)
        else { return nil }
        tree.take(after: output)
        return tree
    }

    /// Makes room for a new tree where the one that stands cannot be worked on.
    func setAside() {
        if (try? directory.removeTree(Self.next)) != nil { return }
        for number in 1... where (try? directory.resident("left-\(number)")) == .some(nil) {
            _ = try? directory.rename(Self.next, to: "left-\(number)")
            return
        }
    }

    /// Nothing is kept any more; what belongs to somebody else may stay.
    func removeAll() {
        for name in (try? directory.names(in: ".")) ?? [] where name != ".gitignore" {
            _ = try? directory.removeTree(name)
        }
    }

    /// Removes the folder itself where nothing is in it.
    func removeIfEmpty() {
        guard (try? directory.names(in: ".")) == [".gitignore"] else { return }
        _ = try? directory.removeFile(".gitignore")
        unlinkat(parent, ".\(name).klubba", AT_REMOVEDIR)
    }
}
