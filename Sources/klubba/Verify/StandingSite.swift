import Diagnostics
import Ledger
import Meetings
import Output

/// A built folder, and what its manifest says of how it was made.
struct StandingSite: Sendable {
    let folder: PublishedFolder
    let path: String
    let imprint: Imprint?
    let day: CalendarDate?
    let readers: Audience?
    /// What is wrong with the manifest.
    let diagnostics: [Diagnostic]
}

extension StandingSite {
    /// Each meeting's papers as a zip archive too.
    var hasArchives: Bool { imprint?.options?.contains("zip") ?? false }

    /// - Parameter asked: whose site the folder was said to be; nil where nobody said.
    init(_ path: String, shown: String, asked: Audience?) {
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
        let readers = Audience(argument: imprint.readers)
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

    /// The site is read as on its own day.
    var clock: (@Sendable (String) -> CalendarDate)? {
        guard let day else { return nil }
        return { _ in day }
    }

    var target: LoadedSite.Target { LoadedSite.Target(folder: path, mayComeDown: [], withArchives: hasArchives) }

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
