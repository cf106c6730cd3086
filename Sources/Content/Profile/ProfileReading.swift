import Diagnostics
import Meetings

/// Reads klubba.yml (FORMAT §2).
struct ProfileReading {
    let clock: CalendarDate
    let disk: FileSystem
    var diagnostics: [Diagnostic] = []
    private static let file = "klubba.yml"

    init(clock: CalendarDate, disk: FileSystem) { (self.clock, self.disk) = (clock, disk) }
}

extension ProfileReading {
    mutating func read(root: String) -> SiteProfile {
        let location = root + "/" + ProfileReading.file
        let bytes: [UInt8]
        do {
            bytes = try disk.read(location, TextFile.sizeLimit)
        } catch .system(errno: 2) {
            diagnostics.append(Diagnostic(Place(ProfileReading.file), .profileMissing))
            return SiteProfile()
        } catch {
            _ = TextFile.read(location, as: ProfileReading.file, disk: disk, &diagnostics)
            return SiteProfile()
        }
        guard let text = yaml(bytes) else { return SiteProfile() }
        do {
            let read = try FrontMatter(text[...], firstLine: 1)
            return profile(Fields(read.entries, file: ProfileReading.file, clock: clock))
        } catch {
            let isShape = if case .yaml(.notKeysAndValues) = error.reason { true } else { false }
            let place = Place(ProfileReading.file, line: error.line, column: error.column)
            diagnostics.append(
                isShape ? Diagnostic(place, .profileNotAMap) : Diagnostic(error, in: ProfileReading.file))
            return SiteProfile()
        }
    }

    /// The text without its BOM and the `---` that a YAML file may begin and end with.
    private mutating func yaml(_ bytes: [UInt8]) -> [UInt8]? {
        // A front matter's file reader does the same checks; a dash line at the top would be taken for a front matter.
        var clean = bytes
        if clean.starts(with: [0xEF, 0xBB, 0xBF]) { clean.removeFirst(3) }
        if clean.line(at: 0).elementsEqual("---".utf8) || clean.line(at: 0).elementsEqual("---\r".utf8) {
            clean.replaceSubrange(0..<3, with: "#--".utf8)
        }
        return TextFile(clean, file: ProfileReading.file, &diagnostics)?.bytes
    }

    /// A name that the machine's time zone database has; any name of the right form where there is no database.
    private func isTimeZone(_ name: String) -> Bool {
        guard name.utf8.allSatisfy({ $0.isASCIILetter || $0.isDigit || "/_+-".utf8.contains($0) }) else { return false }
        let database = "/usr/share/zoneinfo"
        guard (try? disk.status(database)) != nil else { return true }
        return (try? disk.status("\(database)/\(name)"))?.kind == .file
    }

    private mutating func profile(_ read: Fields) -> SiteProfile {
        var fields = read
        var profile = SiteProfile()
        if let organisation = fields.text("organisation") {
            profile.organisation = organisation
        } else {
            diagnostics.append(Diagnostic(Place(ProfileReading.file), .profileIncomplete(key: "organisation")))
        }
        profile.address = address(&fields)
        profile.language = fields.word("språk", SiteProfile.Language.self) ?? .swedish
        if let zone = fields.locatedText("tidszon") {
            profile.timeZone = zone.value
            if !isTimeZone(zone.value) { fields.report(.unknownTimeZone(name: zone.value), zone.line, zone.column) }
        }
        if let bodies = fields.value("organ") { profile.bodies = self.bodies(bodies, &fields) }
        profile.noticeRules =
            map("anslag", "\"tillkännage-inom-dagar: 2\"", &fields) { noticeRules(&$0) } ?? NoticeRules()
        profile.personalData =
            map("personuppgifter", "\"e-post: varna\"", &fields) { personalData(&$0) } ?? PersonalDataRules()
        profile.archive = map("arkiv", "\"organisationsnummer: 222000-0000\"", &fields) { archive(&$0) } ?? ArchiveProfile()
        fields.finish()
        diagnostics += fields.diagnostics
        return profile
    }

