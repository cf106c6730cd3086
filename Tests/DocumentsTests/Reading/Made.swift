/// Files made by hand, with the number in one place or another.
enum Made {
    static let number = "811218-9876"

    /// A zip archive whose files are not packed.
    static func zip(_ files: [(name: String, text: String)]) -> [UInt8] {
        archive(files.map { ($0.name, Array($0.text.utf8)) })
    }

    static func archive(_ files: [(name: String, data: [UInt8])]) -> [UInt8] {
        var (bytes, list): ([UInt8], [UInt8]) = ([], [])
        for (name, data) in files {
            let (start, name) = (bytes.count, Array(name.utf8))
            let sizes = long(0) + long(data.count) + long(data.count) + word(name.count)
            bytes += [0x50, 0x4B, 3, 4] + word(20) + word(0) + word(0) + long(0) + sizes + word(0) + name + data
            list += [0x50, 0x4B, 1, 2] + word(20) + word(20) + word(0) + word(0) + long(0) + sizes + word(0) + word(0)
            list += word(0) + word(0) + long(0) + long(start) + name
        }
        let end =
            word(0) + word(0) + word(files.count) + word(files.count) + long(list.count) + long(bytes.count) + word(0)
        return bytes + list + [0x50, 0x4B, 5, 6] + end
    }

    private static func word(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
    private static func long(_ number: Int) -> [UInt8] { word(number & 0xFFFF) + word(number >> 16) }

    static func office(_ part: String, _ text: String) -> [UInt8] {
        zip([("[Content_Types].xml", "<Types/>"), (part, text)])
    }

    /// Objects from 1; the first is the catalogue, the second has the pages, the third is the page.
    static func pdf(content: String, page: String = "", catalogue: String = "", more: [String] = [], after: String = "")
        -> [UInt8]
    {
        let objects =
            [
                "<< /Type /Catalog /Pages 2 0 R \(catalogue) >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \(page) /Resources << /Font << /F 5 0 R >> >> >>",
                "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            ] + more
        var text = "%PDF-1.7\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { text += String(String(10_000_000_000 + place).dropFirst()) + " 00000 n \n" }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(after) >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
