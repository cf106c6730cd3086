import ArgumentParser
import Meetings
import System

/// Where a site may be written.
enum OutputFolder {
    /// `output` as a real path. Not into the content, nor over the site itself; and never the members' site over the
    /// public one.
    static func target(root: String, output: String, audience: Audience) throws -> String {
        let target = Path.planned(output)
        if Path.isInside(target, root + "/content") || Path.isInside(target, root + "/theme") {
            throw ValidationError(
                "--output \(output) ligger inne i innehållet. Välj en mapp utanför content/ och theme/.")
        }
        if Path.isInside(root, target) {
            throw ValidationError("--output \(output) skulle skriva över webbplatsens egen mapp. Välj en annan mapp.")
        }
        if audience == .members && target == Path.planned(root + "/public") {
            throw membersInPublic
        }
        return target
    }

    static let membersInPublic = ValidationError(
        "Ledamöternas webbplats får inte hamna i public/. Skriv till exempel --output ../ledamoter.")
}
