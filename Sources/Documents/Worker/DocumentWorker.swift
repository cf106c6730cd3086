import System

/// Where a copy without traces goes, and of which kinds of files it is made.
public struct CopyOrder: Sendable {
    public let target: String
    public let rules: TraceRules

    public init(target: String, rules: TraceRules) { (self.target, self.rules) = (target, rules) }
}

/// A process of its own for each file that may be hostile: a crash, a hang or a bomb is its own, and says only that
/// the file could not be read. It is klubba's own program, started anew with the word below.
public enum DocumentWorker {
    public static let word = "--read-document"
    /// Changed when files are read in another way.
    public static let version = 7
    /// Larger files are for a person to look at.
    public static let mostBytes = 256 << 20
    private static let seconds = 300
    /// Bytes.
    private static let memory = 4 << 30

    /// What a process that was started with the word does; nil for any other.
    public static func answer(to arguments: [String]) -> String? {
        guard arguments.count == 6 + DocumentTools.places.count, arguments[0] == word,
            let tools = DocumentTools(words: arguments[6...])
        else {
            return nil
        }
        ProcessLimits.set(memory: memory, seconds: seconds)
        let order = CopyOrder(target: arguments[3], rules: TraceRules(words: arguments[4]))
        return text(
            of: read(
                arguments[1], name: arguments[2], tools: tools, copy: order.target.isEmpty ? nil : order,
                text: arguments[5].isEmpty ? nil : arguments[5]))
    }

    /// In this process.
    ///
    /// - Parameters:
    ///   - copy: where a copy without traces goes, if the file has any.
    ///   - text: where goes what the published file says, page by page with a form feed between.
    public static func read(
        _ location: String, name: String, tools: DocumentTools, copy: CopyOrder? = nil, text: String? = nil
    ) -> DocumentReport {
        var report = DocumentReport()
        // A link that was put in the file's place since it was found leads nowhere.
        let bytes: [UInt8]
        do throws(FileRefusal) {
            bytes = try FileBytes.read(location, limit: mostBytes, links: .refused)
        } catch {
            report.unread =
                switch error {
                case .system(let refused): .unreadable(refused.reason)
                case .notAFile: .unknown
                case .tooLarge: .tooLarge
                }
            return report
        }
        // Other programs open a PDF by themselves: they get the bytes that were read.
        guard case .pdf = FileKind(bytes), let folder = try? TemporaryFolder(),
            (try? folder.write(bytes, to: "fil")) != nil
        else { return read(bytes, at: location, name: name, tools: tools, copy: copy, text: text) }
        return read(bytes, at: folder.path + "/fil", name: name, tools: tools, copy: copy, text: text)
    }

    private static func read(
        _ bytes: [UInt8], at location: String, name: String, tools: DocumentTools, copy: CopyOrder?, text: String?
    ) -> DocumentReport {
        let reader = DocumentReader.readWhole(bytes, location: location, name: name, tools: tools)
        var report = reader.report
        write(reader.shown, to: text, &report)
        // What could not be read is cleaned as well: it is published once a person has looked at it.
        guard let copy, report.unread != .locked else { return report }
        switch TraceCleaning.clean(bytes, location: location, rules: copy.rules, tools: tools) {
        case .nothingToDo: return report
        case .kept(.hides(let what)):
            report.unread = report.unread ?? .hides(what)
            return report
        case .kept(let fault):
            report.traces = fault
            return report
        case .copy(let cleaned):
            do throws(SystemError) { try FileBytes.replace(copy.target, with: cleaned) } catch {
                // Its traces can be taken away, only not now: it is not published with them.
                report.unread = .unreadable(error.reason.of(error.path))
                return report
            }
            let reader = DocumentReader.readWhole(cleaned, location: copy.target, name: name, tools: tools)
            var own = reader.report
            write(reader.shown, to: text, &own)
            let left = Set(own.findings.map(\.kind))
            own.gone = report.findings.filter { $0.number != nil && !left.contains($0.kind) }
            own.hasCopy = true
            (own.signatures, own.hasUnreadSignatures) = (report.signatures, report.hasUnreadSignatures)
            return own
        }
    }

    /// Without what a file says the search would not find it, and nobody would know why.
    private static func write(_ pages: [[UInt8]], to target: String?, _ report: inout DocumentReport) {
        guard let target, let text = ShownText.file(pages) else { return }
        do throws(SystemError) {
            try FileBytes.replace(target, with: text)
            report.hasText = true
        } catch {
            report.unread = .unreadable(error.reason.of(error.path))
        }
    }

    /// In one of its own.
    public static func read(
        _ location: String, name: String, tools: DocumentTools, copy: CopyOrder? = nil, text: String? = nil,
        program: String
    ) -> DocumentReport {
        let arguments =
            [word, location, name, copy?.target ?? "", copy?.rules.words ?? "000", text ?? ""] + tools.words
        var failed = DocumentReport()
        do throws(SystemError) {
            let ending = try ChildProcess.run(
                program, arguments, seconds: seconds, confinement: Confinement(memory: memory))
            if ending.status == 0, let report = report(of: ending.text) { return report }
            // A process that the file brought down was ended by a signal; one that ends by itself never came to the file.
            failed.unread =
                ending.status.map { Unread.unreadable(SystemReason(endedBy: "klubba \(word)", status: $0)) }
                ?? .tooHeavy
        } catch {
            failed.unread = .unreadable(error.reason.of(error.path))
        }
        return failed
    }
}

