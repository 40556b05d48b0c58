// Requests on standard input and answers on standard output, one line of JSON each: numbers are numbers, bytes are
// base64. What is refused is answered with its `cause`, what is no request with an `error`.

import FoundationEssentials
import Glibc

var testee = Testee()

while let line = readLine() {
    print(String(decoding: testee.answer(Data(line.utf8)), as: UTF8.self))
    // Of all that is open for writing: who asks waits for the answer.
    fflush(nil)
}
