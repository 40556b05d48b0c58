/// Something that can be asked for: its arguments, and what is done with them.
protocol Operation: Decodable {
    associatedtype Answer: Encodable

    func perform(by testee: inout Testee) throws -> Answer
}
