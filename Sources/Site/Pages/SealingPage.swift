import Meetings
import Theme

/// `/forsegling/`: the log's public head, who vouches for it, and how anybody checks a page.
struct SealingPage: TemplateContext {
    let head: PublicHead
    let words: Words

    static let shapeName = "försegling"
    static let fields: [Field<Self>] = [
        .text("datum") { $0.head.day.description },
        .text("datumtext") { $0.words.date($0.head.day) },
        .text("antal") { String($0.head.size) },
        .text("rothash") { $0.head.root },
        .flag("har_intyg") { !$0.head.vouchers.isEmpty },
        .flag("ett_intyg") { $0.head.vouchers.count == 1 },
        .text("antal_intyg") { String($0.head.vouchers.count) },
        .list("intyg") { page in page.head.vouchers.map { VoucherRow(name: $0.name, day: $0.day, page.words) } },
        .flag("har_tidsstampel") { !$0.head.stamped.isEmpty },
        .text("tidsstampel") { $0.head.stamped.last?.description },
        .text("tidsstampeltext") { page in page.head.stamped.last.map { page.words.date($0) } },
        .list("nycklar") { page in page.head.keys.map { KeyRow(key: $0, page.words) } },
        .list("filer") { $0.files },
    ]
}

extension SealingPage {
    private var files: [NamedLink] {
        head.files.keys.sorted().map {
            NamedLink(text: String($0.dropFirst(Addresses.sealing.utf8.count)), address: $0)
        }
    }
}

/// Somebody who vouches for the head.
struct VoucherRow: TemplateContext {
    let name: String
    let date: String
    let dateText: String

    init(name: String, day: CalendarDate, _ words: Words) {
        (self.name, date, dateText) = (name, day.description, words.date(day))
    }

    static let shapeName = "intyg"
    static let fields: [Field<Self>] = [
        .text("namn") { $0.name }, .text("datum") { $0.date }, .text("datumtext") { $0.dateText },
    ]
}

/// A key that seals are signed with.
struct KeyRow: TemplateContext {
    let key: PublicHead.Key
    let from: String?
    let until: String?

    init(key: PublicHead.Key, _ words: Words) {
        self.key = key
        from = key.from.map { words.date($0) }
        until = key.until.map { words.date($0) }
    }

    static let shapeName = "nyckel"
    static let fields: [Field<Self>] = [
        .text("namn") { $0.key.name.isEmpty ? nil : $0.key.name },
        .text("roll") { $0.key.role.isEmpty ? nil : $0.key.role },
        .text("fran") { $0.from },
        .text("till") { $0.until },
        .text("nyckel") { $0.key.key },
        .text("forlorad") { $0.key.lost },
    ]
}
