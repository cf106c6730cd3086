import System

/// The files that a packet is made from. One beneath the guarded folder is never reached by a link, whatever is put in its
/// place meanwhile; programs that open files by themselves get a copy.
struct PaperFiles: Sendable {
    /// The site's content/; nil for none.
    let guarded: String?
}

extension PaperFiles {
    func bytes(_ location: String) -> [UInt8]? { try? FileBytes.read(location, links: links(location)) }

    func hash(_ location: String) -> [UInt8]? { try? SHA256Sum(ofFile: location, links: links(location)).bytes }

    func copy(_ location: String, to target: String) throws(PacketFailure) {
        guard let bytes = bytes(location) else { throw .merging("\(location): kan inte läsas") }
        try PacketWork.write(bytes, to: target)
    }

    private func links(_ location: String) -> FileStatus.Links { FileStatus.Links(to: location, guarded: guarded) }
}
