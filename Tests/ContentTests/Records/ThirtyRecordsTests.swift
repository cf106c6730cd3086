import Meetings
import Testing

@testable import Content

@Suite("Thirty records in thirty shapes give the decisions that a careful reader finds, or leave none unsaid")
struct ThirtyRecordsTests {
    @Test("each §", arguments: RecordShape.municipal + RecordShape.associations + RecordShape.others)
    func decisions(shape: RecordShape) {
        let read = readEntries(shape.text, of: shape.body, role: shape.role)
        #expect(read.entries.map { "§ \($0.number) \($0.decided)" } == shape.decisions)
    }

    @Test("they are thirty")
    func count() {
        let all = RecordShape.municipal + RecordShape.associations + RecordShape.others
        #expect(all.count == 30 && Set(all.map(\.name)).count == 30)
    }
}
