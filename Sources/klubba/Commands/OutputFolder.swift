import ArgumentParser
import Meetings
import System

/// Where a site may be written.
enum OutputFolder {
    /// `output` as a real path. Not into the content, nor over the site itself; and never the members' site over the
    /// public one.
    static func target(root: String, output: String, audience: Audience) throws -> String {
        let target = Path.planned(output)
        if isInContent(target, root: root) {
            throw ValidationError(
                "--output \(output) ligger inne i innehållet. Välj en mapp utanför content/, theme/ och .klubba/.")
        }
        if isOverSite(target, root: root) {
            throw ValidationError("--output \(output) skulle skriva över webbplatsens egen mapp. Välj en annan mapp.")
        }
        if audience == .members && target == Path.planned(root + "/public") {
            throw membersInPublic
        }
        return target
    }

    /// Where a secretary's own files lie, and what klubba keeps beside them.
    static func isInContent(_ target: String, root: String) -> Bool {
        ["content", "theme", ".klubba"].contains { Path.isInside(target, "\(root)/\($0)") }
    }

    /// The site's own folder, or one that it lies in.
    static func isOverSite(_ target: String, root: String) -> Bool { Path.isInside(root, target) }

    static let membersInPublic = ValidationError(
        "Ledamöternas webbplats får inte hamna i public/. Skriv till exempel --output ../ledamoter.")
}
