import Archive
import Meetings
import System

/// The public site for reading without a web server, put into a package by klubba itself.
struct OfflineCopy: Sendable {
    let root: String
    let today: CalendarDate

    func write(to folder: String) throws(ArchiveFailure) {
        guard let program = Path.ownProgram else { throw .printing("klubba build --offline") }
        let ending: ChildProcess.Ending
        do throws(SystemError) {
            ending = try ChildProcess.run(
                program,
                ["build", "--offline", "--site", root, "--today", today.description, "--output", folder],
                seconds: 3600)
        } catch {
            throw .printing("klubba build --offline")
        }
        if ending.status != 0 { throw .printing(ending.errorText) }
    }
}
