import Diagnostics

/// The log as its file has it, and what is wrong with it as a chain.
public struct DecisionLog: Sendable {
    /// Relative to the site's root.
    public static let file = "content/beslutslogg.jsonl"

    /// The lines that can be read, in the file's order, each with the number of its line in the file.
    public let lines: [(line: LogLine, place: Int)]
    /// What they say.
    public let entries: [LogEntry]
    public let diagnostics: [Diagnostic]
    /// Of the file's last whole line, whatever it holds; `Digest.nothing` for an empty log.
    public let head: Digest
    /// Of every whole line.
    let digests: [Digest]
    /// The file's length up to the end of its last whole line.
    let wholeLength: Int

    public init(_ bytes: [UInt8] = []) {
        var reading = LogReading()
        reading.read(bytes)
        (lines, diagnostics, digests) = (reading.lines, reading.diagnostics, reading.digests)
        entries = reading.lines.map(\.line.entry)
        head = reading.digests.last ?? .nothing
        wholeLength = reading.wholeLength
    }
}

extension DecisionLog {
    public var isWhole: Bool { diagnostics.isEmpty }

    /// The line with a hash, from 1; nil when no line has it.
    public func place(of digest: Digest) -> Int? {
        if digest == .nothing { return 0 }
        return digests.firstIndex(of: digest).map { $0 + 1 }
    }

    /// The keys that lines are signed with, in the order of their first line.
    public var keys: [String] {
        var seen: Set<String> = []
        return entries.map(\.key).filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

/// Walks the lines once, and says of each what does not hold.
private struct LogReading {
    var lines: [(line: LogLine, place: Int)] = []
    var diagnostics: [Diagnostic] = []
    var digests: [Digest] = []
    var wholeLength = 0
    private var expected = 1
    private var placeOf: [Digest: Int] = [:]
    private var numbers: Set<Int> = []
    /// Of the line that the next number has to follow; nil after one that cannot be read or is missing.
    private var before: (digest: Digest, place: Int)? = (.nothing, 0)
    private var isSigned = false
    private var latest: LogTime?

    mutating func read(_ bytes: [UInt8]) {
        var parsed: [(line: LogLine?, digest: Digest)] = []
        var start = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            parsed.append((LogLine(reading: bytes[start..<end]), Digest(of: bytes[start...end])))
            start = end + 1
        }
        wholeLength = start
        digests = parsed.map(\.digest)
        let known = Set(parsed.compactMap { $0.line?.entry.number })
        for (index, item) in parsed.enumerated() { read(item.line, item.digest, index + 1, known) }
        if start < bytes.count { report(parsed.count + 1, .logLineTorn) }
    }

    private mutating func read(_ line: LogLine?, _ digest: Digest, _ place: Int, _ known: Set<Int>) {
        guard let line else {
            report(place, .logLineDamaged)
            (before, expected) = (nil, expected + 1)
            return
        }
        if let other = placeOf.updateValue(place, forKey: digest) {
            return report(place, .logChain(.repeated(other)))
        }
        let number = line.entry.number
        let isEdited = Digest(of: line.entry.signedBytes) != line.sum
        if isEdited { report(place, .logChain(.edited)) }
        checkSignature(of: line, place)
        if number == expected {
            if let before, before.digest != line.entry.previous {
                // The one before says itself what is wrong with it, where it was not made to look right.
                report(max(1, before.place), .logChain(before.place == 0 ? .beginning : .rewritten))
            }
            if let latest, line.entry.time < latest { report(place, .logChain(.timeRunsBackwards)) }
            // What follows an edited line cannot fit it, and that is told once.
            (before, expected) = (isEdited ? nil : (digest, place), number + 1)
        } else if numbers.contains(number) {
            report(place, .logChain(.numberTwice(number)))
        } else if number < expected {
            report(place, .logChain(.moved(number)))
        } else if (expected..<number).allSatisfy(known.contains) {
            report(place, .logChain(.moved(number)))
            (before, expected) = (nil, number + 1)
        } else {
            let lost = (expected..<number).filter { !known.contains($0) }
            report(place, .logChain(.removed(from: lost.first ?? expected, to: lost.last ?? expected)))
            (before, expected) = ((digest, place), number + 1)
        }
        latest = max(latest ?? line.entry.time, line.entry.time)
        numbers.insert(number)
        lines.append((line, place))
    }

    private mutating func checkSignature(of line: LogLine, _ place: Int) {
        if line.entry.key.isEmpty && line.signature.isEmpty {
            if isSigned { report(place, .logSignature(.missing)) }
            return
        }
        isSigned = true
        let key = PublicKey(line.entry.key)
        if key?.isSignature(line.signature, of: line.entry.signedBytes) != true { report(place, .logSignature(.wrong)) }
    }

    private mutating func report(_ line: Int, _ problem: Problem) {
        let diagnostic = Diagnostic(Place(DecisionLog.file, line: line), problem)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }
}
