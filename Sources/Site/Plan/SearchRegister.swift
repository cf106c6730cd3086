import Meetings
import Register

extension Planner {
    /// `/sok/register.js`: what the search page finds by itself, also from a folder on disk: a row a matter, meeting and
    /// free page. A script and no JSON, for a page opened from a folder may run scripts but fetch nothing.
    func searchRegister() -> PlannedPage {
        let edition = edition
        return PlannedPage(
            path: Addresses.searchRegister, content: .bytes { edition.appendSearchRegister(to: &$0) },
            isPermanent: false, source: "content/")
    }
}

extension SitePlan {
    /// The same plan for a site that an index of all text goes with: its register says so. The page asks for the index
    /// only then, for a browser reports every file that is not there.
    public func withFullText() -> SitePlan {
        let files = files.map { file in
            guard file.path == Addresses.searchRegister, case .bytes(let render) = file.content else {
                return file
            }
            return PlannedPage(
                path: file.path,
                content: .bytes { page in
                    render(&page)
                    page += "window.klubbaFritext=true;\n".utf8
                }, isPermanent: file.isPermanent, source: file.source, origin: file.origin)
        }
        return SitePlan(
            files: files, diagnostics: diagnostics, tombstone: tombstone, liveNotices: liveNotices, archives: archives,
            searched: searched, edition: edition)
    }
}

extension Edition {
    fileprivate func appendSearchRegister(to page: inout [UInt8]) {
        page += "window.klubbaRegister=[\n".utf8
        for (index, matter) in register.matters.indexed where matter.visibility != .secret {
            let filters = searchFilters(ofMatter: index)
            let parties =
                [matter.initiative?.name, matter.initiative?.owner].compactMap(\.self)
                + (matter.initiative?.partners ?? []) + (matter.application?.parties ?? [])
                + matter.formerNumbers.map(\.text)
            append(
                SearchRow(
                    address: Addresses.matter(matter), dnr: matter.diaryNumber?.text, title: matter.title,
                    kind: words[.searchMatter], filters: filters, more: parties.joined(separator: ", ")), to: &page)
        }
        for (index, linked) in register.meetings.indexed {
            let row = meetingRows[index]
            append(
                SearchRow(
                    address: row.address, dnr: nil, title: "\(row.body) \(row.dateText)", kind: words[.searchMeeting],
                    filters: row.bodies.map { ("organ", $0) } + [("ar", "\(linked.meeting.id.date.year)")],
                    more: "\(row.code) \(row.date)"), to: &page)
        }
        for source in register.pages {
            append(
                SearchRow(
                    address: Addresses.page(source.slug), dnr: nil, title: source.title, kind: words[.searchPage],
                    filters: [], more: ""), to: &page)
        }
        page += "];\n".utf8
    }

    /// `["arenden/2019-30/","2019:30","Title","Ärende",["FS"],["2020"],"Bifall","Parties"],`
    private func append(_ row: SearchRow, to page: inout [UInt8]) {
        func values(_ name: String) -> [String] { row.filters.filter { $0.name == name }.map(\.value) }
        page += "[".utf8
        for text in [row.address, row.dnr ?? "", row.title, row.kind] {
            page.appendScriptText(text)
            page += ",".utf8
        }
        for name in ["organ", "ar"] {
            page += "[".utf8
            for (index, value) in values(name).enumerated() {
                if index > 0 { page += ",".utf8 }
                page.appendScriptText(value)
            }
            page += "],".utf8
        }
        page.appendScriptText(values("utfall").first ?? "")
        page += ",".utf8
        page.appendScriptText(row.more)
        page += "],\n".utf8
    }
}

private struct SearchRow {
    let address: String
    let dnr: String?
    let title: String
    let kind: String
    let filters: [(name: String, value: String)]
    let more: String
}

extension [UInt8] {
    /// A quoted string of JavaScript, also safe within a page.
    mutating func appendScriptText(_ text: String) {
        append(UInt8(ascii: "\""))
        // The two separators of lines that end a string of JavaScript begin with a byte that few texts have.
        if text.utf8.contains(0xE2) {
            appendJSONBody(text.replacing("\u{2028}", with: " ").replacing("\u{2029}", with: " "))
        } else {
            appendJSONBody(text)
        }
        append(UInt8(ascii: "\""))
    }
}
