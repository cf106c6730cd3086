/// On what terms the open data may be used (`licens:` in klubba.yml).
public enum Licence: String, CaseIterable, Hashable, Sendable {
    case cc0 = "CC0-1.0"
    case ccBy = "CC-BY-4.0"
    case ccBySa = "CC-BY-SA-4.0"
    case pddl = "PDDL-1.0"
    case odcBy = "ODC-By-1.0"
    case odbl = "ODbL-1.0"
}

extension Licence {
    /// By its name of the SPDX list, with any case and with spaces for dashes, or by its address.
    public init?(written: String) {
        let folded = Licence.folded(written)
        let address = written.hasSuffix("/") ? written : written + "/"
        guard
            let licence = Licence.allCases.first(where: {
                Licence.folded($0.rawValue) == folded || $0.address == address
            })
        else { return nil }
        self = licence
    }

    /// Where its text is.
    public var address: String {
        switch self {
        case .cc0: "https://creativecommons.org/publicdomain/zero/1.0/"
        case .ccBy: "https://creativecommons.org/licenses/by/4.0/"
        case .ccBySa: "https://creativecommons.org/licenses/by-sa/4.0/"
        case .pddl: "https://opendatacommons.org/licenses/pddl/1-0/"
        case .odcBy: "https://opendatacommons.org/licenses/by/1-0/"
        case .odbl: "https://opendatacommons.org/licenses/odbl/1-0/"
        }
    }

    /// The licence that was probably meant by a name that is none: one without its version, or misspelt.
    public static func nearest(to written: String) -> Licence? {
        let folded = folded(written)
        let begun = allCases.first {
            !folded.isEmpty && $0.rawValue.split(separator: "-").dropLast().joined().lowercased() == folded
        }
        return begun ?? Spelling.nearest(to: written, among: allCases.map(\.rawValue)).flatMap { Licence(rawValue: $0) }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().filter { $0 != " " && $0 != "-" && $0 != "\u{A0}" }
    }
}
