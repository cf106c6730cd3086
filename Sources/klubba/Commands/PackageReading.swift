import Archive
import ArgumentParser
import Content
import Diagnostics
import Meetings
import Publishing
import System

/// Checks packages, and makes sites of them again. The site that a package was made of need not be at hand.
struct PackageReading {
    let format: OutputFormat
    /// The site where the question is asked, if there is one.
    let site: String
}

extension PackageReading {
    func verify(_ package: String) async throws {
        let path = try existing(package)
        var language = language(of: Path.planned(site))
        do throws(ArchiveFailure) {
            let opened = try OpenedPackage(path)
            language = self.language(of: opened.site, otherwise: language)
            let check = await checked(opened, language)
            let faults = (opened.diagnostics + check.diagnostics).sorted()
            tell(faults, language)
            Console.err(
                faults.isEmpty
                    ? ArchiveMessages.sound(package, check.fileCount, language)
                    : ArchiveMessages.unsound(package, faults.count, language))
            if !faults.isEmpty { throw .content([]) }
        } catch {
            throw refused(error, language)
        }
    }

    func restore(_ package: String, into folder: String) async throws {
        let path = try existing(package)
        let target = Path.planned(folder)
        guard Restoring.isEmpty(target) else { throw ValidationError("\(folder) är inte tom") }
        var language = language(of: Path.planned(site))
        do throws(ArchiveFailure) {
            let opened = try OpenedPackage(path)
            language = self.language(of: opened.site, otherwise: language)
            let faults = (opened.diagnostics + (await checked(opened, language)).diagnostics).sorted()
            if !faults.isEmpty {
                tell(faults, language)
                Console.err(ArchiveMessages.notRestored(faults.count, language))
                throw .content([])
            }
            let count = try Restoring.restore(opened, into: target)
            tell([], language)
            Console.err(ArchiveMessages.restored(count, folder, language))
        } catch {
            throw refused(error, language)
        }
    }

    private func existing(_ package: String) throws -> String {
        guard let path = Path.absolute(package) else { throw ValidationError("Paketet \(package) finns inte.") }
        return path
    }

    private func checked(_ package: OpenedPackage, _ language: MessageLanguage) async -> PackageCheck {
        var check = PackageCheck(root: package.root, language: language)
        await check.run()
        return check
    }

    /// What the klubba.yml of a site says; of one without it, the other.
    private func language(of root: String, otherwise other: MessageLanguage = .swedish) -> MessageLanguage {
        guard FileBytes.size(of: root + "/klubba.yml") != nil else { return other }
        let settings = SiteReader(root: root, clock: { _ in CalendarDate(dayNumber: SystemClock.seconds / 86_400) })
            .settings()
        return MessageLanguage(rawValue: settings.profile.language.rawValue) ?? other
    }

    /// `FILE: error[K187]: text`: of a whole file, so without a line.
    private func tell(_ faults: [Diagnostic], _ language: MessageLanguage) {
        if format == .json { return Reporter(format: .json, language: language).report(faults) }
        for fault in faults {
            let mark = Console.coloured("\(fault.severity.rawValue)[\(fault.problem.code)]", .red)
            Console.err("\(fault.place.file.visible): \(mark): \(fault.problem.text(in: language))")
        }
    }

    private func refused(_ failure: ArchiveFailure, _ language: MessageLanguage) -> ExitCode {
        switch failure {
        case .content(let faults):
            if !faults.isEmpty { tell(faults, language) }
            return .content
        default:
            Console.err(ArchiveMessages.text(failure, swedish: language == .swedish))
            return .machine
        }
    }
}
