/// Runs a program. Lives as long as one page takes.
struct Machine {
    let instructions: UnsafeBufferPointer<Instruction>
    /// Borrowed, not counted: a count that all cores change at every step costs more than the step.
    let readers: UnsafeBufferPointer<Unmanaged<HeldReader>>
    let literals: UnsafeBufferPointer<UInt8>
    let routines: [Range<Int32>]
    let frames: UnsafeMutableBufferPointer<UnsafeRawPointer>

    /// Contexts inside contexts, beyond which nothing is rendered: the stack must hold whatever the data is.
    static let deepest = 256
}

extension Machine {
    func run(_ range: Range<Int32>, into page: inout [UInt8], depth: Int) {
        var next = range.lowerBound
        while next < range.upperBound {
            let current = next
            next += 1
            switch instructions[Int(current)] {
            case .literal(let from, let to):
                page.append(contentsOf: UnsafeBufferPointer(rebasing: literals[Int(from)..<Int(to)]))
            case .append(let field, let frame, let escaped):
                readers[Int(field)]._withUnsafeGuaranteedRef { $0.append(frames[Int(frame)], escaped, &page) }
            case .when(let field, let frame, let expected, let otherwise):
                let isPresent = readers[Int(field)]._withUnsafeGuaranteedRef { $0.isPresent(frames[Int(frame)]) }
                if isPresent != expected { next = otherwise }
            case .enter(let field, let frame, let child, let end):
                let body = next..<end
                next = end
                guard depth < Self.deepest else { continue }
                let outer = frames[Int(child)]
                readers[Int(field)]._withUnsafeGuaranteedRef { reader in
                    reader.enter(frames[Int(frame)]) { context in
                        frames[Int(child)] = context
                        run(body, into: &page, depth: depth + 1)
                    }
                }
                frames[Int(child)] = outer
            case .recur(let routine):
                guard depth < Self.deepest else { continue }
                run(routines[Int(routine)], into: &page, depth: depth + 1)
            }
        }
    }
}
