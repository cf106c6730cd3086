/// Whom letters go to: `content/adresser.yml`, which is never published.
public struct AddressBook: Hashable, Sendable {
    /// Who sends the letters.
    public var sender: Mailbox?
    /// Members and substitutes, by name as the register of klubba.yml has them.
    public var members: [Correspondent] = []
    /// Others who get each kallelse and may see what members see.
    public var alsoCalled: [Correspondent] = []
    /// Those that decisions are sent to, by the words of "Beslutet skickas till".
    public var recipients: [Correspondent] = []
    /// Where the text of a notice goes.
    public var notices: [MailAddress] = []

    public init() {}
}

/// Somebody in the address book.
public struct Correspondent: Hashable, Sendable {
    public let name: String
    public var addresses: [MailAddress]
    /// `ingen`: gets no letter, and is not missed.
    public var isPassedOver = false
    /// The bodies whose kallelser somebody gets; empty for all.
    public var bodies: [BodyCode] = []
    /// What they may see.
    public var reads = Audience.public
    /// Where it stands.
    public let line: Int
    public let column: Int

    public init(name: String, addresses: [MailAddress], line: Int, column: Int) {
        (self.name, self.addresses, self.line, self.column) = (name, addresses, line, column)
    }
}

extension Correspondent {
    public var mailboxes: [Mailbox] { addresses.map { Mailbox(name: name, address: $0) } }
}

extension AddressBook {
    /// The recipient that a record names; nil for one that the book lacks.
    public func recipient(named written: String) -> Correspondent? {
        let key = Self.key(of: written)
        return recipients.first { Self.key(of: $0.name) == key }
    }

    public func member(named written: String) -> Correspondent? {
        let key = PersonName.key(of: written)
        return members.first { PersonName.key(of: $0.name) == key }
    }

    /// Without case, diacritics and what closes a line of a list.
    private static func key(of written: String) -> [UInt8] {
        var key = Spelling.fold(written)[...]
        while let last = key.last, " .,;:".utf8.contains(last) { key.removeLast() }
        while key.first == UInt8(ascii: " ") { key.removeFirst() }
        return Array(key)
    }
}
