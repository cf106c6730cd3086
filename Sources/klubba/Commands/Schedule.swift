/// How a machine publishes each night, since the notice board and the meetings' states follow the clock.
struct Schedule {
    /// The site's folder.
    let root: String
    /// Klubba itself.
    let program: String
    /// Whose midnight it is.
    let timeZone: String
    /// Who is told when it did not go well; nil for nobody but the machine's own log.
    let mail: String?

    enum Means: String, CaseIterable {
        case systemd
        case cron
    }
}

extension Schedule {
    /// `klubba-mitt-forbund`, by the site's folder.
    var name: String {
        let folder = root.split(separator: "/").last.map(String.init) ?? "webbplats"
        let plain = folder.unicodeScalars.map { scalar -> String in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain ? String(scalar) : "-"
        }
        return "klubba-" + plain.joined()
    }

    /// Files for systemd's user manager, with their names there.
    var units: [(name: String, text: String)] {
        let alarm = mail.map { address in
            (
                name: "\(name)-larm.service",
                text: """
                [Unit]
                Description=Klubba berättar att publiceringen inte gick

                [Service]
                Type=oneshot
                ExecStart=/bin/sh -c "{ echo 'To: \(address)'; echo 'Subject: Klubba kunde inte publicera'; echo 'MIME-Version: 1.0'; echo 'Content-Type: text/plain; charset=utf-8'; echo; journalctl --user -u \(name).service -n 60 --no-pager; } | $$(command -v sendmail || echo /usr/sbin/sendmail) -t"

                """
            )
        }
        let service = (
            name: "\(name).service",
            text: """
            [Unit]
            Description=Klubba publicerar \(specifier(root))
            \(mail == nil ? "" : "OnFailure=\(name)-larm.service\n")
            [Service]
            Type=oneshot
            WorkingDirectory=\(specifier(root))
            ExecStart=\(word(program)) publish --yes

            """
        )
        let timer = (
            name: "\(name).timer",
            text: """
            [Unit]
            Description=Klubba publicerar varje natt

            [Timer]
            OnCalendar=*-*-* 00:05:00 \(timeZone)
            Persistent=true

            [Install]
            WantedBy=timers.target

            """
        )
        return [service, timer] + [alarm].compactMap(\.self)
    }

    /// What turns the timer on, and what shows how it went.
    var commands: [String] {
        [
            "systemctl --user daemon-reload", "systemctl --user enable --now \(name).timer", "loginctl enable-linger",
            "systemctl --user start \(name).service; journalctl --user -u \(name).service   # prova nu",
        ]
    }

    /// Lines for a crontab: cron mails what a command says, so it says nothing when it goes well.
    var crontab: String {
        let log = quoted(root + "/.klubba/natten.log")
        let line =
            "5 0 * * * cd \(quoted(root)) && \(quoted(program)) publish --yes >\(log) 2>&1 || { cat \(log); exit 1; }"
        return (mail.map { "MAILTO=\($0)\n" } ?? "") + line.replacing("%", with: "\\%") + "\n"
    }

    /// systemd reads a percent sign as the beginning of a specifier.
    private func specifier(_ text: String) -> String { text.replacing("%", with: "%%") }

    /// One word of a command line of systemd's.
    private func word(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("$", with: "$$")
        return "\"\(specifier(escaped))\""
    }

    /// One word of a shell's.
    private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
