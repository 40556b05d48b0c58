internal import E2EE

/// The files that are being sealed or opened piece by piece, by number. All else that a call needs comes with it; but
/// a sealer must not be copied, and the hash so far is known to it alone.
struct OpenFiles<Provider: CryptoProvider> {
    /// Whoever never ends them must not fill the memory.
    static var countMax: Int { 16 }

    private var files: [OpenFile<Provider>] = []
    private var last: UInt32 = 0

    mutating func add(_ sealer: consuming FileSealer<Provider>) throws(CallFailure) -> UInt32 {
        let file = try added()
        file.sealer = consume sealer
        return file.number
    }

    mutating func add(_ opener: consuming FileOpener<Provider>) throws(CallFailure) -> UInt32 {
        let file = try added()
        file.opener = consume opener
        return file.number
    }

    private mutating func added() throws(CallFailure) -> OpenFile<Provider> {
        guard files.count < Self.countMax else { throw .tooManyFiles }
        last &+= 1
        let file = OpenFile<Provider>(number: last)
        files.append(file)
        return file
    }

    func file(_ number: UInt32) throws(CallFailure) -> OpenFile<Provider> {
        guard let file = files.first(where: { $0.number == number }) else { throw .unknownFile }
        return file
    }

    mutating func remove(_ number: UInt32) {
        files.removeAll { $0.number == number }
    }
}

/// One of the two is there.
final class OpenFile<Provider: CryptoProvider> {
    let number: UInt32
    var sealer: FileSealer<Provider>?
    var opener: FileOpener<Provider>?

    init(number: UInt32) {
        self.number = number
    }
}
