import Meetings

/// Reads a form's passages in their order into questions, fields and answers.
struct FormReader {
    private let passages: [Passage]
    private let clock: CalendarDate
    private var form = ApplicationForm()
    /// The question or field whose answer comes next.
    private var open: ApplicationLabel?
    private var openName = ""
    private var openLine = 0
    /// True for a field that has no answer yet and takes the next line.
    private var isWaiting = false
    private var waitingLabel: ApplicationLabel?
    private var signature = PartialSignature()

    private init(_ passages: [Passage], clock: CalendarDate) { (self.passages, self.clock) = (passages, clock) }
}

/// A signature while its fields are read.
private struct PartialSignature {
    var role: String?
    var organisation: String?
    var date: CalendarDate?
    var signed: String?
    var clarified: String?
    var line = 0
}

extension FormReader {
    static func read(_ passages: [Passage], clock: CalendarDate) -> ApplicationForm {
        var reader = FormReader(passages, clock: clock)
        reader.form.isMarkdown = passages.first?.isMarkdown ?? false
        // Guessed headings ("Planerad Insatstid", "Arbetsgivaransvar") are parts of the form too.
        let marked = HeadingFinder.mark(passages, inForm: true)
        for (index, passage) in passages.enumerated() where index < marked.count {
            reader.read(passage, isHeading: marked[index].isHeading)
        }
        reader.closeField()
        reader.closeSignature()
        return reader.form
    }

    private mutating func read(_ passage: Passage, isHeading: Bool) {
        guard let line = FormLine(passage) else {
            if isWaiting, answersField(passage) { return }
            closeField()
            if isHeading || passage.isHeading {
                ask(SectionName.bareTitle(passage.plain).trimmingColon, nil, passage.line)
            } else {
                answer(passage)
            }
            return
        }
        closeField()
        if let label = line.label, label.isShort || (!line.value.isEmpty && !line.isQuestion) {
            openField(line, label, passage)
        } else if line.label == .signature {
            closeSignature()
            ask(line.name.trimmingColon, .signature, passage.line)
        } else {
            ask(line.name.trimmingColon, line.label, passage.line)
            guard !line.value.isEmpty else { return }
            var rest = passage
            rest.text = line.value
            answer(rest)
        }
    }

    private mutating func ask(_ question: String, _ label: ApplicationLabel?, _ line: Int) {
        form.parts.append(.question(question, line: line))
        (open, openName, openLine) = (label, question, line)
    }

    private mutating func answer(_ passage: Passage) {
        form.parts.append(.text(passage))
        guard let label = open else { return }
        let plain = MarkdownText.plain(passage.text).singleSpaced
        set(label, plain, passage.line)
    }
}

extension FormReader {
    private mutating func openField(_ line: FormLine, _ label: ApplicationLabel, _ passage: Passage) {
        // A field under a question such as "Insatsägare (*)" belongs to it.
        (openName, openLine, isWaiting) = (line.name.trimmingColon, passage.line, false)
        let field = label
        if line.value.isEmpty {
            isWaiting = true
            waitingLabel = field
            return
        }
        finish(field, MarkdownText.plain(line.value))
    }

    private mutating func answersField(_ passage: Passage) -> Bool {
        let plain = passage.plain.singleSpaced
        guard passage.kind == .text, plain.utf8.count <= 200, let label = waitingLabel else { return false }
        // A signature's empty line has no answer; the next thing is another's.
        if label.isSignatures, label != .organisationAndDate, label != .clarifiedName, label != .signatureName {
            return false
        }
        if label == .clarifiedName || label == .signatureName, !PersonName.isOne(plain) { return false }
        finish(label, plain)
        return true
    }

    private mutating func finish(_ label: ApplicationLabel, _ value: String) {
        form.parts.append(.field(label: openName, value: value, line: openLine))
        isWaiting = false
        waitingLabel = nil
        set(label, value, openLine)
    }

    /// A field that nobody filled in.
    private mutating func closeField() {
        guard isWaiting else { return }
        form.parts.append(.field(label: openName, value: "", line: openLine))
        if let label = waitingLabel, label == .clarifiedName || label == .signatureName { noteRole() }
        isWaiting = false
        waitingLabel = nil
    }

