import Meetings
import Register

/// Writes ERMS.xml: the ärenden and the meetings with their papers, as an archive's own systems read them (ARCHIVE §5).
struct ERMSWriter {
    let package: PackageDescription
    let xml: XMLWriter
    /// Of each paper, the file that it is in the package; by its target.
    let files: [String: PackagedFile]
    /// Of each source in original/, what it is there; by its path from the site's root.
    let sources: [String: PackagedFile]

    var site: ArchiveSite { package.site }
}

extension ERMSWriter {
    func document(_ papers: [ArchivePaper]) {
        let owned = Dictionary(grouping: papers, by: \.owner)
        let mentions = package.mentions()
        xml.element(
            "erms",
            [
                ("xmlns", "https://DILCIS.eu/XML/ERMS"), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                ("xsi:schemaLocation", "https://DILCIS.eu/XML/ERMS ../../../schemas/ERMS.xsd"),
            ]
        ) {
            control()
            let (matters, meetings) = (package.selection.matters, package.selection.meetings)
            if matters.isEmpty && meetings.isEmpty { return }
            xml.element("aggregations") {
                for matter in matters { self.matter(matter, owned[.matter(matter)] ?? [], mentions) }
                for meeting in meetings { self.meeting(meeting, owned[.meeting(meeting)] ?? []) }
            }
        }
    }

    private func control() {
        let archive = site.archive
        xml.element("control") {
            xml.text("identification", site.creator, [("identificationType", "arkivbildare")])
            xml.text("identification", archive.organisationNumber, [("identificationType", "organisationsnummer")])
            xml.text("identification", package.id, [("identificationType", "paket")])
            if let scheme = archive.classification.scheme {
                xml.element("classificationSchema") {
                    xml.element("textualDescriptionOfClassificationSchema") { xml.text("p", scheme) }
                }
            }
            xml.element("maintenanceInformation") {
                xml.empty("maintenanceStatus", [("value", "new")])
                xml.element("maintenanceAgency") { xml.text("agencyName", site.organisation) }
                xml.element("maintenanceHistory") {
                    xml.element("maintenanceEvent") {
                        xml.empty("eventType", [("value", "created")])
                        xml.text("eventDateTime", package.moment)
                        agent("deliverer", "Klubba")
                    }
                }
            }
        }
    }

    private func meeting(_ index: MeetingIndex, _ papers: [ArchivePaper]) {
        let meeting = site.seen.meetings[index].meeting
        let isFinished = site.isFinished(index)
        xml.element(
            "aggregation",
            [
                ("systemIdentifier", "moten/\(meeting.id.slug)/"), ("aggregationType", "own_aggregation_definition"),
                ("otherAggregationType", "sammanträde"),
            ]
        ) {
            xml.text("objectId", meeting.id.slug)
            address("moten/\(meeting.id.slug)/")
            xml.text("securityClass", meeting.writtenVisibility.rawValue)
            classification(site.archive.classification.meeting)
            xml.text("title", site.title(of: meeting.id))
            xml.empty("status", [("value", isFinished ? "closed" : "open")])
            restriction(meeting.writtenVisibility, ground: nil)
            xml.element("agents") {
                for body in meeting.bodies { agent("creator", site.bodyName(body)) }
            }
            xml.element("dates") {
                date("start", meeting.id.date)
                if meeting.lastDay != meeting.id.date { date("end", meeting.lastDay) }
            }
            if meeting.status == .cancelled { xml.element("notes") { xml.text("note", "inställt") } }
            for (number, paper) in papers.enumerated() {
                record(paper, number + 1, parent: meeting.id.slug, ground: nil)
            }
        }
    }

    func record(_ paper: ArchivePaper, _ number: Int, parent: String, ground: String?) {
        guard let file = files[paper.target] else { return }
        xml.element(
            "record", [("systemIdentifier", paper.source), ("recordType", paper.kind.rawValue)]
        ) {
            xml.text("objectId", paper.objectID)
            for source in paper.sources where sources[source] != nil {
                xml.text("extraId", source, [("extraIdType", "fil")])
            }
            for extra in paper.extraIDs { xml.text("extraId", extra.text, [("extraIdType", extra.type)]) }
            xml.text("securityClass", paper.visibility.rawValue)
            xml.text("parentAggregationId", parent)
            xml.text("title", paper.title)
            xml.text("runningNumber", String(number))
            restriction(paper.visibility, ground: ground)
            if case .meeting(let meeting) = paper.owner, paper.objectID.hasSuffix("/protokoll") { signed(meeting) }
            xml.element("additionalInformation") { appendix(paper, file) }
        }
    }

    /// Who was at a meeting, who signed its record, and when.
    private func signed(_ meeting: MeetingIndex) {
        guard let minutes = site.seen.minutes[meeting]?.minutes else { return }
        let groups: [(type: String, other: String?, names: [String])] = [
            ("creator", nil, minutes.secretary.map { [$0] } ?? []),
            ("main_signatory", nil, minutes.chair.map { [$0] } ?? []), ("other_signatory", nil, minutes.approvers),
            ("other", "närvarande", minutes.present), ("other", "ersättare", minutes.substitutes),
            ("other", "frånvarande", minutes.absent), ("other", "övriga", minutes.others),
        ]
        if groups.contains(where: { !$0.names.isEmpty }) {
            xml.element("agents") {
                for group in groups { for name in group.names { agent(group.type, name, other: group.other) } }
            }
        }
        if minutes.approved != nil || minutes.posted != nil {
            xml.element("dates") {
                if let approved = minutes.approved { date("main_signature", approved) }
                if let posted = minutes.posted { date("other", posted, other: "anslaget") }
            }
        }
    }

    private func appendix(_ paper: ArchivePaper, _ file: PackagedFile) {
        let attributes: XMLWriter.Attributes = [
            ("name", paper.target.split(separator: "/").last.map(String.init) ?? paper.target),
            ("fileFormat", file.format.key),
            ("originalFileFormat", (paper.isMade ? nil : sources[paper.source])?.format.key ?? file.format.key),
            // A path and no address: it stands as the file's name does.
            ("path", paper.target),
        ]
        guard file.isSigned else { return xml.empty("appendix", attributes) }
        xml.element("appendix", attributes) { xml.empty("eSignature", [("present", "true")]) }
    }
}

extension ERMSWriter {
    /// The full address, where the site has one.
    func address(_ path: String) {
        guard let site = site.profile.address else { return }
        xml.text("extraId", "\(site)/\(path)", [("extraIdType", "adress")])
    }

    func classification(_ code: String?) { xml.text("classification", code, [("classificationCode", code)]) }

    func restriction(_ visibility: Visibility, ground: String?) {
        switch visibility {
        case .secret:
            xml.element("restriction", [("restrictionType", "confidential")]) {
                xml.text("regulation", ground ?? "anges inte")
            }
        case .members:
            xml.element("restriction", [("restrictionType", "other_type"), ("otherRestrictionType", "ledamöter")]) {
                xml.text("regulation", "ingen sekretess")
            }
        default: break
        }
    }

    func agent(_ type: String, _ name: String, other: String? = nil) {
        guard !name.isEmpty else { return }
        xml.element("agent", [("agentType", type), ("otherAgentType", other)]) { xml.text("name", name) }
    }

    func date(_ type: String, _ day: CalendarDate, other: String? = nil) {
        xml.text("date", "\(day)T00:00:00", [("dateType", type), ("otherDateType", other)])
    }
}
