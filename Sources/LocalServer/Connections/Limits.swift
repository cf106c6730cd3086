/// How much of anything the server lets itself be held up with. Times in milliseconds, sizes in bytes.
package struct Limits {
    /// Connections at a time; a new one takes the place of the one that has waited longest.
    package var connections = 200
    /// Pages that listen for news at a time.
    package var listeners = 50
    /// A request's line and fields.
    package var head = 16 << 10
    /// From the first byte of a request to the end of its head.
    package var headTime = 10_000
    /// Between two requests of one connection.
    package var idleTime = 60_000
    /// For an answer, and a second more for each `slowest` bytes of it.
    package var answerTime = 20_000
    package var slowest = 64 << 10
    /// What may wait to be sent to a page that listens.
    package var backlog = 4 << 20
    /// For a client to notice that its request was refused, while what it goes on sending is thrown away.
    package var farewellTime = 2_000
    package var farewell = 16 << 20
    /// Between signs of life to a page that listens.
    package var heartbeat = 15_000

    package init() {}
}
