import Meetings
import Register

extension Planner {
    /// What was sealed of what this audience sees, for anybody who wants to hold the pages against it.
    func sealList() -> [PlannedPage] {
        let rows = register.seals.flatMap { seals in seals.flatMap(\.rows) }
        guard !rows.isEmpty else { return [] }
        let text = Array(([MeetingSeal.rowHeading] + rows).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
        return [file("data/forsegling.csv") { $0 += text }]
    }

    /// The public head, and the proof of every page that is there.
    func proofs(of files: [PlannedPage]) -> [PlannedPage] {
        guard let head = edition.head else { return [] }
        let (edition, template) = (edition, templates.sealing)
        let page = PlannedPage.page(Addresses.sealing, source: DecisionLogFile.path) { page in
            let title = edition.words[.sealing]
            let frame = edition.frame(
                SealingPage(head: head, words: edition.words), title: title, address: Addresses.sealing,
                crumbs: [NamedLink(text: title, address: nil)])
            template.render(frame, into: &page)
        }
        let published = head.files.sorted { $0.key < $1.key }.map { path, bytes in file(path) { $0 += bytes } }
        let planned = Set(files.map(\.path))
        let proofs = edition.sealedParts.parts.sorted { $0.key < $1.key }.compactMap { address, parts -> PlannedPage? in
            let served = address.hasSuffix("/") ? address + "index.html" : address
            guard planned.contains(served) else { return nil }
            return file(Addresses.proof(of: address)) { $0 += head.proof(address, parts) ?? [] }
        }
        return [page] + published + proofs
    }

    private func file(_ path: String, _ render: @escaping @Sendable (inout [UInt8]) -> Void) -> PlannedPage {
        PlannedPage(path: path, content: .bytes(render), isPermanent: false, source: DecisionLogFile.path)
    }
}

private enum DecisionLogFile { static let path = "content/beslutslogg.jsonl" }
