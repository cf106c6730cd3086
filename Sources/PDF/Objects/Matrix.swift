/// A PDF's transformation: x′ = a·x + c·y + e, y′ = b·x + d·y + f.
struct Matrix: Equatable {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var e = 0.0
    var f = 0.0
}

extension Matrix {
    init?(_ numbers: [Double]?) {
        guard let numbers, numbers.count == 6 else { return nil }
        self.init(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
    }

    var numbers: [Double] { [a, b, c, d, e, f] }

    func applied(x: Double, y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

    /// This one first, then the other.
    func then(_ next: Matrix) -> Matrix {
        Matrix(
            a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c,
            d: c * next.b + d * next.d, e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
    }

    /// The upright box around a box.
    func applied(_ box: Box) -> Box {
        let corners = [
            applied(x: box.left, y: box.bottom), applied(x: box.right, y: box.bottom),
            applied(x: box.left, y: box.top), applied(x: box.right, y: box.top),
        ]
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        return Box(
            left: xs.min() ?? 0, bottom: ys.min() ?? 0, right: xs.max() ?? 0, top: ys.max() ?? 0)
    }
}

/// A rectangle with its corners in order.
struct Box: Equatable {
    var left: Double
    var bottom: Double
    var right: Double
    var top: Double

    var width: Double { right - left }
    var height: Double { top - bottom }
    var numbers: [Double] { [left, bottom, right, top] }
}

extension Box {
    /// Any two opposite corners.
    init?(_ numbers: [Double]?) {
        guard let numbers, numbers.count == 4 else { return nil }
        self.init(
            left: min(numbers[0], numbers[2]), bottom: min(numbers[1], numbers[3]), right: max(numbers[0], numbers[2]),
            top: max(numbers[1], numbers[3]))
    }

    func intersection(_ other: Box) -> Box {
        Box(
            left: max(left, other.left), bottom: max(bottom, other.bottom), right: min(right, other.right),
            top: min(top, other.top))
    }
}
