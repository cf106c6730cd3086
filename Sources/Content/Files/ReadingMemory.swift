import Diagnostics
import Glibc
import Meetings
import Synchronization

/// What was read of each ärende, for one who reads the same site again and again: a preview reads an ärende anew when a
/// file of it has changed, and everything that hangs on more than its own files is worked out anew each time.
public final class ReadingMemory: Sendable {
    private let state = Mutex(State())

    public init() {}
}

/// An ärende as it was read, and what was wrong with it.
struct MatterMemory: Sendable {
    let source: MatterSource?
    let diagnostics: [Diagnostic]
}

extension ReadingMemory {
    private struct State {
        var last: [Key: MatterMemory] = [:]
        var current: [Key: MatterMemory] = [:]
    }

    /// All that the reading of an ärende depends on.
    struct Key: Hashable {
        let files: ContentTree.MatterFiles
        let stamps: [FileStamp]
        let clock: CalendarDate
        let bodies: [Body]
    }

    /// Begins a new reading of the site: what is not asked for in it is forgotten with the next.
    func begin() {
        state.withLock { state in
            state.last = state.current
            state.current = [:]
        }
    }

    /// What is remembered of an ärende, else what `read` finds.
    func matter(
        _ files: ContentTree.MatterFiles, clock: CalendarDate, bodies: [Body], disk: FileSystem,
        read: () -> MatterMemory
    ) -> MatterMemory {
        let now = FileStamp.now
        let stamps = ([files.text] + files.papers).compactMap { disk.stamp($0.location) }
        // A file changed a moment ago can change again without its time showing it; and one that is gone has none.
        guard stamps.count == files.papers.count + 1, stamps.allSatisfy({ $0.changed < now - FileStamp.doubt }) else {
            return read()
        }
        let key = Key(files: files, stamps: stamps, clock: clock, bodies: bodies)
        let known = state.withLock { $0.last[key] }
        let memory = known ?? read()
        state.withLock { $0.current[key] = memory }
        return memory
    }
}
