import CommonMark
import Diagnostics
import Meetings

/// The notes of a text. Each part that is shown by itself (a clause, a §) carries its own below it, so that a note goes
/// wherever its words go: to the decision list, to an extract, and onto paper.
extension ProseReading {
    /// A text's body to read: without its notes, which are kept, each of their lines blank.
    mutating func body(_ body: ArraySlice<UInt8>, firstLine: Int) -> ArraySlice<UInt8> {
        var rest = body
        if let taken = Footnotes.take(from: body, firstLine: firstLine) {
            (footnotes, rest) = taken
            for note in footnotes.repeated {
                diagnostics.append(Diagnostic(Place(file, line: note.line), .noteTwice(label: note.label)))
            }
        }
        for definition in LinkDefinitions.unused(in: rest, firstLine: firstLine) {
            let problem = Problem.linkDefinitionUnused(line: definition.text)
            diagnostics.append(Diagnostic(Place(file, line: definition.line), problem))
        }
        return rest
    }

    /// Markdown of the text, the whole or a part of it, read with the text's notes.
    mutating func markdown(_ source: ArraySlice<UInt8>, firstLine: Int) -> Markdown {
        let markdown = Markdown(source, firstLine: firstLine, footnotes: footnotes)
        footnotes = markdown.footnotes
        return markdown
    }

    /// Tells of references without a note, and of notes without a reference, once the whole text is read.
    mutating func checkNotes(of markdown: Markdown) {
        for reference in markdown.notes where reference.number == nil {
            diagnostics.append(Diagnostic(Place(file, line: reference.line), .noteUndefined(label: reference.label)))
        }
        for (_, note, isReferred) in footnotes.numbered where !isReferred {
            diagnostics.append(Diagnostic(Place(file, line: note.line), .noteUnused(label: note.label)))
        }
    }

    /// The parts of one text with their references made links, and below the last of them the notes that they refer to.
    mutating func withNotes(_ parts: [Prose]) -> [Prose] {
        guard !footnotes.isEmpty, parts.contains(where: { $0.links.contains { $0.target.note != nil } }) else {
            return parts
        }
        pieces += 1
        let key = "fotnot-\(noteKey)" + (pieces > 1 ? "-\(pieces)" : "")
        var references: [Int: Int] = [:]
        var placed = parts.map { $0.withReferences(key: key, &references) }
        placed[placed.count - 1].append(notes(references, key: key))
        return placed
    }

    /// Of the text's place, so that the notes of two ärenden on one page are apart: `2026-3` for
    /// `content/arenden/2026-3/arende.md`, `2026-3-ansokan` for a bilaga beside it.
    private var noteKey: String {
        var names = file.split(separator: "/").dropFirst(2).map(String.init)
        if names.count > 1, names.last == "arende.md" { names.removeLast() }
        let place = names.isEmpty ? file : names.joined(separator: "-")
        return Slug(text: place.hasSuffix(".md") ? String(place.dropLast(3)) : place).text
    }

    mutating func withNotes(_ prose: Prose) -> Prose { withNotes([prose]).first ?? prose }

    /// The notes that are referred to, each as often as `references` says.
    private mutating func notes(_ references: [Int: Int], key: String) -> Prose {
        // Content is Swedish in every edition (FORMAT §7).
        var section = Prose(
            html: Array("<section class=\"fotnoter\" role=\"doc-endnotes\" aria-label=\"Fotnoter\">\n<ol>\n".utf8))
        for (number, note, _) in footnotes.numbered {
            guard let count = references[number] else { continue }
            section.html += "<li id=\"\(key)-\(number)\" value=\"\(number)\">".utf8
            section.append(text(of: note))
            for reference in 1...count {
                let place = reference == 1 ? "ref" : "ref-\(reference)"
                section.html +=
                    " <a href=\"#\(key)-\(number)-\(place)\" role=\"doc-backlink\" aria-label=\"Tillbaka till not \(number) i texten\">↩</a>"
                    .utf8
            }
            section.html += "</li>\n".utf8
        }
        section.html += "</ol>\n</section>\n".utf8
        section.headings = []
        return section
    }

    private mutating func text(of note: Footnotes.Note) -> Prose {
        let markdown = Markdown(note.source[...], firstLine: note.line)
        let isFirst = readNotes.insert(note.line).inserted
        if isFirst {
            for reference in markdown.notes {
                let problem = Problem.noteWithinNote(label: reference.label)
                diagnostics.append(Diagnostic(Place(file, line: reference.line), problem))
            }
        }
        var prose = prose(markdown, isPart: true).withoutLoneParagraph
        if isFirst { checkLinks(of: markdown) }
        while let last = prose.html.last, last == UInt8(ascii: "\n") { prose.html.removeLast() }
        return prose
    }
}

extension Prose.Target {
    var note: Int? {
        if case .note(let number) = self { number } else { nil }
    }
}

extension Prose {
    /// Each reference to a note made a link to it; `references` counts them, so that there is a way back to each.
    fileprivate func withReferences(key: String, _ references: inout [Int: Int]) -> Prose {
        var placed = Prose(headings: headings)
        var position = 0
        for link in links {
            placed.html += html[position..<link.slot.lowerBound]
            position = link.slot.upperBound
            let start = placed.html.count
            guard let number = link.target.note else {
                placed.html += html[link.slot]
                placed.links.append(Link(slot: start..<placed.html.count, target: link.target, line: link.line))
                continue
            }
            let count = (references[number] ?? 0) + 1
            references[number] = count
            let place = count == 1 ? "ref" : "ref-\(count)"
            placed.html +=
                "<sup><a id=\"\(key)-\(number)-\(place)\" href=\"#\(key)-\(number)\" role=\"doc-noteref\" aria-label=\"Not \(number)\">\(number)</a></sup>"
                .utf8
        }
        placed.html += html[position...]
        return placed
    }
}

extension ProseReading {
    /// Each part of a record that a page shows gets its notes. (A decision's clauses have theirs.)
    mutating func setNotes(of minutes: inout Minutes) {
        guard !footnotes.isEmpty else { return }
        minutes.preamble = withNotes(minutes.preamble)
        for index in minutes.entries.indices {
            minutes.entries[index].text = withNotes(minutes.entries[index].text)
            for section in minutes.entries[index].sections.indices {
                minutes.entries[index].sections[section].text = withNotes(minutes.entries[index].sections[section].text)
            }
        }
    }
}
