import Delivery
import Meetings
import Output
import System

/// What publishing says of itself.
enum PublishMessages {
    static func insideSite(_ folder: String) -> String {
        "klubba.yml publicerar till \(folder), som är webbplatsens egen mapp eller ligger i dess innehåll. Ange en annan mapp. "
            + "Inget publicerades."
    }

    static func insideOther(_ folder: String, _ outer: String) -> String {
        "klubba.yml publicerar till \(folder), som ligger i den andra utgåvans mapp \(outer). Ange en annan mapp. "
            + "Inget publicerades."
    }

    static let noPlace = """
        klubba.yml säger inte var webbplatsen publiceras. Lägg till till exempel
        publicering:
          offentlig: {till: "mapp:/srv/handlingar", kontroll: "https://handlingar.example.se"}
        """

    /// What readers will see, by ärende and meeting: new and withdrawn addresses first.
    static func table(_ reader: Audience, _ target: PublishingTarget, _ changes: EditionChanges) -> String {
        let edition = reader == .public ? "Offentlig utgåva" : "Ledamöternas utgåva"
        guard !changes.isEmpty else { return "\(edition) till \(target.place): inget har ändrats." }
        var lines = ["\(edition) till \(target.place):"]
        for (title, paths) in [("nytt", changes.new), ("borttaget", changes.withdrawn), ("ändrat", changes.changed)] {
            lines += grouped(paths).map { "  \(title.padded(to: 10)) \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    /// By the ärende or meeting that the files belong to; all else together. One whose own page is not among them is
    /// neither new nor gone: its files are, and a single one is named.
    private static func grouped(_ paths: [String]) -> [String] {
        var groups: [String: [String]] = [:]
        for path in paths {
            let parts = path.split(separator: "/")
            let isOfOne = parts.count > 2 && ["arenden", "moten", "sidor"].contains(parts[0])
            groups[isOfOne ? "/\(parts[0])/\(parts[1])/" : "listor, flöden och övrigt", default: []].append("/" + path)
        }
        return groups.sorted { $0.key < $1.key }.map { group, paths in
            let isOther = group.first == "/" && !paths.contains(group + "index.html")
            guard paths.count > 1 else {
                return isOther ? (paths.first ?? group).replacing("/index.html", with: "/") : group
            }
            return "\(isOther ? "under " : "")\(group) (\(paths.count) filer)"
        }
    }

    static let brokenOff = "Den förra publiceringen bröts, så allt skickas på nytt eller kontrolleras."

    static let backBrokenOff = "Vägen tillbaka bröts, så den tas upp igen."
    static let finishFirst = """
        Den förra publiceringen bröts, så det är inte säkert vad läsarna har. Kör klubba publish så att den blir klar, \
        och sedan klubba publish --undo om den ska tillbaka. Inget ändrades.
        """

    static func step(_ step: DeliveryStep) -> String {
        switch step {
        case .sending: "Skickar …"
        case .turning: "Byter till den nya webbplatsen …"
        case .removing: "Tar bort det gamla …"
        }
    }

    static func done(
        _ reader: Audience, _ target: PublishingTarget, _ changes: EditionChanges, _ way: DeliveryWay,
        keepsHistory: Bool
    ) -> String {
        let edition = reader == .public ? "Den offentliga utgåvan" : "Ledamöternas utgåva"
        var text =
            way != .forth
            ? "\(edition) är tillbaka som den var, i \(target.place)."
            : "\(edition) är publicerad i \(target.place): \(changes.new.count) nya, \(changes.withdrawn.count) borttagna, "
                + "\(changes.changed.count) ändrade filer."
        if keepsHistory, way != .forth || !changes.withdrawn.isEmpty {
            text += " Det som togs bort finns kvar i grenens historik."
        }
        return text
    }

    static func failed(_ failure: DeliveryFailure, _ place: PublishingPlace?, _ way: DeliveryWay = .forth) -> String {
        let command = way == .forth ? "klubba publish" : "klubba publish --undo"
        let kept =
            " Läsarna har kvar den \(way == .forth ? "förra" : "senaste") webbplatsen. "
            + "Kör \(command) igen när felet är åtgärdat."
        switch failure {
        case .programMissing(let name):
            return "Programmet \(name) behövs för att publicera och finns inte här. Installera det, till exempel med "
                + "apt install \(package(of: name))."
        case .refused(let program, let said):
            return "\(program) kunde inte publicera till \(place.map { "\($0)" } ?? ""): \(said)."
                + (isWhole(place) ? kept : " Kör \(command) igen när felet är åtgärdat.")
        case .turningUnknown(let program, let said):
            return
                "\(program) bröts i det sista steget: \(said). Läsarna har den förra webbplatsen eller den nya, hel. "
                + "Kör \(command) igen, så blir det klart."
        case .timedOut(let program, let seconds):
            return "\(program) blev inte klar på \(seconds) s."
                + (isWhole(place) ? kept : " Kör \(command) igen.")
        case .placeIsFolder(let path):
            return
                "\(path) är en mapp på servern och måste vara en länk för att webbplatsen ska kunna bytas i ett steg. "
                + "Flytta undan mappen en gång (mv \(path) \(path).gammal) och kör klubba publish igen. Inget ändrades."
        case .notWritten(let failure, let folder):
            return BuildMessages.failed(failure, folder, .swedish, of: way == .forth ? .publish : .publishUndo)
        case .differs(let address, let count, let all):
            return
                "Webbplatsen är skickad, men \(count) av \(all) sidor som hämtades tillbaka är inte de som skickades, "
                + "den första \(address). Kontrollera webbservern och att kontroll i klubba.yml är rätt adress."
        }
    }

    static func notKept(_ failure: OutputFailure, _ folder: String) -> String {
        let why =
            switch failure {
            case .diskFull(let path): "disken är full vid \(path)"
            case .notWritable(let path, let number), .system(let path, let number), .readFailed(let path, let number):
                "\(path): \(SystemReason(number).swedish)"
            default: folder
            }
        return
            "Webbplatsen är publicerad, men kopian här, som nästa publicering jämförs med, kunde inte sparas (\(why)). "
            + "Kör klubba publish igen när felet är åtgärdat."
    }

    private static func isWhole(_ place: PublishingPlace?) -> Bool {
        if case .rclone? = place { false } else { true }
    }

    private static func package(of program: String) -> String {
        ["ssh": "openssh-client", "sftp": "openssh-client"][program] ?? program
    }

    /// `20261120T140311Z`: in order of time, and a safe name everywhere.
    static func release(seconds: Int) -> String {
        let day = CalendarDate(dayNumber: seconds / 86_400)
        let rest = seconds % 86_400
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return day.description.filter { $0 != "-" } + "T" + two(rest / 3600) + two(rest / 60 % 60) + two(rest % 60)
            + "Z"
    }

    static func isYes(_ question: String) -> Bool {
        Console.err(question)
        return readLine().map { ["ja", "j", "yes"].contains($0.lowercased()) } ?? false
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
