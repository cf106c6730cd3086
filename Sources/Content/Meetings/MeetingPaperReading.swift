import Diagnostics
import Meetings

/// Reads the keys of a meeting or a record that name files in the meeting's own folder (FORMAT §5): `underskrivet: FIL`,
/// `original: {fil: FIL, synlighet: ledamöter}`.
struct MeetingPaperReading {
    /// What lies in `content/moten/fs-2020-09-18/`.
    let folder: [FoundFile]
    /// `fs-2020-09-18`
    let stem: Substring
}

/// A meeting's paper, and its file.
struct FoundPaper {
    let paper: MeetingPaper
    let file: FoundFile
}

extension FoundPaper {
    func personalData(_ documents: DocumentReading, _ disk: FileSystem) -> PersonalData {
        documents.personalData(of: file, disk: disk)
    }
}

extension MeetingPaperReading {
    mutating func read(_ fields: inout Fields) -> [FoundPaper] {
        MeetingPaper.Kind.allCases.flatMap { kind in
            guard let value = fields.value(kind.rawValue) else { return [FoundPaper]() }
            let items = if case .list(let items) = value.content { items } else { [value] }
            return items.compactMap { paper(kind, $0, &fields) }
        }
    }

    private func paper(
        _ kind: MeetingPaper.Kind, _ value: FrontMatter.Value, _ fields: inout Fields
    ) -> FoundPaper? {
        var visibility = Visibility.public
        let written: Located<String>
        switch value.content {
        case .text(let text): written = Located(value: text, line: value.line, column: value.column)
        case .map(let entries):
            var inner = Fields(entries, file: fields.file, clock: fields.clock)
            let name = inner.locatedText("fil")
            visibility = inner.visibility()
            inner.finish()
            fields.diagnostics += inner.diagnostics
            guard let name else { return shapeless(kind, value, &fields) }
            written = name
        case .list: return shapeless(kind, value, &fields)
        }
        // Its certificate may hold a personnummer (FORMAT §13).
        if kind == .signed { visibility = max(visibility, .members) }
        let path = ContentPath.resolve(written.value, from: "moten/\(stem)/")
        guard let file = folder.first(where: { $0.path == path }) else {
            fields.report(
                .meetingFileMissing(name: written.value, folder: "content/moten/\(stem)/"), written.line,
                written.column)
            return nil
        }
        let name = PaperName(file.name)
        let published = name.ending.isEmpty ? name.slug.text : "\(name.slug).\(name.ending)"
        let paper = MeetingPaper(
            kind: kind, location: file.location, name: published, size: file.size, visibility: visibility,
            file: file.place)
        return FoundPaper(paper: paper, file: file)
    }

    private func shapeless(
        _ kind: MeetingPaper.Kind, _ value: FrontMatter.Value, _ fields: inout Fields
    ) -> FoundPaper? {
        let example = "{fil: protokoll.pdf, synlighet: ledamöter}"
        fields.report(.expectedMap(key: kind.rawValue, example: example), at: value)
        return nil
    }
}
