import EventLoop
import Glibc
import HTTPCodec
import HTTPTransport
import TransportSecurity

// Our ends of TLS, for peers that we did not write:
//
//     tls-testee echo CERTIFICATE KEY    prints a port of 127.0.0.1, sends back what comes, until standard input ends
//     tls-testee get URL AUTHORITY       prints the status and the body, or what is wrong

let arguments = CommandLine.arguments
switch arguments.count > 1 ? arguments[1] : "" {
case "echo" where arguments.count == 4:
    try EchoServer.run(certificatePath: arguments[2], keyPath: arguments[3])
case "get" where arguments.count == 4:
    await Fetch.run(arguments[2], trusting: arguments[3])
default:
    print("usage: tls-testee echo CERTIFICATE KEY | get URL AUTHORITY")
    exit(2)
}
