/// Plans drawn by lot, the same for the same seed; names are few so that plans meet, files as directories too.
struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Chance {
    mutating func pages() -> [String: String] {
        var pages: [String: String] = [:]
        for _ in 0..<Int.random(in: 0...14, using: &self) {
            let names = (0..<Int.random(in: 1...3, using: &self)).map { _ in
                Self.names.randomElement(using: &self) ?? "a"
            }
            let path = names.joined(separator: "/")
            let isTaken = pages.keys.contains { $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/") }
            if !isTaken { pages[path] = Self.texts.randomElement(using: &self) }
        }
        return pages
    }

    private static let names = ["a", "a-b", "a.b", "b", "ö", "rad\nbrytning", "snett\\n"]
    private static let texts = ["", "x", "y", "xy"]
}
