import Diagnostics

extension PacketMark {
    /// A few words for a table's cell.
    public func text(in language: MessageLanguage) -> String {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }

    private var swedish: String {
        switch self {
        case .start: "filens början"
        case .plan: "planen"
        case .divider(let words): "försättsblad: \(words)"
        case .bookmark(let title): "bokmärke: \(title)"
        case .listed(let entry): "står i listan: \(entry)"
        case .restart(let total): "sidnumren börjar om: 1\(total.map { " (\($0))" } ?? "")"
        case .letterhead(let kind): "brevhuvud: \(kind)"
        case .diaryNumber(let dnr): "nytt dnr: \(dnr)"
        case .attachment(let number): "Bilaga \(number) överst"
        case .ended(let page, let total): "handlingen före är slut: \(page) (\(total))"
        case .pageSize: "annat sidformat"
        case .letterSize: "annan storlek på texten"
        case .after(let kind): "efter \(kind.rawValue)"
        }
    }

    private var english: String {
        switch self {
        case .start: "the file begins"
        case .plan: "the plan"
        case .divider(let words): "divider: \(words)"
        case .bookmark(let title): "bookmark: \(title)"
        case .listed(let entry): "in the list: \(entry)"
        case .restart(let total): "page numbers begin again: 1\(total.map { " (\($0))" } ?? "")"
        case .letterhead(let kind): "letterhead: \(kind)"
        case .diaryNumber(let dnr): "new dnr: \(dnr)"
        case .attachment(let number): "Bilaga \(number) at the top"
        case .ended(let page, let total): "the paper before has ended: \(page) (\(total))"
        case .pageSize: "another page size"
        case .letterSize: "another size of the text"
        case .after(let kind): "after \(kind.rawValue)"
        }
    }
}

extension [PacketMark] {
    /// Each by itself, in one line.
    public func text(in language: MessageLanguage, separator: String = "; ") -> String {
        map { $0.text(in: language) }.joined(separator: separator)
    }
}
