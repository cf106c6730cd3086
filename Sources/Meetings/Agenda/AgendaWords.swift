/// What agendas call their usual points.
public enum AgendaWords {
    /// True for what closes a meeting: "Övriga frågor", "Nästa möte", "Mötets avslutande".
    public static func isClosing(_ heading: String) -> Bool {
        let heading = AgendaLine.withoutBareNumber(heading)?.rest ?? heading
        let folded = String(decoding: Spelling.fold(heading), as: UTF8.self)
        return ["ovrig", "nasta mote", "nasta sammantrade"].contains { folded.hasPrefix($0) }
            || folded.contains("avslut")
    }
}
