import Meetings

extension Handling {
    /// The number of each attachment in this body's packets (FORMAT §3). Its own number where the body's range has it or
    /// the bodies share one range; its place in the list where this body has a range of its own.
    package func attachmentNumbers(of attachments: [Attachment]) -> [AttachmentNumber?] {
        if let fixed { return fixed }
        guard !numbers.isEmpty else {
            // A map gives no number to bodies that it does not name.
            return attachments.map { isOwnRange ? nil : $0.number }
        }
        let rest = numbers.dropFirst()
        let taken = Set(attachments.compactMap(\.number).filter(rest.contains))
        return attachments.enumerated().map { place, attachment in
            let byPlace = place < rest.count ? rest[rest.startIndex + place] : nil
            guard let own = attachment.number else {
                return attachment.isListed ? byPlace.flatMap { taken.contains($0) ? nil : $0 } : nil
            }
            return !isOwnRange || rest.contains(own) ? own : byPlace
        }
    }
}
