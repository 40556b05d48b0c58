#!/usr/bin/env bash
# Measures this machine: its disk, then its server, started on an empty data directory, with pairs of people who write
# to each other. Three runs; the median one by messages a second is printed.
# Arguments are given on to martlet-bench in place of the defaults:
#   dev/bench.sh pairs --pairs 500 --seconds 30
#   dev/bench.sh room --slow 1
set -euo pipefail
cd "$(dirname "$0")/.."

runs=3
# Registration is not what is measured.
argon2=8MiB,1
source dev/bench-server.sh

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
    if ! "$programs/martlet-bench" "$@" --address "$address" --server-pid "$server_pid" \
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
