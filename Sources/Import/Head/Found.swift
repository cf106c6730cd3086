/// Something that a recogniser claims, and the line that it found it on.
public struct Found<Value: Sendable>: Sendable {
    public let value: Value
    public let line: Int

    init(_ value: Value, line: Int) { (self.value, self.line) = (value, line) }
}

extension Found: Equatable where Value: Equatable {}
