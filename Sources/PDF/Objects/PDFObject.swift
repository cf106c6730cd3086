import CQPDF

/// An object of a PDF. Valid until its document releases its objects.
struct PDFObject {
    let document: Document
    let handle: qpdf_oh

    init(_ document: Document, _ handle: qpdf_oh) { (self.document, self.handle) = (document, handle) }

    private var data: qpdf_data { document.data }
}

/// What an object is called in its file; 0 for one that stands inside another.
struct ObjectID: Hashable {
    let number: Int32
    let generation: Int32
}

extension PDFObject {
    var isDictionary: Bool { qpdf_oh_is_dictionary(data, handle) != 0 }
    var isArray: Bool { qpdf_oh_is_array(data, handle) != 0 }
    var isStream: Bool { qpdf_oh_is_stream(data, handle) != 0 }
    var isName: Bool { qpdf_oh_is_name(data, handle) != 0 }
    var isString: Bool { qpdf_oh_is_string(data, handle) != 0 }
    var isNull: Bool { qpdf_oh_is_null(data, handle) != 0 }
    var isIndirect: Bool { qpdf_oh_is_indirect(data, handle) != 0 }

    var id: ObjectID {
        ObjectID(
            number: qpdf_oh_get_object_id(data, handle), generation: qpdf_oh_get_generation(data, handle))
    }

    /// With its slash; nil for anything else than a name.
    var name: String? {
        guard isName else { return nil }
        return qpdf_oh_get_name(data, handle).map { String(cString: $0) }
    }

    /// The text of a string, from PDFDocEncoding or UTF-16.
    var text: String? {
        guard isString else { return nil }
        var length = 0
        guard let bytes = qpdf_oh_get_binary_utf8_value(data, handle, &length) else { return nil }
        return String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    }

    /// The bytes of a string.
    var string: [UInt8]? {
        guard isString else { return nil }
        var length = 0
        guard let bytes = qpdf_oh_get_binary_string_value(data, handle, &length) else { return nil }
        return Array(UnsafeRawBufferPointer(start: bytes, count: length))
    }

    var integer: Int? {
        var value: Int64 = 0
        return qpdf_oh_get_value_as_longlong(data, handle, &value) != 0 ? Int(value) : nil
    }

    var number: Double? {
        var value = 0.0
        guard qpdf_oh_get_value_as_number(data, handle, &value) != 0, value.isFinite else { return nil }
        return value
    }

    /// A real number as it stands in the file.
    var writtenReal: String? {
        guard qpdf_oh_is_real(data, handle) != 0 else { return nil }
        return qpdf_oh_get_real_value(data, handle).map { String(cString: $0) }
    }

    /// The value of a key, of a dictionary's or a stream's; nil for null.
    subscript(key: String) -> PDFObject? {
        let dictionary = isStream ? self.dictionary : self
        guard dictionary.isDictionary else { return nil }
        let value = PDFObject(document, qpdf_oh_get_key(data, dictionary.handle, key))
        return value.isNull ? nil : value
    }

    /// A stream's dictionary.
    var dictionary: PDFObject { PDFObject(document, qpdf_oh_get_dict(data, handle)) }

    var keys: [String] {
        let dictionary = isStream ? self.dictionary : self
        guard dictionary.isDictionary else { return [] }
        var keys: [String] = []
        qpdf_oh_begin_dict_key_iter(data, dictionary.handle)
        while qpdf_oh_dict_more_keys(data) != 0 {
            if let key = qpdf_oh_dict_next_key(data) { keys.append(String(cString: key)) }
        }
        return keys
    }

    var count: Int { isArray ? Int(qpdf_oh_get_array_n_items(data, handle)) : 0 }

    subscript(index: Int) -> PDFObject { PDFObject(document, qpdf_oh_get_array_item(data, handle, Int32(index))) }

    /// Four or six numbers, or however many; nil when the array holds anything else.
    var numbers: [Double]? {
        guard isArray, count <= 1000 else { return nil }
        var numbers: [Double] = []
        for index in 0..<count {
            guard let number = self[index].number else { return nil }
            numbers.append(number)
        }
        return numbers
    }
}

extension PDFObject {
    func set(_ key: String, _ value: PDFObject) {
        let dictionary = isStream ? self.dictionary : self
        qpdf_oh_replace_key(data, dictionary.handle, key, value.handle)
    }

    func remove(_ key: String) {
        let dictionary = isStream ? self.dictionary : self
        qpdf_oh_remove_key(data, dictionary.handle, key)
    }

    func append(_ value: PDFObject) { qpdf_oh_append_item(data, handle, value.handle) }

    /// The same object as one that others refer to by number.
    func madeIndirect() -> PDFObject { PDFObject(document, qpdf_make_indirect_object(data, handle)) }

    /// A dictionary that can be changed without changing this one; values are shared.
    func shallowCopy() -> PDFObject {
        let copy = document.dictionary()
        for key in keys { if let value = self[key] { copy.set(key, value) } }
        return copy
    }

    /// This object and all that it refers to, in another document.
    func copied(to other: Document) -> PDFObject {
        PDFObject(other, qpdf_oh_copy_foreign_object(other.data, data, handle))
    }
}

extension Document {
    /// As the PDF syntax has it: `<< /Type /XObject >>`.
    func parse(_ text: String) -> PDFObject { PDFObject(self, qpdf_oh_parse(data, text)) }
    func dictionary() -> PDFObject { PDFObject(self, qpdf_oh_new_dictionary(data)) }
    func array(_ items: [PDFObject] = []) -> PDFObject {
        let array = PDFObject(self, qpdf_oh_new_array(data))
        for item in items { array.append(item) }
        return array
    }
    func name(_ name: String) -> PDFObject { PDFObject(self, qpdf_oh_new_name(data, name)) }
    func integer(_ value: Int) -> PDFObject { PDFObject(self, qpdf_oh_new_integer(data, Int64(value))) }
    func real(_ value: Double) -> PDFObject { PDFObject(self, qpdf_oh_new_real_from_double(data, value, 8)) }
    func numbers(_ values: [Double]) -> PDFObject { array(values.map(real)) }
    func text(_ text: String) -> PDFObject { PDFObject(self, qpdf_oh_new_unicode_string(data, text)) }
    func string(_ bytes: [UInt8]) -> PDFObject {
        let handle = bytes.withUnsafeBytes { buffer in
            qpdf_oh_new_binary_string(data, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        return PDFObject(self, handle)
    }
    func null() -> PDFObject { PDFObject(self, qpdf_oh_new_null(data)) }

    func stream(_ bytes: [UInt8]) -> PDFObject {
        let stream = PDFObject(self, qpdf_oh_new_stream(data))
        stream.replaceBytes(bytes)
        return stream
    }
}

extension PDFObject {
    func replaceBytes(_ bytes: [UInt8]) {
        let nothing = document.null()
        // An empty array has no address, and libqpdf copies what it is given.
        let source = bytes.isEmpty ? [UInt8(ascii: "\n")] : bytes
        source.withUnsafeBufferPointer { buffer in
            qpdf_oh_replace_stream_data(
                data, handle, buffer.baseAddress, buffer.count, nothing.handle, nothing.handle)
        }
    }
}
