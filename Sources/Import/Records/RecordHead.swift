import Meetings

/// Who served at a meeting and when its record was approved, from the record's head.
struct RecordHead: Sendable {
    var chair: String?
    var secretary: String?
    var present: [String] = []
    var substitutes: [String] = []
    var others: [String] = []
    var approvers: [String] = []
    /// What the record calls them.
    var approversTitle = "Justerare"
    var approved: Found<CalendarDate>?
    var posted: Found<CalendarDate>?
    var keptAt: String?
    /// What may be persons, and isn't written.
    var doubts: [ImportFact] = []
    /// The line that each person was named on.
    private var places: [String: Int] = [:]
    /// The passages that went into it whole.
    var taken: Set<Int> = []
}

extension RecordHead {
    enum Field {
        case chair, secretary, present, substitutes, others, approvers, approved, posted, keptAt, paragraphs

        /// A list of persons.
        var isList: Bool {
            switch self {
            case .present, .substitutes, .others, .approvers: true
            default: false
            }
        }

        /// Whether a line below the label can be its value: where people are listed, only a person.
        func takesLine(_ line: String) -> Bool {
            switch self {
            case .chair, .secretary, .present, .substitutes, .others, .approvers:
                RecordHead.people(line).allSatisfy(RecordHead.isPerson) || PersonName.isTitle(line)
            default: true
            }
        }
    }

    private static let labels: [(String, Field)] = [
        ("ordforande", .chair), ("motesordforande", .chair), ("sekreterare", .secretary),
        ("vid protokollet", .secretary),
        ("narvarande ledamoter", .present), ("beslutande ledamoter", .present), ("tjanstgorande ledamoter", .present),
        ("narvarande", .present), ("beslutande", .present), ("ledamoter", .present),
        ("narvarande ersattare", .substitutes), ("ej tjanstgorande ersattare", .substitutes),
        ("ersattare", .substitutes), ("suppleant", .substitutes), ("suppleanter", .substitutes),
        ("narvarande suppleanter", .substitutes), ("adjungerade", .others), ("adjungerad", .others),
        ("ovriga narvarande", .others), ("ovriga deltagare", .others), ("ovriga deltagande", .others),
        ("ovriga", .others),
        ("justerare", .approvers), ("justerande", .approvers), ("utses att justera", .approvers),
        ("utsedd att justera", .approvers), ("protokollsjusterare", .approvers), ("protokolljusterare", .approvers),
        ("justeras av", .approvers), ("justeringsperson", .approvers), ("justeringspersoner", .approvers),
        ("justeras", .approvers), ("tjanstgorande ersattare", .substitutes),
        ("motessekreterare", .secretary), ("fort av", .secretary),
        ("justeringsdatum", .approved), ("justerat den", .approved), ("justerat", .approved),
        ("justeringsdag", .approved),
        ("justeringens plats och tid", .approved), ("justeringens tid", .approved), ("justering", .approved),
        ("anslagsdatum", .posted), ("anslaget den", .posted), ("anslaget", .posted), ("anslagets uppsattande", .posted),
        ("datum for anslagets uppsattande", .posted), ("datum da anslaget satts upp", .posted),
        ("anslag satts upp", .posted),
        ("forvaringsplats for protokollet", .keptAt), ("forvaringsplats", .keptAt), ("forvaras", .keptAt),
        ("protokollet forvaras", .keptAt), ("paragrafer", .paragraphs), ("paragraf", .paragraphs),
    ]

