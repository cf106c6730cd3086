import PDFWork

/// Files that go along as they are (ISO 19005-3 6.8): each with what it is to the document, so that PDF/A-3 holds.
enum AttachedFiles {
    static func add(
        _ attachments: [MergeOrder.AttachedFile], _ files: [[UInt8]], to document: Document, created: String
    ) {
        guard !attachments.isEmpty else { return }
        let names = document.array()
        let associated = document.array()
        for (attachment, bytes) in zip(attachments, files).sorted(by: {
            $0.0.name.utf8.lexicographicallyPrecedes($1.0.name.utf8)
        }) {
            let stream = document.stream(bytes)
            stream.set("/Type", document.name("/EmbeddedFile"))
            stream.set("/Subtype", document.name("/" + attachment.mediaType))
            let parameters = document.dictionary()
            parameters.set("/Size", document.integer(bytes.count))
            parameters.set("/ModDate", document.string(Array(Metadata.pdfDate(created).utf8)))
            stream.set("/Params", parameters)

            let kept = document.dictionary()
            kept.set("/F", stream)
            kept.set("/UF", stream)
            let specification = document.dictionary()
            specification.set("/Type", document.name("/Filespec"))
            specification.set("/F", document.text(attachment.name))
            specification.set("/UF", document.text(attachment.name))
            specification.set("/Desc", document.text(attachment.description))
            specification.set("/AFRelationship", document.name("/Source"))
            specification.set("/EF", kept)
            let indirect = specification.madeIndirect()
            names.append(document.text(attachment.name))
            names.append(indirect)
            associated.append(indirect)
        }
        let tree = document.dictionary()
        tree.set("/Names", names)
        let all = document.root["/Names"] ?? document.dictionary()
        all.set("/EmbeddedFiles", tree)
        document.root.set("/Names", all)
        document.root.set("/AF", associated)
    }
}
