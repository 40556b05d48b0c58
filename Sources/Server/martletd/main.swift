internal import Glibc
internal import Server

exit(ServerProcess.run(arguments: Array(CommandLine.arguments.dropFirst())))
