internal import E2EE

/// Rows of the local history.
extension Calls {
    /// `storageKey, place, content → row`.
    mutating func sealRow(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let sealer = RowSealer<Provider>(key: try symmetricKey(&arguments))
        let (place, content) = (try arguments.bytes(), try arguments.bytes())
        try arguments.finish()
        results.bytes(try refusing { () throws(RowRefusal) in try sealer.seal(content, at: place) })
    }

    /// `storageKey, place, row → content`.
    mutating func openRow(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let sealer = RowSealer<Provider>(key: try symmetricKey(&arguments))
        let (place, row) = (try arguments.bytes(), try arguments.bytes())
        try arguments.finish()
        results.bytes(try refusing { () throws(RowRefusal) in try sealer.open(row, at: place) })
    }
}
