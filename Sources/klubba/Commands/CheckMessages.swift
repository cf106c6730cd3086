import Content
import Diagnostics
import Meetings
import Register

/// What `klubba check` tells of beside errors and warnings: what lies under content/ and is not published.
enum CheckMessages {
    /// A line for each draft, each text that waits for its day, and each file that a program has left.
    static func passedOver(_ register: Register, _ language: MessageLanguage) -> [String] {
        register.held.list.map { "\(shown($0.place)): \(reason($0.holding, language))" }
            + register.leftovers.map { path in
                switch language {
                case .swedish: "\(path.visible): publiceras inte, filen är lämnad av ett program"
                case .english: "\(path.visible): not published, the file was left by a program"
                }
            }
    }

    static func nothingRead(_ path: String, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "\(path.visible): Klubba läser inte den här filen, och publicerar den inte."
        case .english: "\(path.visible): Klubba does not read this file, and does not publish it."
        }
    }

    private static func shown(_ place: Place) -> String {
        place.line == 1 ? place.file.visible : "\(place.file.visible):\(place.line)"
    }

    private static func reason(_ holding: Holding, _ language: MessageLanguage) -> String {
        switch (holding, language) {
        case (.draft, .swedish): "utkast, visas bara i förhandsgranskningen"
        case (.draft, .english): "a draft, shown in the preview only"
        case (.embargo(.until(let date), _), .swedish): "publiceras \(date)"
        case (.embargo(.until(let date), _), .english): "published on \(date)"
        case (.embargo(.unreadable, _), .swedish): "publiceras inte, eftersom dagen inte kan läsas"
        case (.embargo(.unreadable, _), .english): "not published, since the day cannot be read"
        }
    }
}