    /// Reads the passages before the first §: a label with its value beside it or below, to the next label.
    init(_ passages: ArraySlice<Passage>, without contents: Set<Int>, clock: CalendarDate) {
        var open: Field?
        // The lists that stand side by side under one label: "Beslutande   Ledamöter   Tjänstgörande ersättare".
        var columns: [Field] = []
        for index in passages.indices {
            let passage = passages[index]
            if contents.contains(index) || ContentsTable.isHeading(passage.plain) || passage.plain.hasPrefix("§") {
                open = nil
                continue
            }
            if passage.kind == .table || passage.kind == .verbatim {
                open = nil
                continue
            }
            let plain = passage.plain
            let cells = passage.text.cells.map { MarkdownText.plain($0) }
            if let fields = RecordHead.columns(cells) {
                (open, columns) = (fields.first, fields)
                taken.insert(index)
                continue
            }
            if columns.count > 1, cells.count == columns.count,
                RecordHead.field(cells[0], hasValue: true, hasColon: false) == nil,
                zip(columns, cells).allSatisfy({ $0.takesLine($1) })
            {
                for (field, cell) in zip(columns, cells) { _ = set(field, cell, line: passage.line, clock: clock) }
                taken.insert(index)
                continue
            }
            // "1:e vice" above "ordförande": the title's own line, no label.
            if let field = open, plain.startsWithSmallLetter, PersonName.isTitle(plain), goOn(field, with: plain) {
                taken.insert(index)
                continue
            }
            if let field = open, field.isList, cells.count == 2, RecordHead.isPerson(cells[0]),
                set(field, cells.joined(separator: ", "), line: passage.line, clock: clock)
            {
                taken.insert(index)
                continue
            }
            // "Underskrifter   Sekreterare ........   Paragrafer 1–3": the name stands below.
            if let field = RecordHead.ruled(cells) {
                open = field
                taken.insert(index)
                continue
            }
            let (name, value) = RecordHead.parts(plain, cells)
            if let field = RecordHead.field(
                name, hasValue: !value.isEmpty, hasColon: plain.contains(":") || cells.count > 1)
            {
                open = field
                if field == .approvers, name.folded.hasSuffix("justerare") { approversTitle = name.trimmed.capitalised }
                if value.isEmpty || set(field, value, line: passage.line, clock: clock) { taken.insert(index) }
            } else if let field = open, plain.utf8.count <= 200, HeadLabel.pairs(in: plain).isEmpty,
                !passage.isHeading, field.takesLine(plain),
                set(field, plain.singleSpaced, line: passage.line, clock: clock)
            {
                taken.insert(index)
                if field == .chair || field == .secretary || field == .approved || field == .posted { open = nil }
            } else {
                if let field = open, field.isList, index > passages.startIndex,
                    passages[index - 1].plain.hasSuffix(","), taken.contains(index - 1)
                {
                    // The list went on, and not with persons.
                    doubts.append(
                        ImportFact("närvarande", plain.singleSpaced, line: passage.line, isSure: false))
                }
                open = nil
            }
        }
        findChair()
    }

    static func isPerson(_ cell: String) -> Bool {
        PersonName.isOne(String(cell.prefix { $0 != "(" && $0 != "," }).trimmed)
    }

    /// "Eva Ek (S), ordförande" or "Bo Al, kårordförande" among the present, where no label says who led the meeting.
    private mutating func findChair() {
        guard chair == nil else { return }
        let titled = present.filter { person in
            person.split { ",()".contains($0) }.dropFirst().contains { part in
                let words = String(part).foldedWords
                return words == "ordf" || words.split(separator: " ").count == 1 && words.hasSuffix("ordforande")
            }
        }
        guard titled.count == 1, let name = titled[0].replacing("(ordf)", with: "").split(separator: ",").first else {
            return
        }
        chair = String(name).trimmed
    }

    /// Adds a title's second line to the last person of a list; false where the list is empty.
    private mutating func goOn(_ field: Field, with text: String) -> Bool {
        switch field {
        case .present where !present.isEmpty: present[present.count - 1] += " " + text
        case .substitutes where !substitutes.isEmpty: substitutes[substitutes.count - 1] += " " + text
        case .others where !others.isEmpty: others[others.count - 1] += " " + text
        case .approvers where !approvers.isEmpty: approvers[approvers.count - 1] += " " + text
        default: return false
        }
        return true
    }

    private static func parts(_ plain: String, _ cells: [String]) -> (String, String) {
        if let colon = plain.firstIndex(of: ":"), plain[..<colon].utf8.count <= 60 {
            return (String(plain[..<colon]), String(plain[plain.index(after: colon)...]).singleSpaced)
        }
        if let (name, value) = person(plain) { return (name, value) }
        return cells.count > 1 ? (cells[0], cells.dropFirst().joined(separator: ", ")) : (plain, "")
    }

