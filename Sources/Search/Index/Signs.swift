/// Numbers as signs of ASCII that may stand in a string of JavaScript. There are no digits among them, so that no list
/// of numbers looks like somebody's personnummer.
enum Signs {
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+.:;".utf8)

    /// Five bits a sign, the lowest first; all but the last from the alphabet's second half.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 32 {
            bytes.append(alphabet[32 | rest & 31])
            rest >>= 5
        }
        bytes.append(alphabet[rest])
    }

    /// Of a weight, on a scale on which every step is a twelfth more.
    static func sign(ofWeight weight: Double) -> UInt8 {
        var step = 0
        var bound = 1.0
        let all = weight + 1
        while bound * 1.085 < all, step < 63 {
            bound *= 1.085
            step += 1
        }
        return alphabet[step]
    }
}
