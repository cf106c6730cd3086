import System

/// An archive read in its order.
final class ArchiveInput {
    private let file: OpenFile
    private(set) var position = 0

    init(_ path: String) throws(ArchiveFailure) {
        do throws(SystemError) { file = try OpenFile(reading: path) } catch { throw ArchiveFailure(error) }
    }

    /// Fewer at the file's end.
    func bytes(_ count: Int) throws(ArchiveFailure) -> [UInt8] {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try file.bytes(count) } catch { throw ArchiveFailure(error) }
        position += bytes.count
        return bytes
    }

    func skip(_ count: Int) throws(ArchiveFailure) {
        var left = count
        while left > 0 {
            let part = try bytes(min(left, PackageBytes.window))
            if part.isEmpty { return }
            left -= part.count
        }
    }

    /// Whether there is nothing but noughts from here.
    func isEmptyToItsEnd() throws(ArchiveFailure) -> Bool {
        while true {
            let part = try bytes(PackageBytes.window)
            if part.isEmpty { return true }
            if part.contains(where: { $0 != 0 }) { return false }
        }
    }

    /// Returns zip's check sum of what was copied.
    @discardableResult func copy(_ count: Int, to target: String) throws(ArchiveFailure) -> UInt32 {
        let writer = try FileWriter(target)
        var left = count
        var sum = CheckSum()
        while left > 0 {
            let part = try bytes(min(left, PackageBytes.window))
            if part.isEmpty { break }
            part.withUnsafeBytes { sum.add($0) }
            writer.add(part)
            left -= part.count
        }
        _ = try writer.finish()
        return sum.value
    }
}
