import PDFWork

/// Makes of a PDF that somebody else made one that holds nothing but its pages' looks, each as a drawing that fills a
/// square of one by one, and a report of the rest. What is not copied cannot come along: scripts, actions, forms, files.
public enum PaperPreparer {
    /// Beyond it a bilaga is no paper any more.
    public static let mostPages = 20_000
}

extension PaperPreparer {
    public static func prepare(_ source: String, to output: String) -> (exit: Exit, report: PaperReport) {
        do throws(PDFFailure) {
            return (.done, try prepared(source, output))
        } catch {
            return (Exit(error), PaperReport())
        }
    }

    private static func prepared(_ source: String, _ output: String) throws(PDFFailure) -> PaperReport {
        let (from, to) = (try Document.reading(source), try Document.empty())
        let count = from.pageCount
        if from.hasError { throw from.failure }
        guard count > 0 else { throw .noPages }
        guard count <= mostPages else { throw .damaged("over \(mostPages) pages") }
        try from.inheritToPages()

        var report = PaperReport()
        var removals = Removals()
        removals.look(in: from.root)
        var archive = ArchiveReading()
        archive.look(in: from)
        let destinations = Destinations(from)
        var cleaning = Cleaning()
        var seen = LinkReading(destinations: destinations)
        let pages = to.array().madeIndirect()
        to.root.set("/KlubbaPages", pages)
        for index in 0..<count {
            try from.releasing { () throws(PDFFailure) in
                let page = from.page(index)
                guard page.isDictionary, let form = PageForm(page, in: from, &removals) else {
                    throw from.hasError ? from.failure : .damaged("page \(index + 1)")
                }
                cleaning.clean(form.stream)
                seen.look(on: page, index: index, form.matrix)
                report.pages.append(form.size)
                to.releasing { pages.append(form.stream.copied(to: to)) }
            }
        }
        layers(from, to)
        report.links = seen.links
        report.outline = OutlineReading.items(of: from, destinations)
        report.archive = archive.claim
        report.removed = PaperReport.Removal.allCases.filter(removals.found.contains)
        report.flaws = archive.flaws
        if cleaning.hasUnembeddedFont { report.flaws.append(.fonts) }
        if from.isEncrypted { report.flaws.append(.encrypted) }
        from.forgetError()
        try to.write(to: output, keepingStreams: false)
        // What its maker wrote wrongly shows first when all of it is read.
        guard try Document.reading(output).canBeReadThrough() else { throw .damaged("a stream") }
        return report
    }

    /// What is hidden when the paper is opened stays hidden.
    private static func layers(_ from: Document, _ to: Document) {
        guard let groups = from.root["/OCProperties"]?["/OCGs"], groups.isArray, groups.count <= 1000 else { return }
        let settings = from.root["/OCProperties"]?["/D"]
        let isOff = settings?["/BaseState"]?.name == "/OFF"
        let listed = settings?[isOff ? "/ON" : "/OFF"]
        let named = Set((0..<(listed?.count ?? 0)).compactMap { listed?[$0].id })
        let (all, off) = (to.array(), to.array())
        for index in 0..<groups.count where groups[index].isIndirect && groups[index].isDictionary {
            let copy = groups[index].copied(to: to)
            all.append(copy)
            if named.contains(groups[index].id) != isOff { off.append(copy) }
        }
        to.root.set("/KlubbaLayers", all)
        to.root.set("/KlubbaHiddenLayers", off)
    }
}

extension Exit {
    init(_ failure: PDFFailure) {
        self =
            switch failure {
            case .locked: .locked
            case .damaged: .damaged
            case .noPages: .noPages
            case .outOfMemory: .outOfMemory
            case .system: .failed
            }
    }
}
