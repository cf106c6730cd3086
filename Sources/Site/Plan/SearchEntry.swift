import Meetings
import Register

/// A page for a full-text index: its path, and what results can be narrowed by, (`organ`, `FS`), (`ar`, `2020`),
/// (`slag`, "Ärende"), (`utfall`, "Bifall").
public struct SearchEntry: Sendable {
    public let path: String
    public let filters: [(name: String, value: String)]
    public let render: @Sendable (inout [UInt8]) -> Void
}

extension Planner {
    /// Ärenden, bilagor, §§, meetings and free pages; lists say nothing that these do not.
    func searchEntries(_ files: [PlannedPage]) -> [SearchEntry] {
        var filters: [String: [(name: String, value: String)]] = [:]
        for (index, matter) in register.matters.indexed where matter.visibility != .secret {
            let own = edition.searchFilters(ofMatter: index)
            filters[Addresses.matter(matter)] = [("slag", words[.searchMatter])] + own
            for attachment in matter.attachments {
                guard case .text = attachment.content, let address = Addresses.attachment(attachment, of: matter)
                else { continue }
                filters[address] = [("slag", words[.searchAttachment])] + own.filter { $0.name != "utfall" }
            }
        }
        for (index, linked) in register.meetings.indexed {
            let id = linked.meeting.id
            let own = edition.meetingRows[index].bodies.map { ("organ", $0) } + [("ar", "\(id.date.year)")]
            filters[Addresses.meeting(id)] = [("slag", words[.searchMeeting])] + own
            for entry in register.minutes[index]?.entries ?? [] {
                guard case .open(let open, let matters) = entry else { continue }
                let outcome = open.decision.map { decision in
                    ("utfall", OutcomeKind(decision, proposed: edition.proposed(matters, at: id)).text(words))
                }
                filters[Addresses.extract(id, entry.number)] =
                    [("slag", words[.searchParagraph])] + own + [outcome].compactMap(\.self)
            }
        }
        for page in register.pages { filters[Addresses.page(page.slug)] = [("slag", words[.searchPage])] }
        return files.compactMap { file in
            guard case .bytes(let render) = file.content, file.path.hasSuffix("index.html"),
                let own = filters[String(file.path.dropLast("index.html".utf8.count))]
            else { return nil }
            return SearchEntry(path: file.path, filters: own, render: render)
        }
    }
}

extension Edition {
    /// The bodies and years of a matter's meetings, and how the latest deciding body decided.
    func searchFilters(ofMatter index: MatterIndex) -> [(name: String, value: String)] {
        let consultations = register.consultations[index]
        let bodies = Set(consultations.flatMap { meetingRows[$0.meeting].bodies }).sorted()
        let years = Set(consultations.map(\.id.date.year) + [year(of: index)].compactMap(\.self)).sorted()
        let outcome = mainConsultation(of: index).map { consultations[$0] }
            .flatMap { decisions(of: $0).isEmpty ? nil : kind(of: $0, index).text(words) }
        return bodies.map { ("organ", $0) } + years.map { ("ar", "\($0)") }
            + [outcome].compactMap(\.self).map { ("utfall", $0) }
    }
}
