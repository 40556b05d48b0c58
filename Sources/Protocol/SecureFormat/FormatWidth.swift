/// How many bytes a vector's length takes: as many as its largest length needs (RFC 8446 §3.4).
enum FormatWidth {
    static func ofLength(upTo max: Int) -> Int {
        switch max {
        case ...0xff: 1
        case ...0xffff: 2
        case ...0xff_ffff: 3
        default: 4
        }
    }
}
