import Content
import Meetings

/// Which lines of a document are the head or the foot that its pages repeat.
struct RunningHeads {
    let texts: [String]
    let lines: [SourceLine]
    let isNoise: [Bool]
    let isPageMark: [Bool]

    /// The indices of such lines, the first page's own head left out.
    func found() -> [Int] {
        var places: [String: [Int]] = [:]
        for index in texts.indices where !isNoise[index] && canRepeat(texts[index]) {
            places[texts[index].singleSpaced, default: []].append(index)
        }
        places = places.filter { $0.value.count > 1 }
        guard !places.isEmpty else { return [] }
        let repeated = Set(places.values.flatMap(\.self))
        let atEdge = pageEdges(repeated)
        var found: [Int] = []
        for (_, indices) in places {
            let later = indices.dropFirst()
            let edges = later.count { atEdge.contains($0) }
            let cutting = later.filter { cutsSentence($0, repeated) }
            guard edges * 2 > later.count || cutting.count * 2 > later.count else { continue }
            guard let first = indices.first, !isRunning(texts[first]) || indices.count * 4 >= pages * 3 else {
                continue
            }
            found += later
            if !isInHead(first), atEdge.contains(first) || cutsSentence(first, repeated) {
                found.append(first)
            }
        }
        return found.sorted()
    }

    /// A line of running words, such as an answer that is the same to two questions, is a head only where nearly every page
    /// has it.
    private func isRunning(_ text: String) -> Bool {
        text.words.count { $0.first?.isLowercase ?? false } >= 4
    }

    /// How many pages there are, by their marks.
    private var pages: Int {
        var count = 1
        var isAtMark = false
        for index in lines.indices {
            let isMark = isPageMark[index] || lines[index].startsPage
            if isMark && !isAtMark { count += 1 }
            if !texts[index].trimmed.isEmpty || isMark { isAtMark = isMark }
        }
        return count
    }

    /// A heading, a clause, a field or a § may well stand there many times.
    private func canRepeat(_ text: String) -> Bool {
        let trimmed = text.trimmed
        guard trimmed.utf8.count >= 4, trimmed.utf8.count <= 140, !trimmed.hasPrefix("§") else { return false }
        guard !SectionName.isKnown(trimmed), !ApplicationLabel.isOne(trimmed) else { return false }
        return AttMark.length(in: Array(trimmed.utf8)[...]) == nil && Bullet(trimmed) == nil && !trimmed.hasSuffix(".")
    }

    /// Repeated lines that stand beside a page mark, with nothing but other such lines between.
    private func pageEdges(_ repeated: Set<Int>) -> Set<Int> {
        var edges: Set<Int> = []
        func walk(_ start: Int, step: Int) {
            var index = start
            var steps = 0
            while lines.indices.contains(index), steps < 12 {
                let isOpen = isNoise[index] || texts[index].trimmed.isEmpty
                guard isOpen || repeated.contains(index) else { return }
                if repeated.contains(index) { edges.insert(index) }
                index += step
                steps += 1
            }
        }
        for index in lines.indices {
            if isPageMark[index] {
                if repeated.contains(index) { edges.insert(index) }
                walk(index + 1, step: 1)
                walk(index - 1, step: -1)
            }
            if lines[index].startsPage {
                walk(index, step: 1)
                walk(index - 1, step: -1)
            }
        }
        return edges
    }

    private func cutsSentence(_ index: Int, _ repeated: Set<Int>) -> Bool {
        var before = index - 1
        var after = index + 1
        var steps = 0
        let isOpen = { (place: Int) in isNoise[place] || texts[place].trimmed.isEmpty || repeated.contains(place) }
        while before >= 0, isOpen(before), steps < 12 { (before, steps) = (before - 1, steps + 1) }
        while after < texts.count, isOpen(after), steps < 24 { (after, steps) = (after + 1, steps + 1) }
        guard before >= 0, after < texts.count, texts[after].startsWithSmallLetter else { return false }
        guard AttMark.length(in: Array(texts[after].utf8)[...]) == nil else { return false }
        return texts[before].utf8.count > 40 && !SentenceEnd.isAt(texts[before])
    }

    /// The first page's head is where the facts are.
    private func isInHead(_ index: Int) -> Bool {
        var count = 0
        for text in texts[..<index] where !text.trimmed.isEmpty {
            count += 1
            if count > 12 { return false }
        }
        return true
    }
}
