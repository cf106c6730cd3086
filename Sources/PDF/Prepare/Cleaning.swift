/// Goes through all that a page's drawing refers to and takes away what is no part of its looks: streams whose data
/// stand in another file, structure, metadata. The walk keeps its own stack: objects may refer to each other in a ring.
struct Cleaning {
    private var visited: Set<ObjectID> = []
    private(set) var hasUnembeddedFont = false
}

extension Cleaning {
    mutating func clean(_ start: PDFObject) {
        var stack = [start]
        while let object = stack.popLast() {
            if object.isIndirect, !visited.insert(object.id).inserted { continue }
            if object.isStream {
                for key in Cleaning.neverInStreams { object.remove(key) }
                push(object, &stack)
            } else if object.isDictionary {
                look(atFont: object)
                object.remove("/PieceInfo")
                push(object, &stack)
            } else if object.isArray {
                for index in 0..<object.count {
                    let item = object[index]
                    if item.isStream || item.isDictionary || item.isArray { stack.append(item) }
                }
            }
        }
    }

    private static let neverInStreams = [
        "/F", "/FFilter", "/FDecodeParms", "/OPI", "/Ref", "/AF", "/Metadata", "/PieceInfo", "/StructParent",
        "/StructParents", "/Measure", "/PtData", "/PS", "/Alternates",
    ]

    private func push(_ object: PDFObject, _ stack: inout [PDFObject]) {
        for key in object.keys {
            guard let value = object[key] else { continue }
            if key == "/Properties", value.isDictionary { keepLayers(value) }
            if value.isStream || value.isDictionary || value.isArray { stack.append(value) }
        }
    }

    /// Marked content may refer to anything; only layers change what is seen.
    private func keepLayers(_ properties: PDFObject) {
        for key in properties.keys {
            let type = properties[key]?["/Type"]?.name
            if type != "/OCG" && type != "/OCMD" { properties.set(key, properties.document.dictionary()) }
        }
    }

    /// PDF/A asks for every font inside the file. A Type 3 font is drawn, and its file is the PDF itself.
    private mutating func look(atFont font: PDFObject) {
        guard font["/Type"]?.name == "/Font" else { return }
        switch font["/Subtype"]?.name {
        case "/Type1", "/MMType1", "/TrueType", "/CIDFontType0", "/CIDFontType2":
            let descriptor = font["/FontDescriptor"]
            let files = ["/FontFile", "/FontFile2", "/FontFile3"]
            if !files.contains(where: { descriptor?[$0] != nil }) { hasUnembeddedFont = true }
        default: break
        }
    }
}
