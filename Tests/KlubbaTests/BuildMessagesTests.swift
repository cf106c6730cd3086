import Diagnostics
import Output
import Testing

@testable import klubba

@Suite("What is said when a site could not be written")
struct BuildMessagesTests {
    private let disk = OutputFailure.system("public/index.html", errno: 5)

    private func said(
        _ failure: OutputFailure, _ errand: BuildMessages.Errand, _ language: MessageLanguage = .swedish
    ) -> String {
        BuildMessages.failed(failure, "public", language, of: errand)
    }

    @Test("the way back is told to be taken again, and never that a build would mend it")
    func undo() {
        #expect(
            said(disk, .undo)
                == "public/index.html: disken svarar med fel. När felet är åtgärdat: kör klubba build --undo igen. Webbplatsen är som den var."
        )
        #expect(
            said(.diskFull("public"), .publishUndo)
                == "Disken är full vid public. Frigör utrymme och kör klubba publish --undo igen. Webbplatsen är som den var."
        )
        #expect(
            said(.partly(disk, files: 2), .undo)
                == "public/index.html: disken svarar med fel. 2 filer kunde inte läggas tillbaka och är från det förra bygget. När felet är åtgärdat: kör klubba build --undo igen."
        )
    }

    @Test("a build and a publish are told to be run again")
    func forth() {
        #expect(
            said(disk, .build)
                == "public/index.html: disken svarar med fel. När felet är åtgärdat: bygg igen. Den förra webbplatsen är orörd."
        )
        #expect(said(.diskFull("/srv"), .publish).contains("Frigör utrymme och kör klubba publish igen."))
        #expect(
            said(.readFailed("a.pdf", errno: 13), .build, .english)
                == "a.pdf could not be read (permission denied). Check the file and build again. The old site is untouched."
        )
    }
}
