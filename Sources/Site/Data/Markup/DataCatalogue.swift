import Meetings
import Register

/// `/data/dcat.jsonld`: what open data there is, for data portals, as DCAT-AP-SE (JSON-LD of DCAT). Only where the public
/// site's address is known.
struct DataCatalogue: Sendable {
    private let edition: Edition
    /// The site's address, without a slash at the end.
    private let site: String
    private let tables: [TableRow]

    private static let europe = "http://publications.europa.eu/resource/authority/"

    init?(_ edition: Edition, _ tables: [TableRow]) {
        guard let site = edition.publicSite else { return nil }
        (self.edition, self.site, self.tables) = (edition, site, tables)
    }
}

extension DataCatalogue {
    func append(to page: inout [UInt8]) {
        var json = JSONWriter()
        json.object(&page) { json, page in
            json.key("@context", &page)
            json.object(&page) { json, page in
                json.member("dcat", "http://www.w3.org/ns/dcat#", &page)
                json.member("dcterms", "http://purl.org/dc/terms/", &page)
                json.member("foaf", "http://xmlns.com/foaf/0.1/", &page)
                json.member("xsd", "http://www.w3.org/2001/XMLSchema#", &page)
            }
            json.key("@graph", &page)
            json.array(&page) { json, page in
                appendCatalogue(&json, &page)
                appendPublisher(&json, &page)
                for table in tables { append(table, &json, &page) }
            }
        }
        page.append(0x0A)
    }

    private var about: String { "\(site)/\(Addresses.data)" }
    private var publisher: String { site + "/#organisation" }
    private var words: Words { edition.words }

    private func appendCatalogue(_ json: inout JSONWriter, _ page: inout [UInt8]) {
        let register = edition.register
        let days = ContentDays(register).all
        json.object(&page) { json, page in
            begin("dcat:Catalog", about + "#katalog", &json, &page)
            said("dcterms:title", "\(words[.openData]), \(edition.site.name)", &json, &page)
            said("dcterms:description", words[key: "oppna_data_ingress"], &json, &page)
            node("dcterms:publisher", publisher, &json, &page)
            node("foaf:homepage", about, &json, &page)
            node("dcterms:language", "\(Self.europe)language/SWE", &json, &page)
            node("dcat:themeTaxonomy", "\(Self.europe)data-theme", &json, &page)
            if let licence = register.profile.licence { node("dcterms:license", licence.address, &json, &page) }
            if let days {
                day("dcterms:issued", days.first, &json, &page)
                day("dcterms:modified", days.last, &json, &page)
            }
            nodes("dcat:dataset", tables.map(dataset), &json, &page)
        }
    }

    private func appendPublisher(_ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.object(&page) { json, page in
            begin("foaf:Agent", publisher, &json, &page)
            json.member("foaf:name", edition.site.name, &page)
            node("foaf:homepage", site + "/", &json, &page)
            node("dcterms:type", "http://purl.org/adms/publishertype/LocalAuthority", &json, &page)
        }
    }

    private func append(_ table: TableRow, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        let files = table.files.compactMap(\.address)
        json.object(&page) { json, page in
            begin("dcat:Dataset", dataset(table), &json, &page)
            said("dcterms:title", "\(table.title), \(edition.site.name)", &json, &page)
            said("dcterms:description", table.about, &json, &page)
            node("dcterms:publisher", publisher, &json, &page)
            node("dcat:theme", "\(Self.europe)data-theme/GOVE", &json, &page)
            node("dcterms:accessRights", "\(Self.europe)access-right/PUBLIC", &json, &page)
            node("dcterms:accrualPeriodicity", "\(Self.europe)frequency/IRREG", &json, &page)
            node("dcat:landingPage", dataset(table), &json, &page)
            nodes("dcat:distribution", files.map { "\(site)/\($0)" }, &json, &page)
        }
        for file in files {
            json.object(&page) { json, page in
                begin("dcat:Distribution", "\(site)/\(file)", &json, &page)
                said("dcterms:title", file, &json, &page)
                node("dcat:accessURL", "\(site)/\(file)", &json, &page)
                node("dcat:downloadURL", "\(site)/\(file)", &json, &page)
                json.member("dcterms:format", file.hasSuffix("csv") ? "text/csv" : "application/json", &page)
                if let licence = edition.register.profile.licence {
                    node("dcterms:license", licence.address, &json, &page)
                }
            }
        }
    }

    private func dataset(_ table: TableRow) -> String { "\(about)#\(table.name)" }

    private func begin(_ type: String, _ id: String, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.member("@id", id, &page)
        json.member("@type", type, &page)
    }

    /// A text in the site's language.
    private func said(_ name: StaticString, _ text: String, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.key(name, &page)
        json.object(&page) { json, page in
            json.member("@value", text, &page)
            json.member("@language", words.language, &page)
        }
    }

    private func node(_ name: StaticString, _ id: String, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.key(name, &page)
        json.object(&page) { json, page in json.member("@id", id, &page) }
    }

    private func nodes(_ name: StaticString, _ ids: [String], _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.key(name, &page)
        json.array(&page) { json, page in
            for id in ids { json.object(&page) { json, page in json.member("@id", id, &page) } }
        }
    }

    private func day(_ name: StaticString, _ day: CalendarDate, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.key(name, &page)
        json.object(&page) { json, page in
            json.member("@type", "xsd:date", &page)
            json.member("@value", day.description, &page)
        }
    }
}