    private mutating func set(_ label: ApplicationLabel, _ value: String, _ line: Int) {
        switch label {
        case .name: if form.name == nil { form.name = Found(value.unquoted, line: line) }
        case .owner:
            if form.owner == nil { form.owner = Found(organisations(value).joined(separator: ", "), line: line) }
        case .partners:
            let known = Set(form.partners.map(\.value))
            form.partners += organisations(value).flatMap { $0.commaParts }.filter { !known.contains($0) }
                .map { Found($0, line: line) }
        case .organisation:
            if open == .owner {
                if form.owner == nil { form.owner = Found(value, line: line) }
            } else if open == .partners {
                form.partners.append(Found(value, line: line))
            } else {
                signature.organisation = value
            }
        case .purpose: if form.purpose == nil { form.purpose = Found(value, line: line) }
        case .targetGroup: if form.targetGroup == nil { form.targetGroup = Found(value, line: line) }
        case .start: if form.start == nil { form.start = date(value, line) }
        case .end: if form.end == nil { form.end = date(value, line) }
        case .period:
            guard form.start == nil,
                let period = Period.all(in: value, clock: clock).first ?? Period(value, clock: clock)
            else { return }
            (form.start, form.end) = (Found(period.start, line: line), Found(period.end, line: line))
        case .budget:
            let amounts = Money.all(in: value)
            form.amounts += amounts.filter { !form.amounts.contains($0) }
            if form.budget == nil, let first = amounts.first { form.budget = Found(first.description, line: line) }
        case .organisationAndDate, .signatureDate, .signatureName, .clarifiedName: sign(label, value, line)
        case .role: if signature.clarified != nil || signature.signed != nil { signature.role = value }
        case .officer:
            if PersonName.isOne(value), !form.officers.contains(where: { $0.value == value }) {
                form.officers.append(Found(value, line: line))
            }
        case .signature, .email, .phone, .contact: break
        }
    }

    private func date(_ value: String, _ line: Int) -> Found<CalendarDate>? {
        DateMention.all(in: value, clock: clock).first.map { Found($0.date, line: line) }
    }

    /// "Organisation: A Organisation: B" and "A, B och C".
    private func organisations(_ value: String) -> [String] {
        guard value.contains("Organisation:") else { return [value] }
        return value.split(separator: "Organisation:").map { String($0).trimmed.trimmingComma }.filter { !$0.isEmpty }
    }
}

extension FormReader {
    private mutating func sign(_ label: ApplicationLabel, _ value: String, _ line: Int) {
        switch label {
        case .organisationAndDate:
            if signature.organisation != nil { closeSignature() }
            let mention = DateMention.all(in: value, clock: clock).last
            signature.date = mention?.date
            signature.line = line
            let bytes = Array(value.utf8)
            let name = mention.map { String(decoding: bytes[..<$0.range.lowerBound], as: UTF8.self) } ?? value
            signature.organisation = name.trimmed.trimmingComma
        case .signatureDate:
            signature.date = DateMention.all(in: value, clock: clock).last?.date ?? signature.date
        case .signatureName:
            if signature.signed != nil { closeSignature() }
            signature.signed = value
            noteRole()
        case .clarifiedName:
            if signature.clarified != nil { closeSignature() }
            signature.clarified = value
            signature.line = line
            noteRole()
        default: break
        }
    }

    /// "Insatsägare" of "Insatsägare (namnförtydligande)".
    private mutating func noteRole() {
        let role = openName.prefix { $0 != "(" }.trimmed
        let words = String(role).foldedWords
        if !words.isEmpty, !words.hasPrefix("namn"), words != "underskrift" { signature.role = String(role) }
    }

    private mutating func closeSignature() {
        defer { signature = PartialSignature() }
        guard let name = signature.clarified ?? signature.signed, !name.isEmpty else { return }
        let signed = SignatureBlock.Signature(
            name: name, role: signature.role, organisation: signature.organisation, date: signature.date,
            line: signature.line)
        let isRepeated = form.signatures.contains {
            $0.name.folded == name.folded && $0.organisation == signed.organisation
        }
        if !isRepeated { form.signatures.append(signed) }
    }
}

extension String {
    fileprivate var trimmingComma: String {
        var text = self[...]
        while let last = text.last, ",;:– ".contains(last) { text = text.dropLast() }
        return String(text)
    }

    fileprivate var unquoted: String {
        var text = self[...]
        while let first = text.first, "\"”“".contains(first) { text = text.dropFirst() }
        while let last = text.last, "\"”“".contains(last) { text = text.dropLast() }
        return String(text)
    }

    fileprivate var commaParts: [String] {
        replacing(" och ", with: ",").replacing(" samt ", with: ",").split { $0 == "," || $0 == ";" }
            .map { String($0).trimmed.trimmingStop }.filter { !$0.isEmpty }
    }
}
