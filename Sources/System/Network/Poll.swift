#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Waiting for news of several descriptors at once (poll(2)).
package enum Poll {
    package static let input = Int16(POLLIN)
    package static let output = Int16(POLLOUT)
    package static let hungUp = Int16(POLLHUP)
    package static let failed = Int16(POLLERR | POLLNVAL)

    package struct Entry: Sendable {
        /// Below nought for none.
        package let descriptor: Int32
        package let wishes: Int16
        package fileprivate(set) var news: Int16 = 0

        package init(_ descriptor: Int32, _ wishes: Int16) { (self.descriptor, self.wishes) = (descriptor, wishes) }
    }

    /// - Returns: whether there is any news; false when the time is out, too.
    package static func wait(_ entries: inout [Entry], milliseconds: Int) -> Bool {
        var asked = entries.map { pollfd(fd: $0.descriptor, events: $0.wishes, revents: 0) }
        guard poll(&asked, nfds_t(asked.count), Int32(clamping: max(0, milliseconds))) > 0 else { return false }
        for index in entries.indices { entries[index].news = asked[index].revents }
        return true
    }
}
