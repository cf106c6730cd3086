import Meetings

/// The canonical texts that a paper's pages have between their marks. It says the same as the theme's templates; a test
/// holds the two against each other.
struct PublishedTexts {
    private var texts: [(part: String, text: CanonicalText, visibility: Visibility)] = []
    private let meeting: MeetingID
    /// Matters whose proposals are decisions of the record.
    private(set) var adopted: [Int] = []
}

extension PublishedTexts {
    /// An ärende's title and text; nothing of a secret one.
    static func texts(of matter: Matter) -> [(String, CanonicalText)] {
        var pieces = [CanonicalText(matter.before)]
        if let proposal = matter.proposal {
            if let lead = proposal.lead { pieces.append(CanonicalText(lead)) }
            for clause in proposal.clauses { pieces.append(text(of: clause)) }
            pieces.append(CanonicalText(proposal.remainder))
        }
        pieces.append(CanonicalText(matter.after))
        return [("titel", CanonicalText(plain: matter.title)), ("text", CanonicalText(joining: pieces))]
    }

    static func parts(
        _ texts: [(String, CanonicalText)], at address: String, _ visibility: Visibility
    ) -> [PublishedPart] {
        guard visibility != .secret else { return [] }
        return texts.filter { !$0.1.isEmpty }.map { part, text in
            PublishedPart(address: address, part: part, digest: text.digest, visibility: visibility.rawValue)
        }
    }

    private static func text(of clause: DecisionClause) -> CanonicalText {
        let text = CanonicalText(clause.prose)
        return clause.hasAtt ? CanonicalText(joining: [CanonicalText(plain: "att"), text]) : text
    }
}

extension PublishedTexts {
    /// A record's §§, each on the record's page and on its extract.
    init(_ minutes: Minutes, matters: [Matter], entryMatters: [[Int]]) {
        meeting = minutes.meeting
        let preamble = CanonicalText(minutes.preamble)
        texts.append(("text", preamble, .public))
        for (index, entry) in minutes.entries.enumerated() {
            let own = index < entryMatters.count ? entryMatters[index] : []
            var pieces = own.isEmpty ? [CanonicalText(plain: entry.heading)] : []
            pieces.append(CanonicalText(entry.text))
            if let decision = entry.decision { pieces += decided(decision, own, matters) }
            for section in entry.sections {
                pieces += [CanonicalText(plain: section.heading), CanonicalText(section.text)]
            }
            let visibility = own.reduce(Visibility.public) { $0.stricter(matters[$1].writtenVisibility) }
            texts.append(("p-\(entry.number)", CanonicalText(joining: pieces), visibility))
        }
    }

    private mutating func decided(_ decision: Decision, _ own: [Int], _ matters: [Matter]) -> [CanonicalText] {
        guard let outcome = decision.written else { return [] }
        var pieces = [CanonicalText(plain: outcome)]
        var clauses = decision.clauses
        for matter in own where decision.isProposal {
            guard let proposal = matters[matter].proposal else { continue }
            clauses += proposal.clauses
            if !adopted.contains(matter) { adopted.append(matter) }
        }
        // Sentences stand in the text, and what the page makes of them beside it is no part of what is sealed.
        if decision.source == .sentence { return [] }
        for clause in clauses {
            pieces.append(PublishedTexts.text(of: clause))
            if let own = decision.clauseOutcomes[clause.number] { pieces.append(CanonicalText(plain: own.written)) }
        }
        return pieces
    }

    func parts(_ visibility: Visibility) -> [PublishedPart] {
        texts.filter { !$0.text.isEmpty && $0.visibility.stricter(visibility) != .secret }.flatMap { item in
            let page = "moten/\(meeting.slug)/protokoll/"
            let addresses = item.part == "text" ? [page] : [page, page + item.part.dropFirst(2) + "/"]
            return addresses.map { address in
                PublishedPart(
                    address: address, part: item.part, digest: item.text.digest,
                    visibility: item.visibility.stricter(visibility).rawValue)
            }
        }
    }
}
