import Meetings

extension AgendaBuilder {
    /// The matters that the heading of a § names by their dnr, in its order: `2019:30, 2019:31`, "2019:30 och 2019:31
    /// Lokaler", "Budget (dnr 2019:30)". What follows a title is part of it.
    static func matters(ofParagraph heading: String, _ index: [String: MatterIndex]) -> [MatterIndex] {
        var found = listed(in: heading, index)
        guard found.isEmpty else { return found }
        if let one = matter(mentionedIn: heading, index) { return [one] }
        for part in DiaryNumberList.parts(of: heading) {
            if let matter = matter(mentionedIn: part, index), !found.contains(matter) { found.append(matter) }
        }
        return found
    }

    /// Those whose dnr a line lists from its beginning on.
    static func listed(in line: String, _ index: [String: MatterIndex]) -> [MatterIndex] {
        var found: [MatterIndex] = []
        // One matter may be named by a dnr that it had before.
        for matter in DiaryNumberList.keys(in: line, isKnown: { index[$0] != nil }).compactMap({ index[$0] })
        where !found.contains(matter) {
            found.append(matter)
        }
        return found
    }

    /// The dnr among the first of a heading that no matter has.
    static func unknownDiaryNumbers(inParagraph heading: String, _ index: [String: MatterIndex]) -> [String] {
        let parts = DiaryNumberList.parts(of: heading)
        guard parts.count > 1 else { return [] }
        // "se 2019:30" looks like a dnr, and has one.
        return parts.filter { DiaryNumber.looksLikeOne($0) && matters(mentionedIn: $0, index).isEmpty }
            .map { part in
                let words = part.split(separator: " ")
                let isLabelled = words.count > 1 && DiaryNumber.key(of: String(words[0])).hasPrefix("dnr")
                return isLabelled ? words.dropFirst().joined(separator: " ") : part
            }
    }
}
