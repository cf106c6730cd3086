import Meetings
import Register
import Search

extension SitePlan {
    /// The same plan with a full-text index of what its audience sees.
    public func withSearch() -> SitePlan {
        SitePlan(
            files: files + searchFiles(), diagnostics: diagnostics, tombstone: tombstone, liveNotices: liveNotices,
            archives: archives, edition: edition)
    }

    /// The index alone.
    public func searchFiles() -> [PlannedPage] {
        let texts = edition.searchedTexts()
        return SearchIndex(texts.map(\.document)).files.map { file in
            PlannedPage(
                path: Addresses.search + file.path, content: .bytes(file.render), isPermanent: false,
                source: "content/", origin: file.documents.map { Origin($0.map { texts[$0].origin }) } ?? .site,
                isIndex: true)
        }
    }
}

extension Origin {
    /// Of several together.
    fileprivate init(_ parts: [Origin]) {
        var matters: Set<MatterIndex> = []
        var meetings: Set<MeetingIndex> = []
        for part in parts {
            guard case .parts(let ownMatters, let ownMeetings, _) = part else {
                self = .site
                return
            }
            matters.formUnion(ownMatters)
            meetings.formUnion(ownMeetings)
        }
        self = .parts(matters: matters.sorted(), meetings: meetings.sorted(), outOf: parts.count)
    }
}
