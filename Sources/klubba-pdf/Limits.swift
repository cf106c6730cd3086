import CQPDF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Set before the first byte of somebody else's file is read.
enum Limits {
    static func set() {
        // Ends with klubba, whatever way that ends.
        _ = klubba_end_with_parent()
        let megabytes = getenv("KLUBBA_PDF_MEMORY").flatMap { rlim_t(String(cString: $0)) } ?? 2048
        #if canImport(Glibc)
            let resources = [RLIMIT_AS, RLIMIT_CORE].map { __rlimit_resource_t($0.rawValue) }
        #else
            let resources = [RLIMIT_AS, RLIMIT_CORE]
        #endif
        // A crash leaves no copy of its memory on the disk: the file may be a members' paper.
        for (resource, value) in zip(resources, [megabytes << 20, 0]) {
            var limit = rlimit(rlim_cur: value, rlim_max: value)
            setrlimit(resource, &limit)
        }
    }
}
