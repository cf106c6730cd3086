/// When to build anew: a burst of changes is one build, and there is one at a time. Times in milliseconds.
struct Rhythm {
    /// After the last change of a burst. An editor that writes a new file and renames it is done in less.
    var quiet = 15
    /// After the first, when the changes do not stop.
    var longest = 300
    private var first: Int?
    private var last = 0
    private var isBuilding = false

    init() {}
}

extension Rhythm {
    mutating func note(at now: Int) {
        first = first ?? now
        last = now
    }

    /// When the next build is due; nil when nothing has changed or a build is going on.
    var due: Int? {
        guard let first, !isBuilding else { return nil }
        return min(last + quiet, first + longest)
    }

    /// True when a build is to begin now; what changes from now on is for the one after it.
    mutating func begins(at now: Int) -> Bool {
        guard let due, due <= now else { return false }
        (first, isBuilding) = (nil, true)
        return true
    }

    mutating func finish() { isBuilding = false }
}
