extension Manifest {
    /// Walks two manifests side by side: for every path that one of them has, its index in each.
    static func pairs(_ left: Manifest, _ right: Manifest) -> Pairs { Pairs(left: left, right: right) }

    /// The paths of two manifests in order, each with its index on the left, on the right, or on both.
    struct Pairs: Sequence, IteratorProtocol {
        let left: Manifest
        let right: Manifest
        private var nextLeft = 0
        private var nextRight = 0

        init(left: Manifest, right: Manifest) {
            self.left = left
            self.right = right
        }

        mutating func next() -> (left: Int?, right: Int?)? {
            switch order {
            case nil: return nil
            case .some(..<0):
                nextLeft += 1
                return (nextLeft - 1, nil)
            case .some(0):
                nextLeft += 1
                nextRight += 1
                return (nextLeft - 1, nextRight - 1)
            default:
                nextRight += 1
                return (nil, nextRight - 1)
            }
        }

        private var order: Int? {
            guard nextLeft < left.count else { return nextRight < right.count ? 1 : nil }
            guard nextRight < right.count else { return -1 }
            return left.withPath(nextLeft) { left in
                right.withPath(nextRight) { right in PathRule.order(left, right) }
            }
        }
    }
}
