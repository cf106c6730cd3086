import Packet
import System

/// A meeting's packet, and the folder that it lies in for as long as this is held. An object, since the compiler (6.3) gives
/// back garbage from a child task that throws a typed error beside an answer of many words.
public final class PackagedPacket: Sendable {
    let folder: TemporaryFolder
    let packet: MadeRendition

    public init(_ folder: TemporaryFolder, _ packet: MadeRendition) { (self.folder, self.packet) = (folder, packet) }
}
