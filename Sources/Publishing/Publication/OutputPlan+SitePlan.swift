import Fingerprints
import Gate
import Output
import Site

extension OutputPlan {
    init(
        _ plan: SitePlan, hiding report: GateReport, _ extra: [(path: String, location: String)], offline: Bool,
        origins: [Fingerprint?]? = nil, inspection: PublishedInspection? = nil, imprint: Imprint
    ) {
        let tombstone = plan.tombstone
        let hidden = SitePlan.paths(ofHidden: report.hiddenSlugs, report.hiddenMeetings)
        self.init(
            files: plan.files.enumerated().map { index, file in
                let content: PlannedFile.Content =
                    switch file.content {
                    case .bytes(let render) where file.isIndex: .bytes(render)
                    case .bytes(let render) where offline && file.path.hasSuffix(".html"):
                        .bytes { page in
                            var own: [UInt8] = []
                            render(&own)
                            page += OfflineLinks.rewritten(own)
                            inspection?.look(at: page, path: file.path)
                        }
                    case .bytes(let render):
                        .bytes { page in
                            render(&page)
                            inspection?.look(at: page, path: file.path)
                        }
                    case .copy(let source): .copy(of: source)
                    }
                return PlannedFile(
                    path: file.path, content: content, isPermanent: file.isPermanent, origin: origins?[index])
            } + extra.map { PlannedFile(path: $0.path, content: .copy(of: $0.location)) },
            imprint: imprint,
            tombstone: { path in hidden.contains(path) ? nil : .bytes { tombstone(path, &$0) } })
    }
}
