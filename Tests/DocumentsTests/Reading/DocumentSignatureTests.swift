import Testing

@testable import Documents

@Suite("Who has signed a PDF, as pdfsig tells")
struct DocumentSignatureTests {
    @Test("a name without its personnummer, a time, and whether it holds")
    func signer() {
        let said = """
            Digital Signature Info of: protokoll.pdf
            Signature #1:
              - Signature Field Name: S1
              - Signer Certificate Common Name: SAM DAHL 19811218-9876
              - Signer full Distinguished Name: serialNumber=198112189876,CN=SAM DAHL 19811218-9876,C=SE
              - Signing Time: Sep 24 2020 10:11:12
              - Signature Type: ETSI.CAdES.detached
              - Total document signed
              - Signature Validation: Signature is Valid.
            """
        #expect(
            DocumentSignature.all(in: said) == [
                DocumentSignature(name: "SAM DAHL", time: 1_600_942_272, isIntact: true, coversAll: true)
            ])
    }

    @Test("the time stamp of a whole document, as services put last, is nobody's signature")
    func documentTimestamp() {
        let said = """
            Signature #1:
              - Signer Certificate Common Name: Robin Ek
              - Signing Time: Sep 24 2020 10:11:12
              - Signature Type: ETSI.CAdES.detached
              - Not total document signed
              - Signature Validation: Signature is Valid.
            Signature #2:
              - Signature Field Name: Timestamp-53cb84d5
              - Signer Certificate Common Name: Tidsstämpeltjänsten AB
              - Signing Time: Jan 01 1970 00:00:00
              - Signature Type: unknown
              - Not total document signed
              - Signature Validation: Signature has not yet been verified.
            """
        #expect(DocumentSignature.all(in: said).map(\.name) == ["Robin Ek"])
    }
}
