import Meetings

/// What a label in a paper's head asks for.
enum HeadLabel: String, Sendable, CaseIterable {
    case diaryNumber
    case date
    case meetingDate
    case caseOfficer
    case title
    case attachment
    case body
    case place
    case time
    case summonsDate
    /// Telephone, page, version and their like: kept as a note.
    case other
}

extension HeadLabel {
    /// The words of each label, folded; a longer one is tried before a shorter.
    private static let words: [(words: String, label: HeadLabel)] = [
        ("arendets diarienummer", .diaryNumber), ("diarienummer", .diaryNumber), ("diarienr", .diaryNumber),
        ("diariebeteckning", .diaryNumber), ("arendebeteckning", .diaryNumber), ("arendenummer", .diaryNumber),
        ("arendenr", .diaryNumber), ("var beteckning", .diaryNumber), ("vart diarienummer", .diaryNumber),
        ("vart dnr", .diaryNumber), ("var ref", .diaryNumber), ("beteckning", .diaryNumber), ("dnr", .diaryNumber),
        ("d nr", .diaryNumber), ("dokumentnummer", .other), ("er beteckning", .other), ("ert dnr", .other),
        ("sammantradesdatum", .meetingDate), ("motesdatum", .meetingDate), ("datum for sammantrade", .meetingDate),
        ("sammantradesdag", .meetingDate), ("motesdag", .meetingDate),
        ("dokumentdatum", .date), ("upprattad den", .date), ("upprattad", .date), ("upprattat", .date),
        ("skrivelsedatum", .date), ("daterad", .date), ("datum", .date), ("skapad", .date), ("ankomstdatum", .other),
        ("ansvarig handlaggare", .caseOfficer), ("handlaggare", .caseOfficer), ("handlagd av", .caseOfficer),
        ("handlaggs av", .caseOfficer), ("arendets handlaggare", .caseOfficer), ("foredragande", .other),
        ("arendemening", .title), ("arenderubrik", .title), ("rubrik", .title), ("titel", .title), ("angaende", .title),
        ("avser", .title), ("arende", .title),
        ("bilaga", .attachment), ("bilagor", .attachment), ("bilaga nr", .attachment),
        ("beslutande organ", .body), ("beslutsorgan", .body), ("beslutsinstans", .body), ("instans", .body),
        ("organ", .body), ("namnd", .body), ("mottagare", .body), ("adressat", .body),
        ("plats och tid", .place), ("plats", .place), ("lokal", .place), ("tid och plats", .place),
        ("tid", .time), ("tidpunkt", .time), ("dag och tid", .time), ("datum och tid", .time), ("tid och datum", .time),
        ("dag", .meetingDate),
        ("kallelsedatum", .summonsDate), ("kallelsen utsand", .summonsDate), ("kallelse skickad", .summonsDate),
        ("utskicksdatum", .summonsDate), ("kallelse utskickad", .summonsDate), ("utsandes", .summonsDate),
        ("forvaltning", .other), ("avdelning", .other), ("enhet", .other), ("telefon", .other), ("tel", .other),
        ("e post", .other), ("epost", .other), ("mobil", .other), ("sida", .other), ("sidan", .other),
        ("sid", .other), ("version", .other), ("dokumenttyp", .other), ("dokument", .other), ("status", .other),
        ("kopia", .other), ("till", .other), ("fran", .other), ("kontaktperson", .other), ("diarieplan", .other),
        ("sekretess", .other), ("insats", .other), ("besoksadress", .other), ("postadress", .other),
    ]
    private static let byFirstWord: [String: [(words: [String], label: HeadLabel)]] = {
        var index: [String: [(words: [String], label: HeadLabel)]] = [:]
        for (text, label) in words {
            let parts = text.split(separator: " ").map(String.init)
            index[parts[0], default: []].append((parts, label))
        }
        return index.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    /// Labels that may stand without a colon before a value of the right shape.
    private var needsNoColon: Bool {
        switch self {
        case .diaryNumber, .date, .meetingDate, .caseOfficer, .attachment: true
        default: false
        }
    }

    struct Pair: Equatable {
        let label: HeadLabel
        /// As the paper says it.
        let name: String
        /// Empty for a label alone.
        let value: String
    }
}

extension HeadLabel {
    /// The labels on a line, each with what follows it; empty for a line that is no head's.
    static func pairs(in line: String) -> [Pair] {
        guard line.utf8.count <= 240 else { return [] }
        let cells = line.cells.map { MarkdownText.plain($0) }
        var pairs: [Pair] = []
        var index = 0
        while index < cells.count {
            var own = split(cells[index])
            guard !own.isEmpty else {
                guard let last = pairs.last else { return [] }
                // A value in the column beside its label.
                guard last.value.isEmpty, last.label != .other || !last.name.isEmpty else {
                    // Neither a label nor a label's value: kept, and looked at by its shape.
                    pairs.append(Pair(label: .other, name: "", value: cells[index]))
                    index += 1
                    continue
                }
                pairs[pairs.count - 1] = Pair(label: last.label, name: last.name, value: cells[index])
                index += 1
                continue
            }
            if own.count == 1, own[0].value.isEmpty, index + 1 < cells.count, split(cells[index + 1]).isEmpty,
                cells.count % 2 == 0 || cells.count == 3
            {
                own[0] = Pair(label: own[0].label, name: own[0].name, value: cells[index + 1])
                index += 1
            }
            pairs += own
            index += 1
        }
        return pairs
    }

