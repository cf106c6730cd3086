/// Somebody who answers requests.
package protocol Responding {
    /// Of what is said to a request that cannot be understood.
    var language: ServerLanguage { get }
    /// Asked when a request's head is there, before anything of its body is read.
    func admission(of head: RequestHead) -> Admission
    /// Asked when its body is there.
    func answer(to head: RequestHead, body: [UInt8]) -> Answer
    /// What is said to a request that cannot be understood.
    func answer(to fault: RequestFault) -> Answer
    /// What a page that listens is told.
    func news(for page: String) -> [UInt8]
}

extension Responding {
    package func answer(to fault: RequestFault) -> Answer { Answer(fault, in: language) }
}

package enum Admission {
    case answer(Answer)
    /// The body is read, all of its bytes.
    case body(Int)
}

/// What a server's own words are written in.
public enum ServerLanguage: String, Sendable {
    case swedish = "sv"
    case english = "en"
}
