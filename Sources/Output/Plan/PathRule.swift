import System

/// What a path inside the output directory may look like, and how two are ordered.
enum PathRule {
    static let slash = UInt8(ascii: "/")
    /// What Klubba keeps for itself at the top of the output directory begins so.
    static let reserved = ".klubba-"

    static func isSafe(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { isSafe($0) }
    }

    static func isSafe(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (1...4000).contains(path.count), !path.starts(with: reserved.utf8) else { return false }
        var start = 0
        for index in 0...path.count where index == path.count || path[index] == slash {
            guard isSafeComponent(UnsafeBufferPointer(rebasing: path[start..<index])) else { return false }
            start = index + 1
        }
        return true
    }

    /// Below nought when `left` comes first: bytes as numbers, the shorter first.
    static func order(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
        guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else {
            return left.count - right.count
        }
        let order = Memory.order(leftStart, rightStart, count: min(left.count, right.count))
        return order == 0 ? left.count - right.count : order
    }

    private static func isSafeComponent(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let dot = UInt8(ascii: ".")
        switch name.count {
        case 0: return false
        case 1 where name[0] == dot: return false
        case 2 where name[0] == dot && name[1] == dot: return false
        case 256...: return false
        default: return !name.contains(0)
        }
    }
}
