import Glibc

guard StandardStreams.write(Generator.respond(to: StandardStreams.readAll())) else { exit(1) }
