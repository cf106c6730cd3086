import CQPDF
import Glibc

/// Set before the first byte of somebody else's file is read.
enum Limits {
    static func set() {
        // Ends with klubba, whatever way that ends.
        _ = klubba_end_with_parent()
        let megabytes = getenv("KLUBBA_PDF_MEMORY").flatMap { rlim_t(String(cString: $0)) } ?? 2048
        limit(__rlimit_resource_t(RLIMIT_AS.rawValue), to: megabytes << 20)
        // A crash leaves no copy of its memory on the disk: the file may be a members' paper.
        limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)
    }

    private static func limit(_ resource: __rlimit_resource_t, to value: rlim_t) {
        var limit = rlimit(rlim_cur: value, rlim_max: value)
        setrlimit(resource, &limit)
    }
}
