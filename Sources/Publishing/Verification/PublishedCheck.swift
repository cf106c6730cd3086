import Diagnostics
import Ledger
import Meetings
import Site

/// Holds a built site against the log: each sealed paper that its readers may see is there, and says what was sealed.
struct PublishedCheck: Sendable {
    private let folder: PublishedFolder
    private let audience: Audience
    private let ledger: SiteLedger
    /// Of each file of the site, what was sealed of it, in the files' order.
    private let files: [(file: String, parts: [Expected])]
    /// How a build makes a page today.
    private let pages: [String: @Sendable (inout [UInt8]) -> Void]
    private let lost: [String]
    /// Of each file that is published as a copy without traces, where that copy lies.
    private let copies: [String: String]

    struct Expected: Sendable {
        let part: PublishedPart
        let title: String
        /// Its text is under work for another meeting, so the page may say something else.
        let isInWork: Bool
        /// Its file is not as it was sealed, which is told of the file itself.
        let isChanged: Bool
        let isSeen: Bool
    }

    init(_ folder: PublishedFolder, site: LoadedSite, findings: [SealCheck.Finding], audience: Audience) {
        (self.folder, self.audience, ledger) = (folder, audience, site.ledger)
        let findings = Dictionary(
            findings.map { ($0.path, $0.diagnostic.severity) }, uniquingKeysWith: { first, _ in first })
        var byFile: [String: [Expected]] = [:]
        for standing in site.ledger.state.standings {
            let finding = findings[standing.paper.path]
            for part in standing.paper.published {
                let visibility = Visibility(rawValue: part.visibility) ?? .secret
                let expected = Expected(
                    part: part, title: standing.paper.title, isInWork: finding == .warning, isChanged: finding != nil,
                    isSeen: audience.maySee(visibility))
                byFile[PublishedFolder.file(at: part.address), default: []].append(expected)
            }
        }
        files = byFile.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        var pages: [String: @Sendable (inout [UInt8]) -> Void] = [:]
        var copies: [String: String] = [:]
        for file in site.plan.files where byFile[file.path] != nil {
            switch file.content {
            case .bytes(let render): pages[file.path] = render
            case .copy(let location) where !location.hasSuffix("/" + file.source): copies[file.path] = location
            case .copy: break
            }
        }
        self.copies = copies
        self.pages = pages
        lost = folder.lostFiles()
    }
}

extension PublishedCheck {
    /// - Parameter tellsLost: whether files that the manifest lists and that are gone are told of; a comparison does that.
    func findings(tellsLost: Bool) async -> (diagnostics: [Diagnostic], checked: Int) {
        var diagnostics = folder.unknownSeals(known: ledger.history)
        let size = max(16, files.count / 32 + 1)
        diagnostics += await withTaskGroup(of: [Diagnostic].self) { group in
            for start in stride(from: 0, to: files.count, by: size) {
                let chunk = files[start..<min(start + size, files.count)]
                group.addTask { chunk.flatMap { self.diagnostics(of: $0.file, $0.parts) } }
            }
            var all: [Diagnostic] = []
            for await found in group { all += found }
            return all
        }
        let told = Set(diagnostics.map(\.place))
        for file in lost where tellsLost && !told.contains(folder.place(file)) {
            let paper = ledger.state.log.entries.isEmpty ? file : "sidan eller filen som bygget skrev"
            diagnostics.append(Diagnostic(folder.place(file), .publishedDiffers(paper: paper, fault: .missing)))
        }
        return (diagnostics, files.count { $0.parts.contains(where: \.isSeen) })
    }

    private func diagnostics(of file: String, _ parts: [Expected]) -> [Diagnostic] {
        let seen = parts.filter(\.isSeen)
        let hidden = parts.filter { !$0.isSeen }
        if let first = parts.first, first.part.part.isEmpty {
            return self.diagnostics(ofCopy: file, first)
        }
        guard let page = folder.bytes(file) else {
            return seen.first.map { [fault(.missing, of: $0, file)] } ?? []
        }
        let marks = PageMarks(page: page)
        var found = hidden.filter { marks.names.contains($0.part.part) }.map { fault(.leaked, of: $0, file) }
        // A page that says what was sealed, in no words of the theme's own, need not be made anew to be judged.
        let texts = seen.map { marks.text($0.part.part) }
        let isAsSealed = zip(seen, texts).allSatisfy { $0.isInWork || $1?.digest == $0.part.digest }
        let isAllSealed = marks.names.isSubset(of: Set(parts.map(\.part.part)))
        if isAsSealed && isAllSealed && !marks.hasData { return found }
        let built = parts.contains(where: \.isChanged) ? nil : self.built(file)
        for (expected, text) in zip(seen, texts) where !expected.isInWork {
            let name = expected.part.part
            guard let text else {
                let isMarkedByTheme = built?.names.contains(name) ?? true
                found.append(
                    fault(
                        isMarkedByTheme && !marks.names.isEmpty
                            ? .text(part: label(name), difference: .unknown) : .unmarked(part: label(name)),
                        of: expected, file))
                continue
            }
            if text.digest != expected.part.digest {
                let difference = built?.text(name)?.difference(to: text) ?? .unknown
                found.append(fault(.text(part: label(name), difference: difference), of: expected, file))
            } else if let shown = marks.shown(name), let words = built?.shown(name), shown != words {
                let fault = PublishedFault.words(part: label(name), difference: words.difference(to: shown))
                found.append(self.fault(fault, of: expected, file))
            }
        }
        // A part that was sealed empty, and that the page has words for.
        if let built, let first = seen.first {
            for name in marks.names.union(built.names).sorted() where !parts.contains(where: { $0.part.part == name }) {
                let (now, then) = (marks.shown(name), built.shown(name))
                if let now, let then, now != then {
                    let fault = PublishedFault.words(part: label(name), difference: then.difference(to: now))
                    found.append(self.fault(fault, of: first, file))
                }
            }
        }
        return found
    }

    private func built(_ file: String) -> PageMarks? {
        guard let render = pages[file] else { return nil }
        var bytes: [UInt8] = []
        render(&bytes)
        return PageMarks(page: bytes)
    }

    private func diagnostics(ofCopy file: String, _ expected: Expected) -> [Diagnostic] {
        let digest = folder.digest(file)
        guard expected.isSeen else { return digest == nil ? [] : [fault(.leaked, of: expected, file)] }
        guard let digest else { return [fault(.missing, of: expected, file)] }
        // The log has the original; what is published is what is made of it.
        let isCopy =
            !expected.isChanged && copies[file].flatMap { try? LedgerFolder.digest(ofFile: $0).digest } == digest
        return digest == expected.part.digest || isCopy ? [] : [fault(.file, of: expected, file)]
    }

    private func fault(_ fault: PublishedFault, of expected: Expected, _ file: String) -> Diagnostic {
        Diagnostic(folder.place(file), .publishedDiffers(paper: expected.title, fault: fault))
    }

    /// "§ 45"; "rubriken" and "texten" for the parts of other pages.
    private func label(_ part: String) -> String {
        if part.hasPrefix("p-") { return "§ " + part.dropFirst(2) }
        // Shown with a §, and made from it, but no text of it: a table of votes.
        if part.hasPrefix("visat-") { return "§ " + part.dropFirst(6) }
        return ["titel": "rubriken", "text": "texten"][part] ?? part
    }
}
