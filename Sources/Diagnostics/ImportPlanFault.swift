/// Why the plan of how a packet is cut cannot be followed (IMPORT.md §2).
public enum ImportPlanFault: Hashable, Sendable {
    case otherFile(String)
    case noParts
    case pageTwice(Int, firstLine: Int)
    case pagesMissing([Int])
    case pageOutside(Int, last: Int)
    case missing(key: String)
    case value(key: String, text: String, example: String)
    case unknownOwner(String)
}

extension ImportPlanFault {
    var swedish: String {
        switch self {
        case .otherFile(let file):
            "planen är gjord av en annan fil än \(file.visible): sha256 är inte densamma. Gör en ny plan med --plan utan --apply"
        case .noParts: "planen har inga delar. Gör en ny plan med --plan utan --apply"
        case .pageTwice(let page, let line):
            "sida \(page) står redan i delen på rad \(line). Låt varje sida stå i en enda del"
        case .pagesMissing(let pages):
            "sida \(pages.spoken("och")) står inte i någon del. Lägg till den, med kind: tom om den inte ska bli något eget"
        case .pageOutside(let page, let last): "sida \(page) finns inte: filen slutar med sida \(last). Rätta sidorna"
        case .missing(let key): "\(key) saknas. Skriv det"
        case .value(let key, let text, let example):
            "\(key) kan inte vara \"\(text.visible)\". Skriv till exempel \(example)"
        case .unknownOwner(let owner):
            "inget ärende i planen har dnr eller titel \"\(owner.visible)\". Skriv ett som står på en rad med kind: arende"
        }
    }

    var english: String {
        switch self {
        case .otherFile(let file):
            "the plan is made from another file than \(file.visible): sha256 is not the same. Make a new plan with --plan, without --apply"
        case .noParts: "the plan has no parts. Make a new plan with --plan, without --apply"
        case .pageTwice(let page, let line):
            "page \(page) is already in the part on line \(line). Let each page be in one part alone"
        case .pagesMissing(let pages):
            "page \(pages.spoken("and")) is in no part. Add it, with kind: tom if it shall become nothing of its own"
        case .pageOutside(let page, let last):
            "there is no page \(page): the file ends with page \(last). Correct the pages"
        case .missing(let key): "\(key) is missing. Write it"
        case .value(let key, let text, let example):
            "\(key) cannot be \"\(text.visible)\". Write for example \(example)"
        case .unknownOwner(let owner):
            "no matter in the plan has the number or title \"\(owner.visible)\". Write one of a row with kind: arende"
        }
    }
}

extension [Int] {
    /// "3", "3 och 4", "3–9"
    fileprivate func spoken(_ and: String) -> String {
        guard let first, let last, count > 1 else { return first.map(String.init) ?? "" }
        if last - first == count - 1, count > 2 { return "\(first)–\(last)" }
        let shown = count > 8 ? Array(prefix(8)).map(String.init) + ["…"] : dropLast().map(String.init)
        return shown.joined(separator: ", ") + (count > 8 ? "" : " \(and) \(last)")
    }
}