    /// "Ordförande Eva Ek (S)", "Sekreterare ________ Bo Al Paragrafer 50–53".
    private static func person(_ plain: String) -> (String, String)? {
        let words = plain.words.map(String.init).filter { !$0.allSatisfy { $0 == "_" || $0 == "." } }
        for count in 1...3 where words.count > count + 1 {
            let name = words.prefix(count).joined(separator: " ")
            guard let found = field(name, hasValue: true, hasColon: false),
                found == .chair || found == .secretary || found == .approvers
            else { continue }
            let value = words.dropFirst(count).prefix { !["paragrafer", "paragraf", "§§", "§"].contains($0.folded) }
            let bare = value.prefix { !$0.hasPrefix("(") }.joined(separator: " ")
            if PersonName.isOne(bare) { return (name, value.joined(separator: " ")) }
        }
        return nil
    }

    static func field(_ name: String, hasValue: Bool, hasColon: Bool) -> Field? {
        let words = name.foldedWords
        if let found = labels.first(where: { $0.0 == words }) { return found.1 }
        return nil
    }

    /// False where the value has not the field's shape: it stays in the text.
    mutating func set(_ field: Field, _ value: String, line: Int, clock: CalendarDate) -> Bool {
        // A line to sign on is nobody's name.
        guard value.contains(where: { $0.isLetter || $0.isNumber }) else { return false }
        switch field {
        case .chair:
            guard chair == nil || chair?.bareName == value.bareName, value.utf8.count <= 80 else { return false }
            if chair != nil { return true }
            chair = value
            places[value.bareName] = line
        case .secretary:
            guard secretary == nil || secretary?.bareName == value.bareName, value.utf8.count <= 80 else {
                return false
            }
            if secretary != nil { return true }
            secretary = value
            places[value.bareName] = line
        case .present: present += RecordHead.people(value)
        case .substitutes: substitutes += RecordHead.people(value)
        case .others: others += RecordHead.people(value)
        case .approvers:
            let people = RecordHead.people(value)
            guard people.allSatisfy({ $0.utf8.count <= 80 }) else { return false }
            let known = approvers.map(\.bareName)
            for person in people { places[person.bareName] = line }
            approvers += people.filter { !known.contains($0.bareName) }
        case .approved:
            guard approved == nil, let date = DateMention.all(in: value, clock: clock).first?.date else { return false }
            approved = Found(date, line: line)
            return HeadValue.loneDate(value, clock: clock) != nil
        case .posted:
            guard posted == nil, let date = DateMention.all(in: value, clock: clock).first?.date else { return false }
            posted = Found(date, line: line)
            return HeadValue.loneDate(value, clock: clock) != nil
        case .keptAt:
            guard keptAt == nil else { return false }
            keptAt = value
        case .paragraphs: return false
        }
        return true
    }
}

extension RecordHead {
    /// Where a person was named.
    func line(of person: String) -> Int { places[person.bareName] ?? 1 }

    /// Who signed at the record's end served at its meeting, where its head doesn't say.
    mutating func take(_ signatures: [SignatureBlock.Signature]) {
        for signature in signatures {
            switch signature.role?.foldedWords {
            case "sekreterare", "motessekreterare", "protokollforare":
                if secretary == nil { secretary = signature.name }
            case "ordforande", "motesordforande": if chair == nil { chair = signature.name }
            case "justerare", "protokolljusterare", "protokollsjusterare":
                if !approvers.contains(where: { $0.bareName == signature.name.bareName }) {
                    approvers.append(signature.name)
                }
            default: break
            }
        }
    }
}

extension String {
    /// A name without its party.
    fileprivate var bareName: String { prefix { $0 != "(" && $0 != "," }.trimmed.folded }
}

extension Substring {
    fileprivate var folded: String { String(self).folded }
}

extension PersonName {
    fileprivate static func isOne(_ text: Substring) -> Bool { isOne(String(text)) }
}