// MARK: - What the processes say to each other

extension DocumentWorker {
    /// A line a finding, `personnummer	8112189876	sida	3`, and at last `klar`, with why it is not read before it.
    public static func text(of report: DocumentReport) -> String {
        let marked = report.findings.map { (finding: $0, isGone: false) } + report.gone.map { ($0, true) }
        var lines = marked.map { finding, isGone -> [String] in
            let kind: [String] =
                switch finding.kind {
                case .identityNumber(let number): [isGone ? "borta" : "personnummer", "\(number.digits)"]
                case .email: ["e-post", ""]
                case .phone: ["telefon", ""]
                }
            let place: [String] =
                switch finding.place {
                case .line(let line, let column): ["rad", "\(line)", "\(column)"]
                case .page(let page): ["sida", "\(page)"]
                case .part(let name): ["del", name.oneLine]
                }
            return kind + place
        }
        lines += report.signatures.map(\.words)
        if report.hasUnreadSignatures { lines.append(["underskrifter", "program"]) }
        if let unread = report.unread { lines.append(words(of: unread)) }
        if report.hasCopy { lines.append(["kopia"]) }
        if report.hasText { lines.append(["text"]) }
        switch report.traces {
        case .toolMissing: lines.append(["spår", "program"])
        case .notCleaned, .hides: lines.append(["spår", "kvar"])
        case nil: break
        }
        lines.append(["klar"])
        return lines.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    }

    private static func words(of unread: Unread) -> [String] {
        switch unread {
        case .locked: ["oläst", "låst"]
        case .scanned(let page): ["oläst", "skannad", "\(page)"]
        case .signsWithoutLetters: ["oläst", "tecken"]
        case .unknown: ["oläst", "okänd"]
        case .tooLarge: ["oläst", "stor"]
        case .damaged: ["oläst", "skadad"]
        case .part(let name): ["oläst", "del", name.oneLine]
        case .toolMissing(let package): ["oläst", "program", package]
        case .hides(let what): ["oläst", "döljer", what.oneLine]
        case .tooHeavy: ["oläst", "tung"]
        case .unreadable(let reason): ["oläst", "system", reason.swedish.oneLine, reason.english.oneLine]
        }
    }

    /// Nil for what was cut off.
    public static func report(of text: String) -> DocumentReport? {
        var report = DocumentReport()
        var isWhole = false
        for line in text.split(separator: "\n") {
            let words = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            switch (words[0], words.count) {
            case ("klar", 1): isWhole = true
            case ("oläst", 2...): report.unread = unread(words)
            case ("underskrift", 5):
                guard let signature = DocumentSignature(words: words) else { return nil }
                report.signatures.append(signature)
            case ("underskrifter", 2): report.hasUnreadSignatures = true
            case ("kopia", 1): report.hasCopy = true
            case ("text", 1): report.hasText = true
            case ("spår", 2): report.traces = words[1] == "program" ? .toolMissing : .notCleaned
            case ("borta", 4...):
                guard let digits = UInt64(words[1]), let place = place(words[2...]) else { return nil }
                report.gone.append(
                    DocumentReport.Finding(kind: .identityNumber(IdentityNumber(digits: digits)), place: place))
            case (_, 4...):
                guard let kind = kind(words), let place = place(words[2...]) else { return nil }
                report.findings.append(DocumentReport.Finding(kind: kind, place: place))
            default: return nil
            }
        }
        return isWhole ? report : nil
    }

    private static func kind(_ words: [String]) -> PersonalDataMark.Kind? {
        switch words[0] {
        case "personnummer": UInt64(words[1]).map { .identityNumber(IdentityNumber(digits: $0)) }
        case "e-post": .email
        case "telefon": .phone
        default: nil
        }
    }

    private static func place(_ words: ArraySlice<String>) -> DocumentPlace? {
        let words = Array(words)
        switch (words[0], words.count) {
        case ("rad", 3): return Int(words[1]).flatMap { line in Int(words[2]).map { .line(line, column: $0) } }
        case ("sida", 2): return Int(words[1]).map { .page($0) }
        case ("del", 2): return .part(words[1])
        default: return nil
        }
    }

    private static func unread(_ words: [String]) -> Unread {
        switch (words[1], words.count) {
        case ("låst", _): .locked
        case ("skannad", 3): .scanned(page: Int(words[2]) ?? 1)
        case ("tecken", _): .signsWithoutLetters
        case ("stor", _): .tooLarge
        case ("skadad", _): .damaged
        case ("del", 3): .part(words[2])
        case ("program", 3): .toolMissing(words[2])
        case ("döljer", 3): .hides(words[2])
        case ("tung", _): .tooHeavy
        case ("system", 4): .unreadable(SystemReason(swedish: words[2], english: words[3]))
        default: .unknown
        }
    }
}

extension String {
    fileprivate var oneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(200)))
    }
}
