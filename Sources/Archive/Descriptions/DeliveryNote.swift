import Meetings
import Register

/// The delivery note, in plain Swedish (ARCHIVE §7).
struct DeliveryNote {
    let package: PackageDescription
    let files: [PackagedFile]
    /// Of each left-out thing, why; and of each file that is in no preservation format, its message.
    let leftOut: [String]
    let formats: [String]
    /// How many findings of personal data the check told of, by kind.
    let personalData: [(kind: String, count: Int)]
    let hasRenditions: Bool
}

extension DeliveryNote {
    var text: String { "LEVERANS TILL ARKIVET\n\n" + body }

    /// Without its heading.
    var body: String {
        [head, counts, reading, matters, outside, seals, checking].joined(separator: "\n")
    }

    private var site: ArchiveSite { package.site }

    private var head: String {
        var lines = ["Arkivbildare: \(site.creator)", "Organisation: \(site.organisation)"]
        let archive = site.archive
        if let number = archive.organisationNumber { lines.append("Organisationsnummer: \(number)") }
        if let authority = archive.authority { lines.append("Arkivmyndighet: \(authority)") }
        if let agreement = archive.agreement { lines.append("Överenskommelse: \(agreement)") }
        if let reference = archive.referenceCode { lines.append("Referenskod: \(reference)") }
        if let contact = archive.contact {
            lines.append("Kontakt: \(contact.name)" + (contact.email.map { ", \($0)" } ?? ""))
        }
        lines += [
            "Omfattning: \(package.request.scope.name(in: .swedish))", "För: \(audience)",
            "Paket: \(package.id)", "Gjort: \(package.moment) med Klubba \(package.request.version)",
        ]
        switch package.request.status {
        case .new: break
        case .supplement(let other): lines.append("Kompletterar: \(other)")
        case .replacement(let other): lines.append("Ersätter: \(other)")
        }
        lines.append("")
        return lines.joined(separator: "\n")
    }

    private var audience: String {
        switch package.request.audience {
        case .archive: "arkivet (allt, också sekretess)"
        case .members: "ledamöterna"
        case .public: "alla"
        }
    }

    private var counts: String {
        let (matters, meetings) = (package.selection.matters, package.selection.meetings)
        let entries = meetings.reduce(0) { $0 + (site.seen.minutes[$1]?.entries.count ?? 0) }
        let papers = files.filter { $0.path.hasPrefix(PackagePath.papers) }.count
        return """
            INNEHÅLL

            Ärenden: \(matters.count)
            Möten: \(meetings.count)
            Paragrafer: \(entries)
            Filer i representations/: \(files.count), varav \(papers) i handlingar/ (METS.xml oräknade)
            Deras storlek: \(files.reduce(0) { $0 + $1.size }) byte

            """
    }