    /// One cell: "Datum: 2023-06-09 Dnr: AMN-2023-00096" has two.
    private static func split(_ cell: String) -> [Pair] {
        guard let first = leading(cell[...]) else { return [] }
        let rest = first.rest
        // Another label with its colon within the value begins a pair of its own.
        var start = rest.startIndex
        while let space = rest[start...].firstIndex(of: " ") {
            start = rest.index(after: space)
            if let next = leading(rest[start...]), next.hasColon, next.label != .other || next.hasValue {
                let value = String(rest[..<space].trimmed)
                guard isRight(value, for: first.label, hasColon: first.hasColon) else { return [] }
                return [Pair(label: first.label, name: first.name, value: value)] + split(String(rest[start...]))
            }
        }
        let value = String(rest.trimmed)
        guard isRight(value, for: first.label, hasColon: first.hasColon) else { return [] }
        return [Pair(label: first.label, name: first.name, value: value)]
    }

    private struct Leading {
        let label: HeadLabel
        let name: String
        let rest: Substring
        let hasColon: Bool
        var hasValue: Bool { !rest.trimmed.isEmpty }
    }

    private static func leading(_ text: Substring) -> Leading? {
        guard text.first?.isLetter ?? false else { return nil }
        // At most three words, folded.
        var ends: [String.Index] = []
        var words: [String] = []
        var index = text.startIndex
        var word = ""
        while index < text.endIndex, words.count < 3 {
            let character = text[index]
            if character.isLetter || (character == "-" && !word.isEmpty) {
                word.append(character)
            } else if character == "." && word.lowercased() == "d" {
                // D.nr
            } else if !word.isEmpty {
                words.append(word.folded)
                ends.append(index)
                word = ""
                guard character == " " else { break }
            }
            index = text.index(after: index)
            if word.utf8.count > 30 { return nil }
        }
        if !word.isEmpty {
            words.append(word.folded)
            ends.append(index)
        }
        let parts = words.flatMap { $0.split(separator: "-").map(String.init) }
        guard let candidates = parts.first.flatMap({ byFirstWord[$0] }) else { return nil }
        for candidate in candidates where parts.starts(with: candidate.words) {
            var count = 0
            guard
                let last = words.indices.first(where: {
                    count += words[$0].split(separator: "-").count
                    return count >= candidate.words.count
                }), count == candidate.words.count
            else { continue }
            var rest = text[ends[last]...]
            let name = String(text[..<ends[last]])
            var hasColon = false
            while let sign = rest.first, ":. \t".contains(sign) || sign == "*" {
                if sign == ":" { hasColon = true }
                if sign == "." && !hasColon && candidate.label != .diaryNumber { break }
                rest = rest.dropFirst()
                if hasColon && sign == " " { continue }
            }
            return Leading(label: candidate.label, name: name, rest: rest, hasColon: hasColon)
        }
        return nil
    }

    /// Without a colon only a value of the right shape is one; "Datum för beslut" is none.
    private static func isRight(_ value: String, for label: HeadLabel, hasColon: Bool) -> Bool {
        if hasColon { return true }
        if value.isEmpty { return label.standsAlone }
        guard label.needsNoColon else { return false }
        switch label {
        case .diaryNumber: return HeadValue.diaryNumber(in: value) != nil
        case .date, .meetingDate: return value.startsWithDigit || value.folded.hasPrefix("den ")
        case .attachment: return AttachmentNumber.list(value) != nil
        case .caseOfficer: return PersonName.all(in: value).isEmpty == false
        default: return false
        }
    }

    /// A label that may stand on a line of its own without a colon.
    private var standsAlone: Bool {
        switch self {
        case .diaryNumber, .date, .meetingDate, .caseOfficer, .time, .place: true
        default: false
        }
    }
}
