import Content
import Meetings

/// The headings that board papers use (RULES.md), as they stand alone on a line.
enum SectionName {
    private static let papers: Set<String> = [
        "arende", "arendet", "ansokan", "ansokan i korthet", "bakgrund", "inledning", "sammanfattning",
        "sammanfattning av arendet", "arendet i korthet", "beskrivning av arendet", "arendebeskrivning", "beskrivning",
        "beredning", "arendets beredning", "beredning av arendet", "beredningsprocess", "tidigare beslut",
        "tidigare behandling", "foredragning", "bedomning", "overvaganden", "slutsatser", "slutsats",
        "ekonomiska konsekvenser", "ekonomiska konsekvenser av beslutet", "ekonomiska konsekvenser av forslaget",
        "ekonomi", "finansiering", "konsekvenser", "konsekvensanalys", "barnkonsekvensanalys", "barnperspektiv",
        "barnperspektivet", "barnrattsperspektiv", "jamstalldhet", "jamstalldhetsperspektiv", "miljokonsekvenser",
        "personalkonsekvenser", "juridiska konsekvenser", "beslutsunderlag", "underlag for beslut", "underlag",
        "syfte", "mal", "syfte och mal", "malgrupp", "metod", "uppfoljning", "utvardering",
        "uppfoljning och utvardering", "tidplan", "tidsplan", "motivering", "motivering till beslutet",
        "skal for beslutet", "skal till beslut", "lagstiftning", "lagrum", "remissyttranden", "samrad", "samverkan",
        "facklig samverkan", "overenskommelse", "bilagor", "bilaga till arendet", "underskrift", "underskrifter",
    ]
    private static let recipients: Set<String> = [
        "beslutet skickas till", "beslutet ska skickas till", "beslut skickas till", "beslut ska skickas till",
        "skickas till", "expedieras till", "expedieras", "expediering", "kopia till", "kopior till", "sandlista",
        "beslutet expedieras till", "protokollsutdrag till", "protokollsutdrag skickas till", "utdrag till",
        "beslutet delges", "delges",
    ]
    private static let records: Set<String> = [
        "beslut", "yrkande", "yrkanden", "forslag under sammantradet", "forslag pa sammantradet",
        "forslag vid sammantradet", "beslutsgang", "propositionsordning", "proposition", "propositioner", "omrostning",
        "omrostningsresultat", "omrostningsresultatet", "reservation", "reservationer", "reservation mot beslutet",
        "sarskilt yttrande", "sarskilda yttranden", "protokollsanteckning", "protokollsanteckningar", "jav",
        "deltar inte i beslut", "deltar inte i beslutet", "deltar ej i beslutet", "ajournering", "yttranden",
        "inlagg", "diskussion", "beslutsmotivering", "handlingar i arendet", "overklagande",
    ]
}

extension SectionName {
    /// The heading that a line is, without marks, number and colon; nil for any other line.
    static func isKnown(_ line: String) -> Bool {
        guard line.utf8.count <= 110 else { return false }
        let words = key(of: line)
        return papers.contains(words) || recipients.contains(words) || records.contains(words) || isProposal(line)
            || isSomebodys(words) || isDecision(line)
    }

    static func isProposal(_ line: String) -> Bool {
        guard line.utf8.count <= 110 else { return false }
        let bare = bare(line)
        // "Förslag till beslut bereds av …" goes on as a sentence.
        return ProposalSection.isProposal(bare) && !SentenceEnd.isSentence(bare)
    }

    static func isRecipients(_ line: String) -> Bool { recipients.contains(key(of: line)) }

    static func isSupport(_ line: String) -> Bool {
        ["beslutsunderlag", "underlag for beslut", "handlingar i arendet", "bilagor"].contains(key(of: line))
    }

    /// What a record has under its §§.
    static func isRecord(_ line: String) -> Bool {
        let words = key(of: line)
        return records.contains(words) || isDecision(line)
    }

    /// "Beslut", "Förbundsstyrelsens beslut", "Beslut i kommunstyrelsen".
    static func isDecision(_ line: String) -> Bool {
        guard line.utf8.count <= 90, !isProposal(line) else { return false }
        let words = key(of: line).split(separator: " ")
        guard let first = words.first, let last = words.last else { return false }
        if words == ["beslut"] { return true }
        if last == "beslut", first.hasSuffix("s"), words.count <= 3 {
            return DecidingBody.isName(String(first.dropLast()))
        }
        // "Barn- och utbildningsnämndens beslut"
        if last == "beslut", words.count <= 5, let body = words.dropLast().last, body.hasSuffix("s") {
            return DecidingBody.named(by: bare(line).words.dropLast().joined(separator: " ")) != nil
        }
        return false
    }

    /// "Förvaltningens bedömning", "Förbundets synpunkter".
    private static func isSomebodys(_ words: String) -> Bool {
        let parts = words.split(separator: " ")
        guard parts.count == 2, parts[0].hasSuffix("s") else { return false }
        return ["bedomning", "beslut", "overvaganden", "synpunkter", "yttrande", "kommentar", "forslag"].contains(
            parts[1])
    }

    /// A heading's own words: without emphasis, a number in front and a colon after.
    static func bare(_ line: String) -> String {
        var text = line.trimmed[...]
        while let first = text.first, "#*_ ".contains(first) { text = text.dropFirst() }
        while let last = text.last, "*_: ".contains(last) { text = text.dropLast() }
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        if !number.isEmpty, text.dropFirst(number.count).first == " ", number.utf8.count <= 6 {
            text = text.dropFirst(number.count).trimmed
        }
        return String(text)
    }

    private static func key(of line: String) -> String { bare(line).foldedWords }
}

extension SentenceEnd {
    /// True for a short line that has a verb of its own: a sentence without its full stop, not a heading.
    static func isSentence(_ line: String) -> Bool {
        // A line that long is no heading whatever it says.
        guard line.utf8.count <= 400 else { return true }
        return line.foldedWords.split(separator: " ").contains { verbs.contains($0) }
    }

    private static let verbs: Set<Substring> = [
        "ar", "har", "ska", "skall", "kan", "blir", "galler", "finns", "innebar", "foreslar", "beslutar", "bor",
        "maste", "far", "pagar", "saknas", "medfor", "bereds", "behandlas", "redovisas", "anser", "yrkar", "stoder",
        "beviljar", "godkanner", "lagger", "antar", "noterar", "utser", "uppdrar", "avslar", "bifaller",
        "overlamnar",
        "faststaller", "beslutade", "var", "vill", "kommer",
    ]
}
