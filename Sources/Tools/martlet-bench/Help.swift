/// What `--help` prints.
enum Help {
    static let text = """
        martlet-bench measures a Martlet server, and checks what it does while measuring.

        martlet-bench pairs --address HOST:PORT [options]
            Registers pairs of people; one of each pair writes, the other reads. Each writer keeps some messages in
            flight and sends the next when one is accepted, so what is measured is the server at full load. Exits
            with 1 when any message is lost, doubled, out of order or refused, or when a connection closes.
              --address HOST:PORT   the server, a numeric address
              --server-pid PID      also tell the server's processor time and memory
              --pairs N             pairs of people (100)
              --in-flight N         messages each writer keeps in flight (8)
              --bytes N             length of a message's text (256)
              --seconds N           how long to measure, after a second of warm-up (10)
              --json                print one JSON object

        martlet-bench fdatasync --directory DIR [options]
            Measures how long this machine takes to write and fdatasync, to stand beside the numbers above.
              --directory DIR       where to put the file; it is gone afterwards
              --bytes N             bytes written before each fdatasync (4096)
              --seconds N           how long to measure (2)
              --json                print one JSON object

        The server has to run with MARTLET_LIMITS_PROFILE=load-test, or its limits are what is measured.

        Examples:
            martlet-bench pairs --address 127.0.0.1:8080 --server-pid "$(pidof martletd)"
            martlet-bench pairs --address 127.0.0.1:8080 --pairs 1 --in-flight 1 --seconds 30
            martlet-bench fdatasync --directory /var/lib/martlet --json
        """
}
