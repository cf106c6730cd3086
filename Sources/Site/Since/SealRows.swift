import Meetings
import Theme

/// "Rättad 2 oktober 2020: fel belopp i att-sats 1"
struct CorrectionRow: TemplateContext {
    let date: String
    let dateText: String
    /// Nil where it would tell of something that the reader may not see.
    let reason: String?
    let isWithdrawal: Bool

    init(_ seal: MeetingSeal, _ words: Words) {
        (date, dateText, reason) = (seal.day.description, words.date(seal.day), seal.reason)
        isWithdrawal = seal.isWithdrawal
    }

    static let shapeName = "rättelse"
    static let fields: [Field<Self>] = [
        .text("datum") { $0.date }, .text("datumtext") { $0.dateText }, .text("skal") { $0.reason },
        .flag("aterkallad") { $0.isWithdrawal },
    ]
}

/// A paper that came, became another or was withdrawn after the kallelse was sealed.
struct LaterPaperRow: TemplateContext {
    /// Relative to the site's root.
    let file: String
    let title: String
    /// Nil for one that is gone.
    let address: String?
    let change: SealedPaper.Change
    /// Nil for one that is not sealed yet.
    let day: CalendarDate?
    let dayText: String?
    /// The changed passages, each with some words around it.
    var passages: [PassageRow] = []

    static let shapeName = "ändrad handling"
    static let fields: [Field<Self>] = [
        .text("titel") { $0.title },
        .text("lank") { $0.address },
        .flag("tillkommen") { $0.change == .added },
        .flag("ersatt") { $0.size != nil },
        .flag("utgangen") { $0.change == .withdrawn },
        .text("datum") { $0.day?.description },
        .text("datumtext") { $0.dayText },
        .text("tillagda_ord") { $0.words?.added },
        .text("strukna_ord") { $0.words?.removed },
        .flag("ett_tillagt") { $0.words?.added == "1" },
        .flag("ett_struket") { $0.words?.removed == "1" },
        .text("byte_fore") { $0.bytes?.before },
        .text("byte_efter") { $0.bytes?.after },
        .flag("har_stallen") { !$0.passages.isEmpty },
        .list("stallen") { $0.passages },
    ]
}

extension LaterPaperRow {
    private var size: SealedPaper.Size? {
        if case .replaced(let size) = change { size } else { nil }
    }

    private var words: (added: String, removed: String)? {
        guard case .words(let added, let removed)? = size else { return nil }
        return (String(added), String(removed))
    }

    private var bytes: (before: String, after: String)? {
        guard case .bytes(let before, let after)? = size else { return nil }
        return (LaterPaperRow.grouped(before), LaterPaperRow.grouped(after))
    }

    /// `84 312`
    private static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = String(digits.dropLast(3))
        }
        return ([digits[...]] + groups).joined(separator: "\u{A0}")
    }
}
