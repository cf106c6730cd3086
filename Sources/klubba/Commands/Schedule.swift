import System

/// How a machine publishes each night, since the notice board and the meetings' states follow the clock.
struct Schedule {
    let root: String
}

extension Schedule {
    /// What to put where, as exact files and commands: nothing is installed unasked.
    var text: String {
        let program = Path.ownProgram ?? "klubba"
        return """
            Varje natt kl. 00.05, med systemd. Lägg de här två filerna i ~/.config/systemd/user/:

            # klubba-publicera.service
            [Unit]
            Description=Klubba publicerar \(root)
            OnFailure=klubba-larm.service

            [Service]
            Type=oneshot
            WorkingDirectory=\(quoted(root))
            ExecStart=\(quoted(program)) publish --yes

            # klubba-publicera.timer
            [Timer]
            OnCalendar=*-*-* 00:05
            Persistent=true

            [Install]
            WantedBy=timers.target

            och kör
              systemctl --user daemon-reload
              systemctl --user enable --now klubba-publicera.timer
              loginctl enable-linger

            klubba-larm.service är din egen: den som ska få veta när det inte gick. Utan systemd, med crontab -e:

            MAILTO=namn@example.se
            5 0 * * * cd '\(root)' && '\(program)' publish --yes >/dev/null 2>$HOME/.klubba-fel || cat $HOME/.klubba-fel
            """
    }

    private func quoted(_ path: String) -> String { path.contains(" ") ? "\"\(path)\"" : path }
}
