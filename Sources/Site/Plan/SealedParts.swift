import Meetings
import Register

/// Of each page and file that this audience sees, its parts as they were sealed last, as far as the public head covers them.
struct SealedParts: Sendable {
    /// By address.
    let parts: [String: [SealedPart]]

    init(_ register: SeenRegister, _ head: PublicHead?) {
        guard let head else {
            parts = [:]
            return
        }
        var newest: [String: [String: (part: SealedPart, meeting: MeetingID)]] = [:]
        for seal in register.seals.flatMap(\.self).sorted(by: { $0.line < $1.line }) where seal.line < head.size {
            for paper in seal.papers {
                for published in paper.published {
                    let address = published.address
                    guard paper.change != .withdrawn else {
                        // What another meeting has sealed since stays.
                        if newest[address]?[published.part]?.meeting == seal.meeting {
                            newest[address]?[published.part] = nil
                        }
                        continue
                    }
                    let part = SealedPart(line: seal.line, part: published.part, digest: published.digest)
                    newest[address, default: [:]][published.part] = (part, seal.meeting)
                }
            }
        }
        parts = newest.compactMapValues { parts in
            parts.isEmpty ? nil : parts.values.map(\.part).sorted { $0.part < $1.part }
        }
    }
}
