#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A place for one pointer, which each thread has its own of.
package struct ThreadSlot: Sendable {
    #if canImport(Darwin)
        package typealias Ending = @convention(c) (UnsafeMutableRawPointer) -> Void
    #else
        package typealias Ending = @convention(c) (UnsafeMutableRawPointer?) -> Void
    #endif

    private let key: pthread_key_t

    /// - Parameter atEnd: gets the pointer of a thread that ends.
    package init(atEnd: @escaping Ending) {
        var key = pthread_key_t()
        pthread_key_create(&key, atEnd)
        self.key = key
    }

    /// The calling thread's own; nil until it is set.
    package var pointer: UnsafeMutableRawPointer? { pthread_getspecific(key) }

    package func set(_ pointer: UnsafeMutableRawPointer) { pthread_setspecific(key, pointer) }
}
