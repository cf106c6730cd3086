import Meetings

/// Writes dc.xml: the package on a catalogue card.
struct DublinCoreWriter {
    let package: PackageDescription
    let xml: XMLWriter
}

extension DublinCoreWriter {
    func document() {
        xml.element("metadata", [("xmlns:dc", "http://purl.org/dc/elements/1.1/")]) {
            xml.text("dc:title", package.label)
            xml.text("dc:creator", package.site.creator)
            xml.text("dc:identifier", package.id)
            let days = package.selection.meetings.map { package.site.seen.meetings[$0].meeting.id.date }.sorted()
            xml.text("dc:date", days.first?.description)
            if days.count > 1, days.last != days.first { xml.text("dc:date", days.last?.description) }
            xml.text("dc:language", "sv")
            xml.text("dc:rights", rights)
        }
    }

    private var rights: String {
        switch package.request.audience {
        case .archive: "Allt som finns, också det som är sekretess eller bara för ledamöter; det är märkt"
        case .members: "Det som ledamöterna får se"
        case .public: "Det som är offentligt på webbplatsen"
        }
    }
}
