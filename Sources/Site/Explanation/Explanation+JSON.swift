import Diagnostics
import Meetings

extension Explanation {
    /// The same for programs: one object, with keys as FORMAT writes them.
    public func json(in language: MessageLanguage) -> String {
        var page: [UInt8] = []
        var json = JSONWriter()
        json.object(&page) { json, page in
            json.key("file", &page)
            json.text(file, &page)
            json.key("kind", &page)
            json.text(kind, &page)
            json.member("titel", title, &page)
            json.key("huvud", &page)
            json.array(&page) { json, page in
                for key in head.keys {
                    json.object(&page) { json, page in
                        json.line(key.line, &page)
                        json.member("nyckel", key.name, &page)
                        json.key("värde", &page)
                        json.text(key.value, &page)
                    }
                }
            }
            json.member("synlighet", readers, &page)
            json.texts("adresser", addresses, &page)
            if let proposal { add(proposal, &json, &page) }
            addMeetings(&json, &page)
            json.key("bilagor", &page)
            json.array(&page) { json, page in
                for attachment in attachments {
                    json.object(&page) { json, page in
                        json.member("titel", attachment.title, &page)
                        json.member("fil", attachment.file, &page)
                        json.member("synlighet", attachment.readers, &page)
                    }
                }
            }
            json.texts("dagordning", agenda, &page)
            json.key("paragrafer", &page)
            json.array(&page) { json, page in for paragraph in paragraphs { add(paragraph, &json, &page) } }
            json.key("betydelselösa", &page)
            json.array(&page) { json, page in
                for line in meaningless {
                    json.object(&page) { json, page in
                        json.line(line.number, &page)
                        json.member("text", line.text, &page)
                    }
                }
            }
            json.texts("meddelanden", diagnostics.map { $0.line(in: language) }, &page)
        }
        return String(decoding: page, as: UTF8.self)
    }

    private func add(_ proposal: Proposal, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.key("forslag", &page)
        json.object(&page) { json, page in
            json.member("ingress", proposal.leadText, &page)
            json.key("clauses", &page)
            json.array(&page) { json, page in
                for clause in proposal.clauses {
                    json.object(&page) { json, page in
                        json.line(clause.line, &page)
                        json.key("nummer", &page)
                        json.number(clause.number, &page)
                        json.member("text", clause.text, &page)
                        json.key("belopp", &page)
                        json.array(&page) { json, page in
                            for amount in clause.amounts { json.number(amount.kronor, &page) }
                        }
                        json.key("perioder", &page)
                        json.array(&page) { json, page in
                            for period in clause.periods {
                                json.array(&page) { json, page in
                                    json.text(period.start.description, &page)
                                    json.text(period.end.description, &page)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func addMeetings(_ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.key("moten", &page)
        json.array(&page) { json, page in
            for meeting in meetings {
                json.object(&page) { json, page in
                    json.member("mote", meeting.id.slug, &page)
                    json.member("nummer", meeting.number, &page)
                    json.key("beslut", &page)
                    json.array(&page) { json, page in for decision in meeting.decisions { add(decision, &json, &page) }
                    }
                }
            }
        }
    }

    private func add(_ paragraph: Paragraph, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.object(&page) { json, page in
            json.line(paragraph.line, &page)
            json.key("nummer", &page)
            json.number(paragraph.number, &page)
            json.member("rubrik", paragraph.heading, &page)
            if !paragraph.matters.isEmpty { json.texts("arenden", paragraph.matters, &page) }
            json.member("beslut", paragraph.decision, &page)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func line(_ number: Int, _ page: inout [UInt8]) {
        key("rad", &page)
        self.number(number, &page)
    }

    fileprivate mutating func texts(_ name: StaticString, _ texts: [String], _ page: inout [UInt8]) {
        key(name, &page)
        array(&page) { json, page in for text in texts { json.text(text, &page) } }
    }
}
