#!/usr/bin/env bash
# Measures the message store alone: this machine's disk first, then three runs on empty directories; the median one by
# appends a second is printed. Arguments are given on to `martlet-bench store`:
#   dev/bench-store.sh --cache 64 --rows 1000000
# MARTLET_BENCH_BIN: where martlet-bench is (.build/release). TMPDIR: where the data goes.
set -euo pipefail
cd "$(dirname "$0")/.."

bench="${MARTLET_BENCH_BIN:-.build/release}/martlet-bench"
runs=3
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

if [[ ! -x "$bench" ]]; then
    echo "There is no $bench. Build it with: make bench-store" >&2
    exit 1
fi

echo "load average       $(cut -d ' ' -f 1-3 /proc/loadavg) on $(nproc) cores" >&2
"$bench" fdatasync --directory "$work" >&2

rate() {
    sed -nE -e 's/^durable appends +([0-9.]+).*/\1/p' -e 's/.*"appendsPerSecond":([0-9.]+).*/\1/p' "$1"
}

for run in $(seq "$runs"); do
    "$bench" store --directory "$work/data" "$@" >"$work/run.$run"
    rm -rf "$work/data"
    echo "run $run of $runs         $(rate "$work/run.$run") /s" >&2
    echo "$(rate "$work/run.$run") $work/run.$run" >>"$work/rates"
done

median="$(sort -n "$work/rates" | sed -n "$(((runs + 1) / 2))p")"
cat "${median#* }"
