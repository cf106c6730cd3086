/// An external list of OParl's, in pages of a hundred.
struct ObjectList: Sendable {
    /// `meetings`; its pages are `oparl/meetings.json`, `oparl/meetings-2.json` …
    let name: String
    let count: Int
    let parliament: Parliament
    /// Of the objects at these places, out of so many.
    var origin: @Sendable (Range<Int>, _ count: Int) -> Origin = { _, _ in .site }
    let append: @Sendable (_ index: Int, inout JSONWriter, inout [UInt8]) -> Void

    static let pageSize = 100
}

extension ObjectList {
    var pageCount: Int { max(1, (count + ObjectList.pageSize - 1) / ObjectList.pageSize) }

    /// The objects of a page.
    func range(_ number: Int) -> Range<Int> {
        let first = min(count, (number - 1) * ObjectList.pageSize)
        return first..<min(count, first + ObjectList.pageSize)
    }

    /// Pages count from 1.
    func address(ofPage number: Int) -> String { Addresses.parliament(number == 1 ? name : "\(name)-\(number)") }

    func appendPage(_ number: Int, to page: inout [UInt8]) {
        var json = JSONWriter()
        json.object(&page) { json, page in
            json.key("data", &page)
            json.array(&page) { json, page in
                for index in range(number) {
                    page.append(0x0A)
                    append(index, &json, &page)
                }
            }
            json.key("pagination", &page)
            json.object(&page) { json, page in
                json.member("totalElements", count, &page)
                json.member("elementsPerPage", ObjectList.pageSize, &page)
                json.member("currentPage", number, &page)
                json.member("totalPages", pageCount, &page)
            }
            json.key("links", &page)
            json.object(&page) { json, page in
                func link(_ name: StaticString, _ number: Int, _ json: inout JSONWriter, _ page: inout [UInt8]) {
                    json.member(name, parliament.url(address(ofPage: number)), &page)
                }
                link("first", 1, &json, &page)
                if number > 1 { link("prev", number - 1, &json, &page) }
                link("self", number, &json, &page)
                if number < pageCount { link("next", number + 1, &json, &page) }
                link("last", pageCount, &json, &page)
            }
        }
        page.append(0x0A)
    }
}