    private var matters: String {
        var lines = ["ÄRENDEN", "", "Diarienummer\tTitel\tSekretess\tAvslutat"]
        for index in package.selection.matters {
            let matter = site.seen.matters[index]
            let secrecy =
                switch matter.writtenVisibility {
                case .secret: matter.secrecyGround ?? "sekretess"
                case .members: "bara ledamöter"
                default: "nej"
                }
            let closed = package.closings.closing(of: index)?.day.description ?? "nej"
            lines.append("\(matter.diaryNumber?.text ?? "saknas")\t\(matter.title)\t\(secrecy)\t\(closed)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var outside: String {
        var lines: [String] = []
        func part(_ heading: String, _ items: [String], _ none: String) {
            lines += [heading, ""] + (items.isEmpty ? [none] : items) + [""]
        }
        part("INTE I ETT BEVARANDEFORMAT", formats, "Alla filer är i ett bevarandeformat.")
        part("INTE MED", leftOut + hidden, "Inget är utelämnat.")
        part(
            "PERSONUPPGIFTER", personalData.filter { $0.count > 0 }.map { "\($0.kind): \($0.count)" },
            "Granskningen fann inga.")
        return lines.joined(separator: "\n")
    }

    /// What no list names, for to name it would be to show it.
    private var hidden: [String] {
        switch package.request.audience {
        case .archive: []
        case .members: ["Det som är sekretess. Paketet till arkivet har det."]
        case .public: ["Det som är sekretess eller bara för ledamöter. Paketet till arkivet har det."]
        }
    }

    private var seals: String {
        guard site.isForArchive, site.log.head != .nothing else { return "FÖRSEGLING\n\nInget är förseglat.\n" }
        let keys = site.log.keys
        return """
            FÖRSEGLING

            Beslutsloggen har \(site.log.lines.count) rader. Den sista radens kontrollsumma är
            \(site.log.head.text)
            \(keys.isEmpty ? "Loggen är inte undertecknad." : "Undertecknad med:\n" + keys.joined(separator: "\n"))

            """
    }

    private var checking: String {
        let isPart = package.request.scope != .whole
        let log = """
            Förseglingarna:  python3 documentation/verify_record.py representations/original/data
            \(isPart ? "Rader som slutar på \"missing\" är handlingar i andra paket, och inga fel här.\n" : "")
            """
        return """
            SÅ KONTROLLERAS PAKETET FÖR HAND

            Stå i paketets mapp, den som METS.xml ligger i.

            En fils kontrollsumma:  sha256sum representations/handlingar/data/ERMS.xml
            Den ska vara CHECKSUM i:  grep -B1 'href="data/ERMS.xml"' representations/handlingar/METS.xml
            Alla filer, om paketet ligger i en bag, från bagens mapp:  sha256sum -c manifest-sha256.txt
            XML mot schemat:  xmllint --nonet --noout --schema schemas/ERMS.xsd representations/handlingar/data/ERMS.xml
            METS.xml:  xmllint --nonet --noout --path schemas --schema schemas/mets.xsd METS.xml
            Att xmllint då säger att xlink.xsd inte hämtas från nätet är väntat: den tas ur schemas/.
            \(site.isForArchive ? log : "")Allt på en gång, med Klubba, från mappen utanför:  klubba archive --verify \(package.id)

            """
    }

    /// The first § of a deciding body that decided an ärende of the package.
    private var example: (number: Int, day: CalendarDate, meeting: MeetingID, matter: Matter)? {
        for index in package.selection.meetings {
            let id = site.seen.meetings[index].meeting.id
            guard site.isDeciding(id.body), let linked = site.seen.minutes[index] else { continue }
            for case .open(let entry, let matters) in linked.entries where entry.decision != nil {
                guard let matter = matters.first, package.selection.matters.contains(matter) else { continue }
                return (entry.number, id.date, id, site.seen.matters[matter])
            }
        }
        return nil
    }

    private var searching: String {
        guard let example else { return "" }
        let ending = hasRenditions ? "pdf" : "md"
        let slug = example.matter.slug
        return """
            Sök i den på en paragraf och mötets dag, till exempel "§ \(example.number)" och "\(example.day)": ärendets diarienummer
            (\(example.matter.diaryNumber?.text ?? "saknas")) står i objectId ovanför, handlingarnas plats i path nedanför, som
            arenden/\(slug)/\(slug).\(ending). Hela protokollet är moten/\(example.meeting.slug)/protokoll.\(ending).

            """
    }

    private var reading: String {
        let form = hasRenditions ? ", som PDF/A och i de format som de kom i" : ", i de format som de skrevs i"
        return """
            SÅ HITTAR DU

            representations/handlingar/data/ERMS.xml beskriver varje ärende och möte: vad som beslutades under vilken
            paragraf, vem som undertecknade och var handlingen ligger.
            \(searching)Handlingarna själva ligger bredvid, i arenden/ och moten/\(form).
            representations/original/data är webbplatsens egna filer, byte för byte. documentation/format.md förklarar dem.
            metadata/preservation/premis.xml har kontrollsumma, format och historia för varje fil.

            """
    }
}
