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

        martlet-bench room --address HOST:PORT [options]
            One writes and very many sockets read, all in one chat. Exits with 1 when a socket that reads misses an
            entry, gets one twice or is closed.
              --address HOST:PORT   the server, a numeric address
              --server-pid PID      also tell the server's processor time and memory
              --sockets N           sockets in the chat (1000)
              --slow N              of them, sockets that do not read at all (0)
              --in-flight N         messages the writer keeps in flight (1)
              --bytes N             length of a message's text (150)
              --seconds N           how long to measure, after a second of warm-up (10)
              --json                print one JSON object

        martlet-bench idle --address HOST:PORT --server-pid PID [options]
            Opens sockets that resume their session and say nothing more, and tells what each costs the server.
              --address HOST:PORT   the server, a numeric address
              --server-pid PID      whose memory is looked at
              --sockets N           sockets, beside the first 100 (10000)
              --people N            whose they are, each in one chat (200)
              --json                print one JSON object

        martlet-bench store --directory DIR [options]
            Measures the message store of the single-process server alone, without sockets and JSON: appends from many
            writers to random chats, first alone, then with readers of history pages beside them. Exits with 1 when
            an append or a page fails, or when the logs have a gap afterwards.
              --directory DIR       an empty place for the store; it stays, so that it can be looked at
              --chats N             chats of two people (10000)
              --rows N              entries that are there before (200000)
              --in-flight N         appends under way at once (256)
              --readers N           readers in the second part (2)
              --bytes N             length of a message's text (256)
              --cache N             page cache of the writer, in MiB (512)
              --consumers N         durable consumers: outbox rows for each entry (1)
              --seconds N           how long to measure each part (5)
              --json                print one JSON object

        martlet-bench codec [options]
            Measures how long it takes to decode and to encode frames of about 200 bytes, in both encodings, on one
            processor. Each number is the median of the rounds.
              --rounds N            how often each is measured (15)
              --iterations N        frames in one round (100000)
              --json                print one JSON array

        martlet-bench token [options]
            Measures how long it takes to check an access token: the first time, with its signature, and again, when a
            loop remembers it. Processor time of one thread; each number is the median of the rounds.
              --rounds N            how often each is measured (15)
              --iterations N        checks in one round (1000)
              --json                print one JSON object

        martlet-bench seal [options]
            Measures what end-to-end encryption costs a device: to seal a message of 200 bytes for 2 and for 64
            devices, to open it (with the certificate of the sender's device), and to check the certificates of a
            roster of 64. Processor time of one thread; each number is the median of the rounds.
              --rounds N            how often each is measured (15)
              --iterations N        calls in one round (50)
              --json                print one JSON array

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
            martlet-bench seal [options]
            Measures what end-to-end encryption costs a device: to seal a message of 200 bytes for 2 and for 64
            devices, to open it (with the certificate of the sender's device), and to check the certificates of a
            roster of 64. Processor time of one thread; each number is the median of the rounds.
              --rounds N            how often each is measured (15)
              --iterations N        calls in one round (50)
              --json                print one JSON array

        martlet-bench fdatasync --directory /var/lib/martlet --json
        """
}
