import E2EE
import E2EEOpenSSL
import FoundationEssentials

struct SealRow: Operation {
    let device: Int
    let place: String
    let row: Data

    struct Answer: Encodable {
        let sealed: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        Answer(sealed: Data(try testee.device(device).rows.seal([UInt8](row), at: Array(place.utf8))))
    }
}

struct OpenRow: Operation {
    let device: Int
    let place: String
    let sealed: Data

    struct Answer: Encodable {
        let row: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        Answer(row: Data(try testee.device(device).rows.open([UInt8](sealed), at: Array(place.utf8))))
    }
}
