/// A template with its partials, layouts and blocks as one row of instructions.
///
/// There is one frame a shape: the innermost context of that shape, the only one that a name can mean.
struct Program: Sendable {
    var instructions: [Instruction] = []
    var literals: [UInt8] = []
    private(set) var readers: [HeldReader] = []
    /// The same, without a hold: whoever runs the program holds the readers.
    private var borrowed: [Unmanaged<HeldReader>] = []
    var routines: [Range<Int32>] = []
    var frameCount = 1
}

/// A field's reader where many cores can use it without counting who does.
final class HeldReader: Sendable {
    let append: FieldReader.Append
    let isPresent: FieldReader.Condition
    let enter: FieldReader.Entrance

    init(_ reader: FieldReader) { (append, isPresent, enter) = (reader.append, reader.isPresent, reader.enter) }
}

extension Program {
    /// The place of a reader among the others.
    mutating func add(_ reader: FieldReader) -> Int32 {
        let held = HeldReader(reader)
        readers.append(held)
        borrowed.append(Unmanaged.passUnretained(held))
        return Int32(readers.count - 1)
    }

    /// - Parameter root: the address of a context of the shape that the program was compiled for.
    func run(_ root: UnsafeRawPointer, into page: inout [UInt8]) {
        defer { withExtendedLifetime(readers) {} }
        withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: frameCount) { frames in
            frames.initialize(repeating: root)
            instructions.withUnsafeBufferPointer { instructions in
                borrowed.withUnsafeBufferPointer { readers in
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
