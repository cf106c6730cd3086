/// A template with its partials, layouts and blocks as one row of instructions.
///
/// There is one frame a shape: the innermost context of that shape, the only one that a name can mean.
struct Program: Sendable {
    var instructions: [Instruction] = []
    var literals: [UInt8] = []
    var readers: [FieldReader] = []
    var routines: [Range<Int32>] = []
    var frameCount = 1
}

extension Program {
    /// - Parameter root: the address of a context of the shape that the program was compiled for.
    func run(_ root: UnsafeRawPointer, into page: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: frameCount) { frames in
            frames.initialize(repeating: root)
            instructions.withUnsafeBufferPointer { instructions in
                readers.withUnsafeBufferPointer { readers in
                    literals.withUnsafeBufferPointer { literals in
                        let machine = Machine(
                            instructions: instructions, readers: readers, literals: literals, routines: routines,
                            frames: frames)
                        machine.run(0..<Int32(instructions.count), into: &page, depth: 0)
                    }
                }
            }
        }
    }
}
