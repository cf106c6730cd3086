import ArgumentParser
import Diagnostics
import Meetings
import Output
import Publishing
import Site

/// Brings a former build back (`klubba build --undo`), or forgets them all.
struct UndoBuild {
    let request: SiteRequest
    let target: String
    /// The output as the user called it.
    let shown: String
    /// `.undo`, or `.publishUndo` for the copy of what is published.
    var errand = BuildMessages.Errand.undo

    /// Whether what stands against it is passed over.
    enum Force { case never, afterAYes }
}

extension UndoBuild {
    func forget() throws {
        let former = try former()
        defer { former?.close() }
        let count = former?.forget() ?? 0
        Console.err(
            count == 0
                ? "Det finns inga sparade byggen av \(shown)."
                : "Tog bort \(counted(count, "sparat bygge", "sparade byggen")).")
    }

    /// - Parameter asks: whether a yes is asked for even where nothing stands against it.
    /// - Returns: what came back and went.
    @discardableResult
    func run(force: Force, asks: Bool = false) async throws -> ComingBack {
        guard let former = try former() else { throw nothing() }
        defer { former.close() }
        guard let coming = try change(former) else { throw nothing() }
        Console.err(told(coming))
        let against = await obstacles(coming)
        if !against.isEmpty {
            Console.err(against.joined(separator: "\n"))
            guard force == .afterAYes, isYes("Ta tillbaka den ändå? Skriv ja:") else {
                Console.err(
                    force == .afterAYes
                        ? "Inget ändrades." : "Inget ändrades. Är du säker: \(command) --undo --force.")
                throw ExitCode.content
            }
        } else if asks, !isYes("Ta tillbaka den? Skriv ja:") {
            Console.err("Inget ändrades.")
            throw ExitCode.content
        }
        do throws(OutputFailure) { try former.bringBack() } catch { throw machine(error) }
        // What is published is not back before readers have it.
        if errand == .publishUndo { return coming }
        let day = coming.imprint.map { " Den är byggd för \($0.day)." } ?? ""
        Console.err("Den förra webbplatsen är tillbaka i \(shown).\(day) Nästa \(command) gör den ny igen.")
        return coming
    }

    private var command: String { errand == .publishUndo ? "klubba publish" : "klubba build" }

    private func former() throws -> FormerSites? {
        do throws(OutputFailure) { return try FormerSites(beside: target) } catch { throw machine(error) }
    }

    private func change(_ former: FormerSites) throws -> ComingBack? {
        do throws(OutputFailure) { return try former.comingBack() } catch { throw machine(error) }
    }

    private func machine(_ failure: OutputFailure) -> ExitCode {
        Console.err(BuildMessages.failed(failure, target, .swedish, of: errand))
        return .machine
    }

    private func nothing() -> ExitCode {
        Console.err("Det finns inget sparat bygge av \(shown) att ta tillbaka.")
        return .content
    }

    /// What must not happen unasked: a notice that goes while it runs, and a page that shows what is hidden or withdrawn
    /// today.
    private func obstacles(_ coming: ComingBack) async -> [String] {
        let site = await LoadedSite.load(request)
        var against: [String] = []
        let stays = Set(SitePlan.runningNotices(in: coming.boardThen, on: site.register.today).map(\.notice))
        for notice in SitePlan.runningNotices(in: coming.boardNow, on: site.register.today)
        where !stays.contains(notice.notice) {
            against.append("Anslaget för \(notice.name) skulle tas ned fast tiden går till \(notice.last).")
        }
        if site.hasErrors {
            against.append("Innehållet har fel, så det går inte att veta vad som är dolt i dag. Kör klubba check.")
            return against
        }
        let today = Set(site.plan.files.map(\.path))
        let hidden = coming.shown.filter { isOfContent($0) && !today.contains($0) }
        // A page that stays at its address may say more than it may today.
        let meetings = site.report.hiddenFiles.filter { $0.hasPrefix("moten/") && $0.hasSuffix(".md") }
            .map { String($0.dropLast(3)) + "/" }
        let matters = site.register.matters.filter { $0.visibility == .secret }.map { "arenden/\($0.slug)/" }
        let fuller = coming.changes.filter { path in (meetings + matters).contains { path.hasPrefix($0) } }
        if !fuller.isEmpty {
            against.append("Det här är delvis dolt i dag, och skulle visas helt igen:")
            against += listed(fuller)
        }
        if !hidden.isEmpty {
            against.append("Det här visas inte i dag, och skulle synas igen:")
            against += listed(hidden)
        }
        return against
    }

    /// Style sheets, search indices and packets have names that come and go with their bytes.
    private func isOfContent(_ path: String) -> Bool {
        !path.hasPrefix("tema/") && !path.hasPrefix("sok/") && !path.hasSuffix("/handlingar.pdf")
            && !path.hasSuffix(".zip")
    }

    private func told(_ coming: ComingBack) -> String {
        var lines = [
            "Tillbaka kommer webbplatsen\(coming.imprint.map { " från \($0.day)" } ?? ""): "
                + "\(counted(coming.comes.count, "sida eller fil", "sidor och filer")) kommer tillbaka, "
                + "\(coming.goes.count) försvinner, \(coming.changes.count) blir som de var."
        ]
        for (title, paths) in [
            ("Kommer tillbaka:", coming.comes), ("Försvinner:", coming.goes), ("Blir som förut:", coming.changes),
        ]
        where !paths.isEmpty {
            lines.append(title)
            lines += listed(paths)
        }
        return lines.joined(separator: "\n")
    }

    private func listed(_ paths: [String]) -> [String] {
        let most = 20
        let shown = paths.prefix(most).map { "  /" + ($0.hasSuffix("index.html") ? String($0.dropLast(10)) : $0) }
        return paths.count > most ? shown + ["  och \(paths.count - most) till"] : shown
    }

    private func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }

    private func isYes(_ question: String) -> Bool { PublishMessages.isYes(question) }
}
