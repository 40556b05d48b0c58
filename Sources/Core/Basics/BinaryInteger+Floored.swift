extension BinaryInteger {
    /// Division that rounds down, so that the remainder is never negative: what dates before 1970 want.
    ///
    /// - Parameter divisor: positive.
    @inlinable
    public func flooredQuotientAndRemainder(dividingBy divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
