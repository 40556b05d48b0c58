internal import Contracts
internal import SQLiteDriver

extension StoreError {
    init(_ error: SQLiteError) {
        switch error.code {
        case .overloaded: self.init(.overloaded)
        case .full, .readOnly: self.init(.notWritable)
        default: self.init(.failed)
        }
    }
}
