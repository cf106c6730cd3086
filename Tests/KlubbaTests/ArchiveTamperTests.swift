import Foundation
import Testing

/// What is done to a package is done to all its files at once: one run of the check has to name each of them.
@Suite("A package that somebody has touched")
struct ArchiveTamperTests {
    private let isList: (String) -> Bool = { $0.hasSuffix("METS.xml") }

    /// The paths that a check names.
    private func named(_ place: ArchivedSite, _ package: URL) throws -> Set<String> {
        let (status, lines) = try place.verify(package)
        #expect(status == (lines.isEmpty ? 0 : 1))
        return Set(
            lines.compactMap { line in
                line.range(of: ": error[K187]: ").map { String(line[..<$0.lowerBound]) }
            })
    }

    private func write(_ files: [String: Data], to package: URL) throws {
        try FileManager.default.removeItem(at: package)
        for (path, bytes) in files {
            let file = package.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
    }

    private enum Change: CaseIterable {
        case firstByte, middleByte, lastByte, longer, shorter

        func made(to bytes: Data) -> Data {
            var changed = [UInt8](bytes)
            switch self {
            case .firstByte: changed[0] ^= 1
            case .middleByte: changed[changed.count / 2] ^= 1
            case .lastByte: changed[changed.count - 1] ^= 1
            case .longer: changed.append(0x0A)
            case .shorter: changed.removeLast()
            }
            return Data(changed)
        }
    }

    @Test("any byte that is changed, added or taken away: each file is named")
    func bytes() throws {
        let place = try ArchivedSite()
        let package = try place.archive()
        let files = try Tree.files(package)
        #expect(files.count > 30)
        for change in Change.allCases {
            try write(files.merging(files.filter { !isList($0.key) }.mapValues(change.made)) { $1 }, to: package)
            #expect(try named(place, package).isSuperset(of: files.keys.filter { !isList($0) }), "\(change)")
            // The lists themselves, one at a time: the others are held against each.
            for list in files.keys.filter(isList) {
                try write(files.merging([list: change.made(to: try #require(files[list]))]) { $1 }, to: package)
                #expect(try named(place, package).contains(list), "\(change) \(list)")
            }
        }
        try write(files, to: package)
        #expect(try named(place, package) == [])
    }

    @Test("any byte of the first document, which nothing else vouches for")
    func firstDocument() throws {
        let place = try ArchivedSite()
        let package = try place.archive()
        let file = package.appendingPathComponent("METS.xml")
        let bytes = [UInt8](try Data(contentsOf: file))
        for number in 0..<40 {
            var changed = bytes
            changed[number * (bytes.count - 1) / 39] ^= UInt8(1 << (number % 7))
            try Data(changed).write(to: file)
            #expect(try named(place, package).contains("METS.xml"), "byte \(number * (bytes.count - 1) / 39)")
        }
    }

    @Test("any file that is taken away, renamed, swapped with another or added: each is named")
    func files() throws {
        let place = try ArchivedSite()
        let package = try place.archive()
        let files = try Tree.files(package)
        let papers = files.filter { !isList($0.key) }
        let lists = files.filter { isList($0.key) }
        try write(lists, to: package)
        #expect(try named(place, package).isSuperset(of: papers.keys))
        let renamed = Dictionary(uniqueKeysWithValues: papers.map { ($0.key + ".x", $0.value) })
        try write(lists.merging(renamed) { $1 }, to: package)
        #expect(try named(place, package).isSuperset(of: Array(papers.keys) + Array(renamed.keys)))
        try write(files.merging(renamed) { $1 }, to: package)
        // With more in original/ the name of the package is another one too.
        #expect(try named(place, package).subtracting(["METS.xml"]) == Set(renamed.keys))
        let paths = papers.keys.sorted()
        let turned = Dictionary(
            uniqueKeysWithValues: zip(paths, paths.dropFirst() + paths.prefix(1)).map { ($0, papers[$1] ?? Data()) })
        try write(files.merging(turned) { $1 }, to: package)
        #expect(try named(place, package).isSuperset(of: paths.filter { turned[$0] != papers[$0] }))
        for list in lists.keys {
            try write(files.filter { $0.key != list }, to: package)
            let gone = try named(place, package)
            #expect(gone.contains(list), "\(list)")
            try write(files.filter { $0.key != list }.merging([list + ".x": lists[list] ?? Data()]) { $1 }, to: package)
            // Without its first document a folder is no package: nothing more can be said of it.
            let moved = try named(place, package)
            #expect(moved.contains(list) && (list == "METS.xml" || moved.contains(list + ".x")), "\(list)")
        }
        try write(files, to: package)
        try FileManager.default.createSymbolicLink(
            at: package.appendingPathComponent("documentation/lank"), withDestinationURL: package)
        #expect(
            try place.verify(package).lines == [
                "documentation/lank: error[K187]: detta är en länk eller något annat än en vanlig fil. Ett paket har bara filer och mappar"
            ])
    }

    @Test("a name with å as two characters is another than one with å as one", arguments: ["mapp", "bag"])
    func alikeNames(form: String) throws {
        let place = try ArchivedSite()
        let name = "Fråga.txt"
        let text = "content/arenden/2020-7/\(name.precomposedStringWithCanonicalMapping)"
        try place.site.write("content/arenden/2020-7/arende.md", matter("dnr: 2020:7\ntitel: Osänt"))
        try place.site.write(text, "Hur mycket?\n")
        let whole = try place.archive("--form", form)
        let package = form == "bag" ? try ArchivedSite.only(in: whole.appendingPathComponent("data")) : whole
        let (status, lines) = try place.verify(whole)
        #expect(status == 0, "\(lines)")
        let other = "content/arenden/2020-7/\(name.decomposedStringWithCanonicalMapping)"
        let folder = "\(package.path)/representations/original/data/"
        try Data("Hur mycket?\n".utf8).write(to: URL(fileURLWithPath: folder + other))
        let added = try place.verify(whole).lines
        #expect(added.contains { $0.utf8.elementsEqual(foreign(other).utf8) }, "\(added)")
        try FileManager.default.removeItem(at: URL(fileURLWithPath: folder + text))
        let renamed = try place.verify(whole).lines
        #expect(renamed.contains { $0.utf8.elementsEqual(foreign(other).utf8) }, "\(renamed)")
        #expect(
            renamed.contains { $0.hasPrefix("representations/original/data/\(text): error[K187]: filen finns inte") })
    }

    private func foreign(_ path: String) -> String {
        "representations/original/data/\(path): error[K187]: filen hör inte till paketet: den står i ingen METS.xml. "
            + "Ta bort den, eller hämta paketet på nytt"
    }

    @Test("a tar or zip archive of which a byte has changed", arguments: ["tar", "zip"])
    func containers(form: String) throws {
        let place = try ArchivedSite()
        let package = try place.archive("--form", form)
        let bytes = [UInt8](try Data(contentsOf: package))
        // The end of a zip is a list of its own, which other programs go by.
        let spots = (0..<40).map { $0 * (bytes.count - 1) / 39 } + (1...22).map { bytes.count - $0 }
        for spot in spots {
            var changed = bytes
            changed[spot] ^= 1
            try Data(changed).write(to: package)
            #expect(try place.verify(package).status == 1, "byte \(spot)")
        }
        try Data(bytes + [1]).write(to: package)
        #expect(try place.verify(package).status == 1)
        try Data(bytes.dropLast(600)).write(to: package)
        #expect(try place.verify(package).status == 1)
        try Data(bytes).write(to: package)
        #expect(try place.verify(package).status == 0)
    }

    @Test("a sealed text is held against the log, whatever the lists say of it")
    func sealed() throws {
        let place = try ArchivedSite()
        let package = try place.archive()
        let path = "representations/original/data/content/arenden/2020-1/arende.md"
        let file = package.appendingPathComponent(path)
        let text = try String(contentsOf: file, encoding: .utf8)
        let old = try place.digest(of: file)
        try Data(text.replacing("högst 90 000", with: "högst 99 000").utf8).write(to: file)
        let new = try place.digest(of: file)
        for list in ["metadata/preservation/premis.xml", "representations/original/METS.xml"] {
            let document = package.appendingPathComponent(list)
            let changed = try String(contentsOf: document, encoding: .utf8).replacing(old, with: new)
            try Data(changed.utf8).write(to: document)
        }
        let start = "\(path): error[K187]: filens innehåll är inte det som förseglades (rad "
        #expect(try place.verify(package).lines.contains { $0.hasPrefix(start) })
    }

    @Test("a sealed text that is worked on for the next meeting is told of in the package, and no fault of it")
    func unfinished() throws {
        let place = try ArchivedSite()
        try place.site.replace("fs: 2020-09-18", with: "fs: [2020-09-18, 2020-11-06]", in: SealedSite.text)
        try place.site.replace("vid torget", with: "vid hamnen", in: SealedSite.text)
        let package = try place.archive()
        let (status, lines) = try place.verify(package)
        #expect(status == 0, "\(lines)")
        let premis = try String(
            contentsOf: package.appendingPathComponent("metadata/preservation/premis.xml"), encoding: .utf8)
        #expect(premis.contains("<eventType>modification</eventType>"))
    }
}
