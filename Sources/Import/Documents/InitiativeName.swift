import Meetings

/// The name of the initiative that an ärende is about, so that its application finds it.
enum InitiativeName {
    /// "insatsen *Stegvis till arbete*, för perioden …" in a clause.
    static func find(in document: ImportedDocument) -> String? {
        for clause in document.clauses {
            for mark in ["insatsen ", "projektet ", "verksamheten "] {
                guard let start = clause.firstRange(of: mark)?.upperBound else { continue }
                let rest = clause[start...]
                guard rest.first?.isUppercase ?? false || rest.first.map({ "\"”“".contains($0) }) ?? false else {
                    continue
                }
                let stops = [
                    " för perioden", " under perioden", ", ", " med ", " enligt", " till och med", " fram till",
                    " högst",
                    " maximalt", " finansiering", " finansiellt", " ett bidrag", " bidrag", " medel", " för år",
                    " under ",
                    " om ",
                ]
                var name = rest
                for stop in stops { if let end = name.firstRange(of: stop) { name = name[..<end.lowerBound] } }
                var text = String(name).filter { !"\"”“".contains($0) }.trimmed
                while let last = text.last, ",.;: ".contains(last) { text.removeLast() }
                if (3...120).contains(text.utf8.count) { return text }
            }
        }
        return nil
    }

    /// The keys by which an application and its ärende know each other.
    static func keys(_ document: ImportedDocument) -> [String] {
        var keys: [String] = []
        if let initiative = document.text.initiative { keys.append(initiative.foldedWords) }
        if let title = document.title?.value, !isGeneral(title) { keys.append(key(ofTitle: title)) }
        return keys.filter { $0.utf8.count >= 4 }.unique
    }

    /// A title that says what kind of paper it is and nothing of what it is about: "Minnesanteckningar", "Rapport 2026".
    /// Two papers that are called so have nothing to do with each other.
    static func isGeneral(_ title: String) -> Bool {
        let kinds: Set<Substring> = [
            "minnesanteckningar", "anteckningar", "rapport", "slutrapport", "delrapport", "lagesrapport",
            "sammanfattning",
            "underlag", "beslutsunderlag", "pm", "promemoria", "tjansteskrivelse", "tjansteutlatande", "missiv",
            "skrivelse",
            "yttrande", "remissvar", "svar", "motion", "motioner", "medborgarforslag", "ansokan", "bilaga", "bilagor",
            "budget", "arsredovisning", "verksamhetsplan", "verksamhetsberattelse", "arsrapport", "information",
            "informationsarende",
            "protokoll", "kallelse", "handlingar", "handling", "inledning", "bakgrund", "arende", "dokument", "sida",
            "utredning",
            "uppfoljning", "redovisning", "forslag", "till", "beslut", "om", "och", "for", "med", "ar", "aret", "den",
            "av", "nr",
        ]
        return title.foldedWords.split(separator: " ").allSatisfy { word in
            kinds.contains(word) || word.utf8.allSatisfy(\.isDigit)
        }
    }

    /// A title without what says that it is an application.
    static func key(ofTitle title: String) -> String {
        var words = title.foldedWords.split(separator: " ")[...]
        let openers: Set<Substring> = [
            "ansokan", "forlangningsansokan", "forlangning", "ansokningar", "om", "medel", "till", "insatsen", "for",
            "av", "fran", "finansiering", "tjansteskrivelse",
        ]
        while let first = words.first, openers.contains(first), words.count > 1 { words = words.dropFirst() }
        let endings: [[Substring]] = [
            ["ansokan", "om", "medel"], ["ansokan", "om", "finansiering"], ["ansokan"], ["forlangning"],
        ]
        for ending in endings where words.count > ending.count && words.suffix(ending.count).elementsEqual(ending) {
            words = words.dropLast(ending.count)
        }
        return words.joined(separator: " ")
    }
}
