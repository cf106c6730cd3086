#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How much a process may take before the system ends it.
package enum ProcessLimits {
    /// For this process, from now on, and for those that it starts. No core is left of one that dies.
    ///
    /// - Parameters:
    ///   - memory: bytes of address space.
    ///   - seconds: of the processor's time.
    package static func set(memory: Int, seconds: Int) {
        #if canImport(Glibc)
            let resources = [RLIMIT_AS, RLIMIT_CPU, RLIMIT_CORE].map { __rlimit_resource_t($0.rawValue) }
        #else
            let resources = [RLIMIT_AS, RLIMIT_CPU, RLIMIT_CORE]
        #endif
        for (resource, value) in zip(resources, [memory, seconds, 0]) {
            var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
            setrlimit(resource, &limit)
        }
    }
}
