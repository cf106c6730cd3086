/// Rows that are found by an index of their own kind and by no other: of each matter its title, of each meeting its
/// record.
@frozen
public struct Table<Kind, Extent, Row> {
    @usableFromInline
    var rows: [Row]

    @inlinable
    public init(_ rows: [Row]) { self.rows = rows }
}

extension Table: Sendable where Row: Sendable {}

extension Table: RandomAccessCollection, MutableCollection {
    public typealias Index = RowIndex<Kind, Extent>
    public typealias Indices = Range<Index>

    @inlinable
    public var startIndex: Index { Index(0) }

    @inlinable
    public var endIndex: Index { Index(rows.count) }

    @inlinable
    public subscript(_ index: Index) -> Row {
        get { rows[index.position] }
        _modify { yield &rows[index.position] }
    }
}

extension Table: ExpressibleByArrayLiteral {
    @inlinable
    public init(arrayLiteral rows: Row...) { self.rows = rows }
}

extension Table {
    @inlinable
    public init(repeating row: Row, count: Int) { rows = Array(repeating: row, count: count) }

    /// Of each row something else, in the same places.
    @inlinable
    public func table<Other>(_ transform: (Row) throws -> Other) rethrows -> Table<Kind, Extent, Other> {
        Table<Kind, Extent, Other>(try rows.map(transform))
    }

    /// Each row with its place.
    @inlinable
    public var indexed: Zip2Sequence<Range<Index>, [Row]> { zip(indices, rows) }
}

/// Of each matter that an audience sees.
public typealias MatterTable<Row> = Table<Matter, Seen, Row>
/// Of each meeting that an audience sees.
public typealias MeetingTable<Row> = Table<Meeting, Seen, Row>

extension Range {
    /// Of each place a row.
    @inlinable
    public func table<Kind, Extent, Row>(_ transform: (Bound) throws -> Row) rethrows -> Table<Kind, Extent, Row>
    where Bound == RowIndex<Kind, Extent> {
        Table<Kind, Extent, Row>(try map(transform))
    }
}
