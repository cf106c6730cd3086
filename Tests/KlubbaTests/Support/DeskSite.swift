import Foundation
import System

/// A small site with two deciding bodies, one ärende and one meeting.
enum DeskSite {
    static let matterPath = "content/arenden/2027-1.md"
    static let meetingPath = "content/moten/fs-2027-02-26.md"
    static let recordPath = "content/moten/fs-2027-02-26.protokoll.md"

    static func workplace(_ more: [String: String] = [:]) throws -> Workplace {
        try Workplace(
            [
                "klubba.yml": """
                organisation: Förbundet
                adress: https://handlingar.example.se
                organ:
                  - kod: FS
                    namn: Förbundsstyrelsen
                    roll: beslutande
                  - kod: AMN
                    namn: Arbetsmarknadsnämnden
                    roll: beslutande

                """,
                matterPath: matter("dnr: 2027:1\ntitel: Lokaler\nfs: 2027-02-26"),
                meetingPath: "---\ntid: 13.00\nplats: Kansliet\ndagordning: [Öppnande, 2027:1, Övriga frågor]\n---\n",
            ].merging(more) { $1 })
    }

    static func edits(_ all: JSONValue...) -> JSONValue.Member { JSONValue.Member("edits", .array(all)) }
}
