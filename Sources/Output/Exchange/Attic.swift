import System

/// The folder beside the output, for its owner alone, where the next site is made and the last ones are kept:
/// `.public.klubba/` beside `public/`. In it stand `stage/` (files on their way), `new/` (the next site, or the tree
/// that the next one will be made of) and the former sites, numbered, the newest with the highest number.
final class Attic: Sendable {
    let directory: OutputDirectory
    private let parent: Int32
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
        guard let parent = try? Beneath.openFolder(above.isEmpty ? "." : above) else { return nil }
        let own = Self.own(name)
        guard output.stands(as: name, in: parent),
            let descriptor = Self.open(own, in: parent, making: making),
            output.sharesDisk(with: descriptor)
        else {
            Descriptor.close(parent)
            return nil
        }
        (self.parent, self.name, self.trial) = (parent, name, trial)
        directory = OutputDirectory(open: descriptor, path: above + own, trial: trial)
    }

    deinit { Descriptor.close(parent) }

    enum Making { case ifMissing, never }
}

extension Attic {
    /// Its name, beside an output of this name.
    static func own(_ name: String) -> String { ".\(name).klubba" }

    private static func open(_ name: String, in parent: Int32, making: Making) -> Int32? {
        let isNew =
            making == .ifMissing && (try? Beneath.makeFolder(name, in: parent, mode: 0o700)) != nil
        guard let descriptor = try? Beneath.openFolder(name, in: parent) else { return nil }
        // What was hidden since lies here: nobody else may look.
        guard let status = try? Descriptor.status(of: descriptor), Descriptor.isOwn(status),
            (try? Descriptor.give(0o700, to: descriptor)) != nil
        else {
            Descriptor.close(descriptor)
            return nil
        }
        // The site's folder may be under git, and what is kept here is in no history.
        if isNew, let file = try? Beneath.create(".gitignore", in: descriptor, mode: 0o600) {
            try? Array("*\n".utf8).withBytes { bytes throws(SystemError) in try Descriptor.writeAll(bytes, to: file) }
            Descriptor.close(file)
        }
        return descriptor
    }

    /// The numbers of the sites that are kept, the newest first.
    var kept: [Int] { (try? sites()) ?? [] }

    func sites() throws(SystemError) -> [Int] {
        try directory.names(in: ".").compactMap { name in
            name.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(name) : nil
        }.sorted(by: >)
    }

    /// Lets the site and a folder in here change places, in one step.
    func exchange(_ folder: String) throws(SystemError) {
        try directory.ask(.exchange)
        try Beneath.exchange(name, in: parent, with: folder, in: directory.descriptor)
        // Both names are on the disk, or neither.
        Descriptor.flush(parent)
        Descriptor.flush(directory.descriptor)
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
        try? Beneath.removeFolder(Self.own(name), in: parent)
    }
}
