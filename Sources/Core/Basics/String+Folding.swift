@_spi(_Unicode) internal import Swift

extension String {
    /// The one spelling of a name or an address, for comparing and storing: lower case and composed (NFC, UAX #15).
    ///
    /// Composed again after the lower case, which takes some letters apart; folding twice changes nothing.
    public var foldedOnce: String {
        var scalars = UnicodeScalarView()
        scalars.append(contentsOf: lowercased()._nfc)
        return String(scalars)
    }
}
