import Content
import Diagnostics
import Publishing
import Register

/// What a person must look at before publishing, and what has been looked at.
struct ReviewList {
    private let unread: [Diagnostic]
    private let findings: [Diagnostic]
    private let others: [Diagnostic]
    private let done: [ReviewLine]
    private let language: MessageLanguage
    let organisation: String
    let day: String
}

/// A heading, what to do below it, and what stands there.
struct ReviewPart {
    let title: String
    let advice: String
    let items: [Item]

    struct Item {
        let text: String
        /// What is written in a terminal when it has been looked at; nil where there is nothing to write.
        var command: String?
    }
}

extension ReviewList {
    init(_ site: LoadedSite) {
        let own = site.diagnostics
        func with(_ codes: String...) -> [Diagnostic] { own.filter { codes.contains($0.problem.code) } }
        unread = with("K260", "K261", "K262", "K263")
        findings = with("K090")
        others = with("K091", "K092")
        done = site.whole.reviewed
        language = site.language
        organisation = site.register.profile.organisation
        day = site.register.today.description
    }

    /// Nothing that stops or is left out waits for anybody.
    var isEmpty: Bool { unread.isEmpty && findings.isEmpty }

    var parts: [ReviewPart] {
        [
            ReviewPart(
                title: "Filer som ingen har kunnat läsa",
                advice:
                    "De publiceras inte förrän någon har läst dem. Öppna filen, läs den till slut och se efter att den inte visar mer än den får. Är den rätt, skriv raden under den med ditt namn.",
                items: unread.map { item($0, "") }),
            ReviewPart(
                title: "Personnummer",
                advice:
                    "De stoppar publiceringen. Ta bort numret ur filen, eller göm filen med synlighet: ledamöter. Bara om det inte är något personnummer, utan till exempel ett OCR-nummer, skriver du raden under det.",
                items: findings.map { item($0, spot($0).map { " --none \(quoted($0))" }) }),
            ReviewPart(
                title: "E-post och telefon",
                advice: "De stoppar inget. Se efter att var och en får synas.", items: others.map { item($0, nil) }),
            ReviewPart(title: "Granskat", advice: "", items: done.map { ReviewPart.Item(text: line($0)) }),
        ]
    }

    /// - Parameter options: of the command that says that it has been looked at; nil for none.
    private func item(_ diagnostic: Diagnostic, _ options: String?) -> ReviewPart.Item {
        let place = diagnostic.place
        let text = "\(place.file):\(place.line):\(place.column): \(diagnostic.problem.text(in: language))"
        guard let options, place.file.hasPrefix("content/"), !place.file.hasSuffix(Reviews.path) else {
            return ReviewPart.Item(text: text)
        }
        return ReviewPart.Item(
            text: text, command: "klubba review \(quoted(place.file)) --name \"Ditt namn\"\(options)")
    }

    /// Where in its file a number stands, as a review names it; nil for one that comes about in what is made of the file.
    private func spot(_ diagnostic: Diagnostic) -> String? {
        switch diagnostic.problem {
        case .identityNumber(address: nil, part: .page(let page)?): "sida \(page)"
        case .identityNumber(address: nil, part: .part(let name)?): "del \(name)"
        case .identityNumber(address: nil, part: nil): "\(diagnostic.place.line):\(diagnostic.place.column)"
        default: nil
        }
    }

    /// As a shell takes it for one word.
    private func quoted(_ text: String) -> String {
        let isPlain = !text.contains { "\"$`\\!".contains($0) }
        return isPlain ? "\"\(text)\"" : "'\(text.replacing("'", with: "'\\''"))'"
    }

    private func line(_ review: ReviewLine) -> String {
        let matter =
            switch review.matter {
            case .read: "läst"
            case .noNumber(let spot): "\(spot) är inget personnummer"
            }
        return "\(review.file): \(matter), \(review.day), \(review.name) (sha256 \(review.hash.prefix(16))…)"
    }
}
