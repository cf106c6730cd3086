import Diagnostics
import Meetings

/// Reads a site from disk, on all cores. What it gives does not depend on their number or on timing.
public struct SiteReader: Sendable {
    /// The site's root, absolute.
    public let root: String
    /// The build's day in a time zone.
    public let clock: @Sendable (_ timeZone: String) -> CalendarDate
    public let disk: FileSystem
    /// What earlier readings of the same site found; nil where there is only one.
    let memory: ReadingMemory?
    let heldTexts: HeldTexts.Handling
    let documents: DocumentReading

    public init(
        root: String, disk: FileSystem = .disk, memory: ReadingMemory? = nil,
        heldTexts: HeldTexts.Handling = .leftOut, documents: DocumentReading = .here,
        clock: @escaping @Sendable (_ timeZone: String) -> CalendarDate
    ) {
        (self.root, self.clock, self.disk, self.memory) = (root, clock, disk, memory)
        (self.heldTexts, self.documents) = (heldTexts, documents)
    }
}

extension SiteReader {
    /// What klubba.yml says, and what is wrong with it.
    public func settings() -> SiteSettings {
        var reading = ProfileReading(clock: clock("Europe/Stockholm"), disk: disk)
        let profile = reading.read(root: root)
        return SiteSettings(profile: profile, diagnostics: reading.diagnostics, bytes: reading.bytes)
    }

    /// - Parameter settings: what klubba.yml says, where it has been read already.
    public func read(_ settings: SiteSettings? = nil) async -> SiteSources {
        let settings = settings ?? self.settings()
        let profile = settings.profile
        let clock = clock(profile.timeZone)
        let tree = ContentTree(root: root, disk: disk)
        let (disk, bodies, documents) = (
            disk.guarding(tree.place), profile.bodies, documents.keeping(profile.keptTraces)
        )
        var diagnostics = settings.diagnostics + tree.diagnostics
        memory?.begin()
        let matters = await concurrently(tree.matters) { [memory] files in
            let read = {
                var reading = MatterReading(disk: disk, clock: clock, bodies: bodies, documents: documents)
                let source = reading.read(files)
                return Reading(source: source, diagnostics: reading.diagnostics)
            }
            return memory?.matters.reading(
                of: [files.text] + files.papers, in: files.folder, clock: clock, bodies: bodies, disk: disk, read: read)
                ?? read()
        }
        let meetings = await concurrently(tree.meetings) { [memory] file in
            let folder = tree.folder(of: file)
            let read = {
                var reading = MeetingReading(disk: disk, clock: clock, bodies: bodies, documents: documents)
                let source = reading.read(file, folder: folder)
                return Reading(source: source, diagnostics: reading.diagnostics)
            }
            return memory?.meetings.reading(
                of: [file] + folder, clock: clock, bodies: bodies, disk: disk, read: read) ?? read()
        }
        let joint = Dictionary(
            meetings.values.filter { $0.meeting.bodies.count > 1 }.map { ($0.meeting.id, $0.meeting) }
        ) { first, _ in first }
        let jointFiles = Dictionary(
            joint.isEmpty ? [] : tree.meetings.map { (String($0.name.dropLast(3)), $0) }
        ) { first, _ in first }
        let records = await concurrently(tree.records) { [memory] file in
            let folder = tree.folder(of: file)
            // What a joint meeting's file says of its bodies bears on how its record is read.
            let together = joint.isEmpty ? nil : jointFiles[String(file.name.dropLast(".protokoll.md".utf8.count))]
            let read = {
                var naming = MeetingReading(disk: disk, clock: clock, bodies: bodies, documents: documents)
                var reading = MinutesReading(disk: disk, clock: clock, bodies: bodies, documents: documents)
                let source = naming.meeting(ofRecord: file).flatMap {
                    reading.read(file, folder: folder, meeting: $0, together: joint[$0]?.bodies)
                }
                return Reading(source: source, diagnostics: naming.diagnostics + reading.diagnostics)
            }
            return memory?.records.reading(
                of: [file] + (together.map { [$0] } ?? []) + folder, clock: clock, bodies: bodies, disk: disk,
                read: read) ?? read()
        }
        diagnostics += matters.diagnostics + meetings.diagnostics + records.diagnostics
        var pageReading = PageReading(disk: disk, clock: clock)
        let pages = tree.pages.compactMap { pageReading.read($0) }
        let front = tree.front.flatMap { pageReading.read($0) }
        diagnostics += pageReading.diagnostics
        // A meeting's own file is published with the meeting.
        let named = Set(
            (meetings.values.flatMap(\.meeting.papers) + records.values.flatMap(\.minutes.papers)).map(\.file))
        let others = tree.others.filter { !named.contains($0.place) }.map { file in
            if !file.isMarkdown, let fault = headFault(inCopied: file, disk: disk) { diagnostics.append(fault) }
            let (visibility, reviewed) =
                file.isMarkdown ? heading(of: file, clock: clock, &diagnostics) : (.public, nil)
            var data = documents.personalData(of: file, disk: disk)
            data.reviewed = reviewed
            return CopiedSource(file: file, visibility: visibility, personalData: data)
        }
        let reviews = Reviews(root: root, disk: disk, &diagnostics)
        var sources = SiteSources(
            profile: profile, today: clock, matters: MatterSource.ordered(matters.values), meetings: meetings.values,
            records: records.values, pages: pages, front: front, others: others, diagnostics: diagnostics,
            reviews: reviews)
        sources.leftovers = tree.leftovers.map { "content/" + $0 }
        sources.settleHeld(heldTexts)
        return sources
    }

    /// A text that is copied as it is may still say in its front matter who may see it.
    private func heading(
        of file: FoundFile, clock: CalendarDate, _ diagnostics: inout [Diagnostic]
    ) -> (visibility: Visibility, reviewed: String?) {
        guard let text = TextFile.read(file.location, as: file.place, disk: disk, &diagnostics) else {
            return (.secret, nil)
        }
        var fields = text.fields(clock: clock, &diagnostics)
        let visibility = fields.visibility()
        let holding = Holding(visibility, fields.embargo(), today: clock)
        let reviewed = fields.text("personuppgifter-granskade")
        fields.finishGuarding()
        diagnostics += fields.diagnostics
        return (holding == nil ? visibility : .draft, reviewed)
    }

    /// Works through items in chunks, a few for each core, and puts the results together in the items' order.
    private func concurrently<Item: Sendable, Value: Sendable>(
        _ items: [Item], _ read: @escaping @Sendable (Item) -> Reading<Value>
    ) async -> (values: [Value], diagnostics: [Diagnostic]) {
        typealias Result = (index: Int, values: [Value], diagnostics: [Diagnostic])
        let size = max(16, items.count / 64 + 1)
        return await withTaskGroup(of: Result.self) { group in
            var count = 0
            for start in stride(from: 0, to: items.count, by: size) {
                let chunk = items[start..<min(start + size, items.count)]
                let index = count
                count += 1
                group.addTask {
                    var (values, diagnostics): ([Value], [Diagnostic]) = ([], [])
                    for item in chunk {
                        let reading = read(item)
                        if let source = reading.source { values.append(source) }
                        diagnostics += reading.diagnostics
                    }
                    return (index, values, diagnostics)
                }
            }
            var results = [Result?](repeating: nil, count: count)
            for await result in group { results[result.index] = result }
            let all = results.compactMap(\.self)
            return (all.flatMap(\.values), all.flatMap(\.diagnostics))
        }
    }
}
