import Testing

@testable import LocalServer
@testable import Preview

@Suite("When the site is built anew")
struct RhythmTests {
    @Test("a burst of changes is one build, when it has been quiet for a moment")
    func burst() {
        var rhythm = Rhythm()
        #expect(rhythm.due == nil)
        rhythm.note(at: 1000)
        rhythm.note(at: 1015)
        rhythm.note(at: 1030)
        #expect(rhythm.due == 1045)
        let isEarly = rhythm.begins(at: 1044)
        #expect(!isEarly)
        let isTime = rhythm.begins(at: 1045)
        #expect(isTime)
        #expect(rhythm.due == nil)
    }

    @Test("changes that do not stop are built all the same")
    func endless() {
        var rhythm = Rhythm()
        for now in stride(from: 1000, to: 1400, by: 10) { rhythm.note(at: now) }
        #expect(rhythm.due == 1300)
    }

    @Test("there is one build at a time, and what changes meanwhile is for the next")
    func oneAtATime() {
        var rhythm = Rhythm()
        rhythm.note(at: 1000)
        let isFirst = rhythm.begins(at: 1020)
        #expect(isFirst)
        rhythm.note(at: 1030)
        #expect(rhythm.due == nil)
        let isSecond = rhythm.begins(at: 5000)
        #expect(!isSecond)
        rhythm.finish()
        let isThird = rhythm.begins(at: 1050)
        #expect(isThird)
        rhythm.finish()
        let isFourth = rhythm.begins(at: 9000)
        #expect(!isFourth)
    }
}
