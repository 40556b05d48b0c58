internal import Contracts

/// What is noted of a request once it is answered.
struct AnsweredRequest: Sendable {
    /// One that HTTP knows, else `other`: what clients make up is not noted.
    let method: String
    /// The call's name in its contract, or what else was asked for.
    let call: String
    let status: Int
    let nanoseconds: UInt64
    /// Bodies only.
    let requestBytes: Int
    let responseBytes: Int
    let caller: Caller?
}
