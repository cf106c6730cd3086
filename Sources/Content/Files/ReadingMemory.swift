import Diagnostics
import Meetings
import Synchronization

/// What was read of each ärende, meeting and record, for one who reads the same site again and again: a preview reads
/// them anew when a file of theirs has changed. What hangs on more than their own files is worked out anew each time.
public final class ReadingMemory: Sendable {
    let matters = Shelf<MatterSource>()
    let meetings = Shelf<MeetingSource>()
    let records = Shelf<MinutesSource>()

    public init() {}
}

/// Something as it was read, and what was wrong with it.
struct Reading<Source: Sendable>: Sendable {
    let source: Source?
    let diagnostics: [Diagnostic]
}

extension ReadingMemory {
    /// What is remembered of one kind.
    final class Shelf<Source: Sendable>: Sendable {
        private let state = Mutex((last: [Key: Reading<Source>](), current: [Key: Reading<Source>]()))
    }

    /// All that a reading depends on.
    struct Key: Hashable {
        /// The text, and the papers beside it.
        let files: [FoundFile]
        let folder: String?
        let stamps: [FileStamp]
        let clock: CalendarDate
        let bodies: [Body]
    }

    /// Begins a new reading of the site: what is not asked for in it is forgotten with the next.
    func begin() {
        matters.begin()
        meetings.begin()
        records.begin()
    }
}

extension ReadingMemory.Shelf {
    fileprivate func begin() {
        state.withLock { state in
            state.last = state.current
            state.current = [:]
        }
    }

    /// What is remembered of these files, else what `read` finds.
    func reading(
        of files: [FoundFile], in folder: String? = nil, clock: CalendarDate, bodies: [Body], disk: FileSystem,
        read: () -> Reading<Source>
    ) -> Reading<Source> {
        let now = FileStamp.now
        let stamps = files.compactMap { disk.stamp($0.location) }
        // A file changed a moment ago can change again without its time showing it; and one that is gone has none.
        guard stamps.count == files.count, stamps.allSatisfy({ $0.changed < now - FileStamp.doubt }) else {
            return read()
        }
        let key = ReadingMemory.Key(files: files, folder: folder, stamps: stamps, clock: clock, bodies: bodies)
        let known = state.withLock { $0.last[key] }
        let reading = known ?? read()
        state.withLock { $0.current[key] = reading }
        return reading
    }
}
