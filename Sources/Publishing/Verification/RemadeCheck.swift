import Diagnostics
import Ledger
import Output
import Packet
import Site

/// Makes a built site again in memory, by its own manifest, and compares every byte of every file.
struct RemadeCheck {
    let standing: StandingSite
    let site: LoadedSite
}

extension RemadeCheck {
    private var root: String { site.request.root }

    struct Outcome {
        var differences: [OutputDifference<PageDifference>] = []
        /// What can't be told of a file: hindrances.
        var diagnostics: [Diagnostic] = []
        /// Nil where the site could not be made again.
        var compared: Int?
        /// What content has been changed since the build; nil where nobody remembers, or nothing has.
        var edited: [String]?
    }

    /// - Parameter telling: called before packets are made again, which takes a while.
    func run(telling: () -> Void) async -> Outcome {
        guard let imprint = standing.imprint, standing.readers != nil, standing.diagnostics.isEmpty else {
            return Outcome()
        }
        if let hindrance = RemadeCheck.hindrance(imprint) { return hindered(hindrance) }
        guard let options = standing.options else { return hindered(.option) }
        var draft = PublicationDraft(site, options, output: standing.path)
        if options.hasPackets {
            let needed = ["weasyprint", "libreoffice"].compactMap { name in
                imprint.tools.first { $0.hasPrefix(name + " ") }
            }
            telling()
            let made: Void? = try? await draft.addPackets(standing: nil, withOffice: needed.count > 1)
            let here = draft.packets?.tools ?? []
            guard made != nil, here == needed else {
                return hindered(
                    .tool(needed.first { !here.contains($0) } ?? "weasyprint"), isMade: listsPackets)
            }
        }
        do throws(OutputFailure) {
            return try await compare(draft)
        } catch {
            return hindered(.content)
        }
    }

    private var listsPackets: Bool {
        guard let listed = try? ListedOutput(standing.path) else { return false }
        let packets = Set(site.register.meetings.map { PublishedPacket.path($0.meeting.id) })
        return listed.paths.contains(where: packets.contains)
    }

    /// Why the site can't be made again; nil where it can.
    private static func hindrance(_ imprint: Imprint) -> RemakingHindrance? {
        let here = Program.name
        if imprint.options == nil { return .olderManifest }
        return imprint.program == here ? nil : .otherProgram(built: imprint.program, here: here)
    }

    /// - Parameter isMade: false where the manifest claims files that it does not list, as no build's does.
    private func hindered(_ hindrance: RemakingHindrance, isMade: Bool = true) -> Outcome {
        let place = standing.folder.place(".klubba-manifest")
        var outcome = Outcome()
        outcome.diagnostics = [Diagnostic(place, .publishedNotRemade(hindrance))]
        if !isMade { outcome.diagnostics.append(Diagnostic(place, .publishedNotAsMade(.manifest))) }
        // Who only writes another program's name there is found by the machine that built.
        if let memory = BuildMemory.read(root: root, target: standing.path)?.output,
            !memory.hasManifest(of: standing.path)
        {
            outcome.diagnostics.append(Diagnostic(place, .publishedNotAsMade(.manifest)))
        }
        return outcome
    }

    private func compare(_ draft: PublicationDraft) async throws(OutputFailure) -> Outcome {
        let memory = BuildMemory.read(root: root, target: standing.path)
        let publication = try draft.publication(inspecting: .none)
        let others = site.register.profile.othersFiles
        let found = try await publication.plan.compare(
            with: standing.path, remembering: memory?.output,
            allowing: OutputAllowance(
                isUnmade: { _ in false },
                isOthers: { path in others.contains { $0 == path || $0.hasSuffix("/") && path.hasPrefix($0) } }),
            telling: { PageDifference(path: $0, planned: $1, standing: $2) })
        var outcome = Outcome(differences: found.differences, compared: found.compared)
        if !found.differences.isEmpty, let memory, let files = SourceFiles(root: root, known: memory.known) {
            let isEdited = files.all != memory.sources
            outcome.edited = isEdited ? files.changed(since: memory.known) : nil
        }
        return outcome
    }
}

extension RemadeCheck.Outcome {
    /// - Parameter told: files of which the log's own check has told already.
    func diagnostics(in folder: PublishedFolder, told: Set<String>) -> [Diagnostic] {
        var all = diagnostics
        var before = 0
        for found in differences {
            if edited != nil, found.isAsLeft {
                before += 1
            } else if case .others = found.kind {
                all.append(Diagnostic(folder.place(found.path), .publishedOthers))
            } else if let (difference, line) = found.told(besides: told.contains(folder.place(found.path).file)) {
                all.append(Diagnostic(folder.place(found.path, line: line), .publishedNotAsMade(difference)))
            }
        }
        if before > 0 {
            all.append(Diagnostic(folder.place(""), .publishedBeforeEdit(pages: before, files: edited ?? [])))
        }
        return all
    }
}

extension OutputDifference<PageDifference> {
    /// What to tell of it; nil where the log's check has told it all.
    ///
    /// - Parameter isTold: whether that has told of the file.
    fileprivate func told(besides isTold: Bool) -> (PublishedDifference, line: Int)? {
        switch kind {
        case .different(let page?): isTold && page.isWithinMarks ? nil : (page.difference, page.line)
        case .different(nil): isTold ? nil : (path == ".klubba-manifest" ? .manifest : .bytes, 1)
        case .missing: isTold ? nil : (.missing, 1)
        case .unplanned: isTold ? nil : (.unplanned, 1)
        case .foreign: (.foreign, 1)
        case .foreignFolder: (.foreignFolder, 1)
        case .others: nil
        case .strange: (.strange, 1)
        }
    }
}
