import Diagnostics
import Publishing
import Theme

/// What an upgrade has done to the defaults that a site's own theme was written out from.
enum ThemeUpgrade {
    /// Only `check` looks: a build would be stopped by `--strict` on the day of an upgrade.
    static func diagnostics(of site: LoadedSite) -> [Diagnostic] {
        diagnostics(of: site.overrides, language: site.theme.language, root: site.request.root)
    }

    static func diagnostics(of files: [Theme.File], language: String, root: String) -> [Diagnostic] {
        let defaults = ThemeDefaults(language: language)
        let writer = ThemeWriter(root: root)
        let outdated = defaults.outdated(among: files).map { override in
            let place = Place("theme/" + override.path, line: override.line, column: 1)
            guard override.fate == .changed else {
                return Diagnostic(place, .themeDefaultGone(name: override.name))
            }
            let change = defaults.named(override.name).flatMap { now in
                now.key == nil ? writer.original(of: now.path).map { LineDifference(from: $0, to: now.bytes) } : nil
            }
            return Diagnostic(
                place, .themeDefaultChanged(name: override.name, added: change?.added, removed: change?.removed))
        }
        return outdated
            + defaults.unused(among: files).map { path, nearest in
                Diagnostic(Place("theme/" + path), .themeTemplateUnused(nearest: nearest))
            }
    }
}
