import PDFWork

/// What the whole says of itself: title, day, and the standards that it keeps. The same content gives the same bytes, so
/// nothing here knows the time.
struct Metadata {
    private let order: MergeOrder

    init(_ order: MergeOrder) { self.order = order }

    static let producer = "Klubba"
}

extension Metadata {
    func set(in document: Document) {
        let stream = document.stream(Array(packet.utf8))
        stream.set("/Type", document.name("/Metadata"))
        stream.set("/Subtype", document.name("/XML"))
        document.root.set("/Metadata", stream)
        document.root.set("/Lang", document.string(Array("sv".utf8)))
        document.root.set("/PageMode", document.name("/UseOutlines"))
        let info = document.dictionary()
        info.set("/Title", document.text(order.title))
        info.set("/Producer", document.text(Metadata.producer))
        info.set("/CreationDate", document.string(Array(Metadata.pdfDate(order.created).utf8)))
        info.set("/ModDate", document.string(Array(Metadata.pdfDate(order.created).utf8)))
        document.trailer.set("/Info", info.madeIndirect())
        let identifier = document.string(Metadata.bytes(ofHexadecimal: order.identifier))
        document.trailer.set("/ID", document.array([identifier, identifier]))
    }

    /// `2026-11-19T00:00:00+00:00` as `D:20261119000000+00'00'`
    static func pdfDate(_ date: String) -> String {
        let digits = date.filter(\.isNumber)
        guard digits.count >= 18 else { return "D:" + digits.prefix(14) }
        let zone = date.dropFirst(19).first == "-" ? "-" : "+"
        return "D:\(digits.prefix(14))\(zone)\(digits.dropFirst(14).prefix(2))'\(digits.suffix(2))'"
    }

    static func bytes(ofHexadecimal text: String) -> [UInt8] {
        let digits = Array(text)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
    }
}

extension Metadata {
    /// XMP (ISO 16684-1). PDF/UA's own property is none that PDF/A knows, so it comes with its description
    /// (ISO 19005-3 6.6.2.3.3).
    private var packet: String {
        var parts: [String] = [
            """
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Metadata.escaped(order.title))</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>sv</rdf:li></rdf:Bag></dc:language>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:CreateDate>\(order.created)</xmp:CreateDate>
            <xmp:ModifyDate>\(order.created)</xmp:ModifyDate>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <pdf:Producer>\(Metadata.producer)</pdf:Producer>
            </rdf:Description>
            """
        ]
        if let level = order.archiveLevel {
            parts.append(
                """
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>\(order.archivePart)</pdfaid:part>
                <pdfaid:conformance>\(level)</pdfaid:conformance>
                </rdf:Description>
                """)
        }
        if order.isAccessible { parts.append(Metadata.accessibility) }
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            \(parts.joined(separator: "\n"))
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """
    }

    private static let accessibility = """
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
