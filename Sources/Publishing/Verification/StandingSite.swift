import Diagnostics
import Ledger
import Meetings
import Output

/// A built folder, and what its manifest says of how it was made.
package struct StandingSite: Sendable {
    package let folder: PublishedFolder
    let path: String
    package let imprint: Imprint?
    let day: CalendarDate?
    package let readers: Audience?
    /// What is wrong with the manifest.
    let diagnostics: [Diagnostic]
}

extension StandingSite {
    /// How it was asked for; nil where the manifest does not say, or says what this program does not know.
    var options: PublicationOptions? { imprint?.options.flatMap { PublicationOptions(words: $0) } }

    /// - Parameter asked: whose site the folder was said to be; nil where nobody said.
    package init(_ path: String, shown: String, asked: Audience?) {
        self.path = path
        folder = PublishedFolder(path: path, shown: shown)
        let place = folder.place(".klubba-manifest")
        func told(_ fault: ManifestFault, line: Int = 1) -> [Diagnostic] {
            [Diagnostic(Place(place.file, line: line), .publishedManifest(fault))]
        }
        do throws(OutputFailure) {
            guard let listed = try ListedOutput(path) else {
                (imprint, day, readers, diagnostics) = (nil, nil, asked, told(.missing))
                return
            }
            imprint = listed.imprint
        } catch {
            let line = if case .manifestDamaged(_, let line) = error { line } else { 1 }
            (imprint, day, readers, diagnostics) = (nil, nil, asked, told(.damaged(line), line: line))
            return
        }
        guard let imprint else {
            (day, readers, diagnostics) = (nil, asked, [])
            return
        }
        let readers = Audience(edition: imprint.readers)
        self.readers = readers ?? asked
        day = CalendarDate(iso: imprint.day)
        if readers == nil {
            diagnostics = told(.damaged(2), line: 2)
        } else if let asked, asked != readers {
            diagnostics = told(.readers(isPublic: readers == .public))
        } else {
            diagnostics = day == nil ? told(.day(imprint.day)) : []
        }
    }

    /// The request that this site was built from, as far as its manifest tells; the rest is as asked for now.
    func request(asked: SiteRequest) -> SiteRequest {
        var request = asked
        request.audience = readers ?? asked.audience
        if let day { request.clock = { _ in day } }
        if let options { request.options = options }
        return request
    }

    /// A day that has not come, or that was before something was sealed.
    ///
    /// - Parameters:
    ///   - last: the day of the log's last line.
    func dayFaults(today: CalendarDate, last: CalendarDate?) -> [Diagnostic] {
        guard let day else { return [] }
        let place = folder.place(".klubba-manifest")
        var faults: [Diagnostic] = []
        if day > today { faults.append(Diagnostic(place, .publishedDay(.toCome(day.description)))) }
        if let last, day < last {
            faults.append(Diagnostic(place, .publishedDay(.beforeLog(day.description, last: last.description))))
        }
        return faults
    }
}
