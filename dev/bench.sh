#!/usr/bin/env bash
# Measures this machine: its disk, then its server, started on an empty data directory, with pairs of people who write
# to each other. Three runs; the median one by messages a second is printed.
# Arguments are given on to martlet-bench in place of the defaults:
#   dev/bench.sh pairs --pairs 500 --seconds 30
#   dev/bench.sh room --slow 1
# MARTLET_BENCH_BIN: where the two programs are (.build/release).
# TMPDIR: where the data goes; it should be the disk that is to be measured.
set -euo pipefail
cd "$(dirname "$0")/.."

programs="${MARTLET_BENCH_BIN:-.build/release}"
runs=3
work="$(mktemp -d)"
server_pid=

finish() {
    if [[ -n "$server_pid" ]]; then
        kill -TERM "$server_pid" 2>/dev/null || true
        wait "$server_pid" || true
    fi
    rm -rf "$work"
}
trap finish EXIT
# Without these an interrupt would end the script before the trap above has stopped the server.
trap 'exit 130' INT
trap 'exit 143' TERM

for program in martletd martlet-bench; do
    if [[ ! -x "$programs/$program" ]]; then
        echo "There is no $programs/$program. Build both with: make bench" >&2
        exit 1
    fi
done

# Limits would measure themselves, and registration is not what is measured.
MARTLET_LIMITS_PROFILE=load-test MARTLET_AUTH_ARGON2=8MiB,1 \
    "$programs/martletd" serve --data "$work/data" --listen 127.0.0.1:0 >"$work/stdout" 2>"$work/stderr" &
server_pid=$!

ready=
for _ in $(seq 100); do
    if ready="$(grep -o 'ready on http://.*' "$work/stdout")"; then
        break
    fi
    if ! kill -0 "$server_pid" 2>/dev/null; then
        break
    fi
    sleep 0.1
done
if [[ -z "$ready" ]]; then
    cat "$work/stderr" >&2
    echo "The server did not become ready within 10 s; its log is above." >&2
    exit 1
fi

if [[ $# -eq 0 ]]; then
    set -- pairs --pairs 100 --in-flight 8 --bytes 256 --seconds 10
fi

# What the sockets of one run have left, those of the next would use again, and seem to cost nothing.
if [[ "$1" == idle ]]; then
    runs=1
fi

echo "load average       $(cut -d ' ' -f 1-3 /proc/loadavg) on $(nproc) cores" >&2
"$programs/martlet-bench" fdatasync --directory "$work" >&2

rate() {
    sed -nE -e 's/^(durable messages|deliveries|server memory) +([0-9.]+) (\/s|bytes).*/\2/p' \
        -e 's/.*"(bytesPerSocket|deliveriesPerSecond)":([0-9.]+).*/\2/p' -e t \
        -e 's/.*"messagesPerSecond":([0-9.]+).*/\1/p' "$1"
}

for run in $(seq "$runs"); do
    if ! "$programs/martlet-bench" "$@" --address "${ready#ready on http://}" --server-pid "$server_pid" \
        >"$work/run.$run"; then
        tail -n 20 "$work/stderr" >&2
        echo "Run $run failed; why stands above, and before it the end of the server's log." >&2
        exit 1
    fi
    echo "run $run of $runs         $(rate "$work/run.$run")" >&2
    echo "$(rate "$work/run.$run") $work/run.$run" >>"$work/rates"
done

median="$(sort -n "$work/rates" | sed -n "$(((runs + 1) / 2))p")"
cat "${median#* }"
