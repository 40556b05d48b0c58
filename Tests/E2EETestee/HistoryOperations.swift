import E2EE
import E2EEOpenSSL
import FoundationEssentials

/// Under a device's storage key, which is at rest itself.
protocol RowOperation: Operation {
    var kek: Int { get }
    var userId: UInt64 { get }
    var deviceId: UInt64 { get }
    var wrappedStorage: Data { get }
}

extension RowOperation {
    func sealer(_ testee: Testee) throws -> RowSealer<OpenSSL> {
        let wrapper = try testee.wrapper(kek, of: userId)
        return try RowSealer(storageKey: wrapper.storageKey(in: [UInt8](wrappedStorage), ofDevice: deviceId))
    }
}

struct SealRow: RowOperation {
    let kek: Int
    let userId: UInt64
    let deviceId: UInt64
    let wrappedStorage: Data
    let place: Data
    let row: Data

    struct Answer: Encodable {
        let sealed: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        Answer(sealed: Data(try sealer(testee).seal([UInt8](row), at: [UInt8](place))))
    }
}

struct OpenRow: RowOperation {
    let kek: Int
    let userId: UInt64
    let deviceId: UInt64
    let wrappedStorage: Data
    let place: Data
    let sealed: Data

    struct Answer: Encodable {
        let row: Data
    }

    func perform(by testee: inout Testee) throws -> Answer {
        Answer(row: Data(try sealer(testee).open([UInt8](sealed), at: [UInt8](place))))
    }
}
