import Diagnostics
import Meetings

/// Reads klubba.yml (FORMAT §2).
struct ProfileReading {
    let clock: CalendarDate
    let disk: FileSystem
    var diagnostics: [Diagnostic] = []
    /// The file as it lies; nil where it could not be read.
    private(set) var bytes: [UInt8]?
    static let file = "klubba.yml"

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
            // Not read once more: it may be there by then, and nothing would be told of a site without its profile.
            diagnostics.append(Diagnostic(Place(ProfileReading.file), TextFile.problem(error)))
            return SiteProfile()
        }
        self.bytes = bytes
        guard let text = yaml(bytes) else { return SiteProfile() }
        do {
            let entries = try entries(of: text)
            return profile(Fields(entries, file: ProfileReading.file, clock: clock))
        } catch {
            let isShape = if case .yaml(.notKeysAndValues) = error.reason { true } else { false }
            let place = Place(ProfileReading.file, line: error.line, column: error.column)
            diagnostics.append(
                isShape ? Diagnostic(place, .profileNotAMap) : Diagnostic(error, in: ProfileReading.file))
            return SiteProfile()
        }
    }

    /// A key given twice is told, and hides nothing of what else is wrong: the first one stands.
    private mutating func entries(of text: [UInt8]) throws(FrontMatterFault) -> [FrontMatter.Entry] {
        var text = text
        while true {
            do throws(FrontMatterFault) {
                return try FrontMatter(text[...], firstLine: 1).entries
            } catch {
                guard case .duplicateKey = error.reason, let shorter = text.withoutEntry(at: error.line) else {
                    throw error
                }
                diagnostics.append(Diagnostic(error, in: ProfileReading.file))
                text = shorter
            }
        }
    }

    /// The text without its BOM and the `---` that a YAML file may begin and end with.
    private mutating func yaml(_ bytes: [UInt8]) -> [UInt8]? {
        guard var text = TextFile.clean(bytes, file: ProfileReading.file, &diagnostics) else { return nil }
        // A comment, so that the lines keep their numbers.
        if text.line(at: 0).elementsEqual("---".utf8) { text.replaceSubrange(0..<3, with: "#--".utf8) }
        return text
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
        profile.keptTraces = keptTraces(&fields)
        profile.reminders =
            map("påminnelser", "\"protokoll-inom-dagar: 14\"", &fields) { reminders(&$0) } ?? ReminderRules()
        profile.fileFolders = fileFolders(&fields)
        profile.othersFiles = othersFiles(&fields)
        profile.archive =
            map("arkiv", "\"organisationsnummer: 222000-0000\"", &fields) { archive(&$0) } ?? ArchiveProfile()
        profile.wordTemplate = fields.locatedText("mall")?.value
        profile.licence = licence(&fields)
        profile.desk = deskRules(&fields)
        let places = map("publicering", "\"offentlig: {till: ...}\"", &fields) { publishing(&$0) }
        (profile.publicPlace, profile.membersPlace) = places ?? (nil, nil)
        fields.finish()
        diagnostics += fields.diagnostics
        return profile
    }

    private enum TraceAction: String, CaseIterable {
        case remove = "ta-bort"
        case keep = "behåll"
    }

    /// One word for all kinds, or a map with each kind's own.
    private func keptTraces(_ fields: inout Fields) -> Set<TraceKind> {
        guard let value = fields.value("spår") else { return [] }
        if case .text = value.content {
            return fields.word("spår", TraceAction.self) == .keep ? Set(TraceKind.allCases) : []
        }
        return map("spår", "\"office: behåll\"", &fields) { inner in
            Set(TraceKind.allCases.filter { inner.word($0.rawValue, TraceAction.self) == .keep })
        } ?? []
    }

    func map<Rules>(
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
        // Feeds, calendars and sitemaps take ASCII alone.
        if let ascii = WebAddress.ascii(address), ascii.isWebAddress { return ascii }
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
        "planerat-slut", "budget", "datum", "personuppgifter-granskade", "tidigare-dnr", "publiceras", "granskad",
        "nummer",
        "fil",
    ]

    private func noticeRules(_ fields: inout Fields) -> NoticeRules {
        var rules = NoticeRules()
        rules.daysToPost = days("tillkännage-inom-dagar", &fields) ?? rules.daysToPost
        rules.appealDays = days("överklagandetid-dagar", &fields) ?? rules.appealDays
        rules.keptAt = fields.text("förvaras")
        rules.appealPage = fields.text("överklagan")
        return rules
    }

    private func reminders(_ fields: inout Fields) -> ReminderRules {
        var rules = ReminderRules()
        rules.daysToMinutes = daysOrNone("protokoll-inom-dagar", &fields, otherwise: rules.daysToMinutes)
        rules.daysToApproval = daysOrNone("justering-inom-dagar", &fields, otherwise: rules.daysToApproval)
        return rules
    }

    /// A number of days, or "ingen" for no reminder.
    private func daysOrNone(_ key: String, _ fields: inout Fields, otherwise days: Int?) -> Int? {
        if let word = fields.locatedText(key), FieldKey.fold(word.value) == "ingen" { return nil }
        return self.days(key, &fields) ?? days
    }

    func days(_ key: String, _ fields: inout Fields) -> Int? {
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

extension [UInt8] {
    /// With nothing on a line, the first being 1, and on those below that are indented deeper; nil where that changes
    /// nothing.
    fileprivate func withoutEntry(at number: Int) -> [UInt8]? {
        var lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let index = number - 1
        guard lines.indices.contains(index), !lines[index].isEmpty else { return nil }
        let indentation = lines[index].prefix { $0 == 0x20 }.count
        lines[index] = []
        for below in lines.indices[(index + 1)...] {
            guard lines[below].isEmpty || lines[below].prefix(while: { $0 == 0x20 }).count > indentation else { break }
            lines[below] = []
        }
        return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}
