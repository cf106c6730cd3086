/// A row's place in one of a register's tables. `Extent` says whose tables: a place in the whole register is none in what
/// an audience sees of it, and the compiler refuses it there.
@frozen
public struct RowIndex<Row, Extent>: Hashable, Strideable, Sendable {
    public let position: Int

    @inlinable
    public init(_ position: Int) { self.position = position }

    @inlinable
    public func distance(to other: Self) -> Int { other.position - position }

    @inlinable
    public func advanced(by count: Int) -> Self { Self(position + count) }

    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.position < right.position }

    @inlinable
    public static func == (left: Self, right: Self) -> Bool { left.position == right.position }
}

/// All that a site's files say, whoever may see it.
public enum Whole {}

/// What one audience sees.
public enum Seen {}

public typealias MatterIndex = RowIndex<Matter, Seen>
public typealias MeetingIndex = RowIndex<Meeting, Seen>
/// A § among its record's.
public typealias EntryIndex = RowIndex<MinutesEntry, Seen>
