/// LibreOffice, which makes pages or other formats of office files (libreoffice.org; MPL-2.0).
///
/// It reads files of strangers, so it runs confined, with settings of its own each time: nothing that a file links to is
/// opened, no macro runs, and papers and numbers are Swedish on every machine.
public struct OfficeSuite: Sendable {
    let program: String

    public init(program: String) { self.program = program }

    /// The one that `KLUBBA_SOFFICE` names, or else the machine's own; nil where it has none.
    public init?(site: String) {
        guard
            let program = Toolbox.find("soffice", variable: "KLUBBA_SOFFICE", in: "import/bin/soffice", site: site)
        else { return nil }
        self.init(program: program)
    }
}

extension OfficeSuite {
    /// `7.4.7.2`; nil where it can't be run.
    public func version() -> String? {
        guard let ending = try? ChildProcess.run(program, ["--version"], seconds: 60), ending.status == 0 else {
            return nil
        }
        return ending.text.split(separator: " ").dropFirst().first.map(String.init)
    }

    /// Converts files into a folder's `ut`, all in one run.
    ///
    /// - Parameter format: `docx`, `pdf` (which is PDF/A-2b with tags), or a name with a filter and its options.
    /// - Returns: the exit status, which says little of each file; nil where it had to be ended.
    @discardableResult
    public func convert(_ files: [String], to format: String, in folder: String) -> Int32? {
        let settings = "\(folder)/profil/user"
        guard (try? Folder.makeFolders(above: "profil/user/x", in: folder, mode: 0o700)) != nil,
            (try? FileBytes.write(
                Array(OfficeSuite.settings.utf8), to: settings + "/registrymodifications.xcu", mode: 0o600)) != nil
        else { return nil }
        let arguments = [
            "-env:UserInstallation=file://\(folder)/profil", "--headless", "--norestore", "--convert-to", format,
            "--outdir", folder + "/ut",
        ]
        let ending = try? ChildProcess.run(
            program, arguments + files, environment: ["HOME": folder], seconds: 60 + 60 * files.count,
            confinement: .paper)
        return ending?.status
    }

    private static let settings = registry([
        ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
        ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
        ("Setup/L10N", "ooSetupSystemLocale", "sv-SE"),
        // PDF/A-2
        ("Office.Common/Filter/PDF/Export", "SelectPdfVersion", "2"),
    ])

    private static func registry(_ values: [(path: String, name: String, value: String)]) -> String {
        let items = values.map { path, name, value in
            "<item oor:path=\"/org.openoffice.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\"><value>\(value)</value>"
                + "</prop></item>\n"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            \(items.joined())</oor:items>

            """
    }
}
