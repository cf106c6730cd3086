import Testing

@testable import Ledger

@Suite("What a line commits to")
struct LineTreeTests {
    private func entry(hidden: Int) -> LogEntry {
        func part(_ name: String, _ visibility: String) -> PublishedPart {
            PublishedPart(address: "arenden/\(name)/", part: "text", digest: Digest(of: name), visibility: visibility)
        }
        let papers = ["a", "b"].map { name in
            LogPaper(
                path: "arenden/\(name).md", title: name, size: 1, digest: Digest(of: name), content: Digest(of: name),
                visibility: "offentlig", published: [part(name, "offentlig")])
        }
        let secrets = (0..<hidden).map { number in
            LogPaper(
                path: "arenden/h\(number).md", title: "Hemligt", size: 1, digest: Digest(of: "h\(number)"),
                content: Digest(of: "h\(number)"), visibility: "ledamöter", published: [part("h\(number)", "ledamöter")]
            )
        }
        return LogEntry(
            number: 1, time: LogTime(seconds: 1_600_000_000), meeting: "fs-2020-09-18", kind: .summons, leftOut: [],
            papers: secrets + papers, previous: .nothing)
    }

    private func tree(_ entry: LogEntry, _ salt: LogSalt) throws -> (LineTree, [LinePart], LineSalt) {
        let digest = LogLine(entry).digest
        let (parts, secret) = (LinePart.all(entry, digest), salt.line(entry.number, digest))
        return (try #require(LineTree(parts, secret)), parts, secret)
    }

    @Test("every part's path leads to the line's root, and to no other from another part")
    func paths() throws {
        let (tree, parts, secret) = try tree(entry(hidden: 5), LogSalt())
        #expect(parts.count == 8)
        for part in parts {
            let (place, path) = try #require(tree.path(of: part))
            #expect(path.count == 20)
            let root = TreeProof.root(of: part.leaf(secret), index: place, size: LineTree.size, path: path)
            #expect(root == tree.root)
            let wrong = TreeProof.root(of: part.leaf(secret), index: place ^ 1, size: LineTree.size, path: path)
            #expect(wrong != tree.root)
        }
    }

    @Test("a path tells neither of hidden parts nor how many they are: its length and form are always the same")
    func hidden() throws {
        let salt = LogSalt()
        var seen: Set<TreeHash> = []
        for count in [0, 1, 7, 300] {
            let entry = entry(hidden: count)
            let (tree, parts, secret) = try tree(entry, salt)
            // What everybody may see comes first, so what is hidden moves nothing.
            #expect(parts.prefix(2).map(\.address) == ["arenden/a/", "arenden/b/"])
            let path = try #require(tree.path(of: parts[0])).path
            #expect(path.count == LineTree.height)
            // No node comes back from one line to the next, so no node is known to stand for nothing.
            #expect(seen.intersection(path).isEmpty)
            seen.formUnion(path)
            // Without the salt, a guess at a hidden part cannot be tried.
            let guess = LinePart.all(entry, LogLine(entry).digest)[count > 0 ? 2 : 1]
            #expect(guess.leaf(LogSalt().line(1, Digest(of: "x"))) != guess.leaf(secret))
        }
    }

    @Test("the same log and salt give the same tree, and another salt another")
    func deterministic() async throws {
        let log = LogFixture.log(LogFixture.lines(5))
        let salt = LogSalt()
        let first = try #require(await LogTree(log, salt))
        let same = try #require(LogSalt(reading: salt.bytes))
        let again = try #require(await LogTree(log, same))
        let other = try #require(await LogTree(log, LogSalt()))
        #expect(first.tree.root(size: 5) == again.tree.root(size: 5))
        #expect(first.tree.root(size: 5) != other.tree.root(size: 5))
        // A line that comes later changes no earlier head.
        let longer = try #require(await LogTree(LogFixture.log(LogFixture.lines(9)), salt))
        #expect(longer.tree.root(size: 5) == first.tree.root(size: 5))
    }
}