    private func map<Rules>(
        _ key: String, _ example: String, _ fields: inout Fields, _ read: (inout Fields) -> Rules
    ) -> Rules? {
        guard let value = fields.value(key) else { return nil }
        guard case .map(let entries) = value.content else {
            fields.report(.expectedMap(key: key, example: example), at: value)
            return nil
        }
        var inner = Fields(entries, file: ProfileReading.file, clock: clock)
        let rules = read(&inner)
        inner.finish()
        fields.diagnostics += inner.diagnostics
        return rules
    }

    private func address(_ fields: inout Fields) -> String? {
        guard let written = fields.locatedText("adress") else { return nil }
        var address = written.value
        while address.last == "/" { address.removeLast() }
        let rest =
            address.hasPrefix("https://")
            ? address.dropFirst(8) : address.hasPrefix("http://") ? address.dropFirst(7) : ""
        let isAddress =
            !rest.isEmpty && rest.first != "/"
            && rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}?#".utf8.contains($0) }
        if isAddress { return address }
        fields.report(.invalidAddress(address: written.value), written.line, written.column)
        return nil
    }

    private func bodies(_ value: FrontMatter.Value, _ fields: inout Fields) -> [Body] {
        guard case .list(let items) = value.content, !items.isEmpty else {
            fields.report(.expectedMap(key: "organ", example: "\"- kod: FS\""), at: value)
            return SiteProfile().bodies
        }
        var bodies: [Body] = []
        for item in items {
            guard case .map(let entries) = item.content else {
                fields.report(.expectedMap(key: "organ", example: "\"- kod: FS\""), at: item)
                continue
            }
            var inner = Fields(entries, file: ProfileReading.file, clock: clock)
            let written = inner.locatedText("kod")
            let name = inner.text("namn")
            let role = inner.word("roll", Role.self)
            let roster = inner.roster()
            inner.finish()
            fields.diagnostics += inner.diagnostics
            guard let written, let code = BodyCode(written.value) else {
                fields.report(.bodyWithoutCode, at: item)
                continue
            }
            if bodies.contains(where: { $0.code == code }) || ProfileReading.takenKeys.contains(code.slug.text) {
                fields.report(.bodyCodeTaken(code: written.value), written.line, written.column)
                continue
            }
            bodies.append(
                Body(
                    code: code, name: name ?? code.text, role: role == .beredande ? .preparing : .deciding,
                    roster: roster))
        }
        return bodies
    }

    private enum Role: String, CaseIterable {
        case beredande, beslutande
    }

    /// Keys of an ärende's front matter, which no body's code may be.
    private static let takenKeys: Set<String> = [
        "dnr", "titel", "bilaga", "bilagor", "handlaggare", "typ", "insats", "insatsagare", "samverkansparter",
        "period",
        "belopp", "undertecknat", "synlighet", "sekretess", "parter", "malgrupp", "syfte", "planerad-start",
        "planerat-slut", "budget", "datum", "personuppgifter-granskade", "tidigare-dnr",
    ]

    private func noticeRules(_ fields: inout Fields) -> NoticeRules {
        var rules = NoticeRules()
        rules.daysToPost = days("tillkännage-inom-dagar", &fields) ?? rules.daysToPost
        rules.appealDays = days("överklagandetid-dagar", &fields) ?? rules.appealDays
        rules.keptAt = fields.text("förvaras")
        rules.appealPage = fields.text("överklagan")
        return rules
    }

    private func days(_ key: String, _ fields: inout Fields) -> Int? {
        guard let written = fields.locatedText(key) else { return nil }
        if let days = Int(written.value), (0...3650).contains(days) { return days }
        fields.report(.invalidNumber(text: written.value), written.line, written.column)
        return nil
    }

    private func personalData(_ fields: inout Fields) -> PersonalDataRules {
        var rules = PersonalDataRules()
        rules.identityNumber = fields.word("personnummer", PersonalDataRules.Action.self) ?? rules.identityNumber
        rules.email = fields.word("e-post", PersonalDataRules.Action.self) ?? rules.email
        rules.phone = fields.word("telefon", PersonalDataRules.Action.self) ?? rules.phone
        return rules
    }
}
