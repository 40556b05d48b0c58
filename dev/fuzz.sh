#!/usr/bin/env bash
# Fuzzes every decoder that reads what strangers send (Fuzz/), each for FUZZ_SECONDS (60), or those that are named.
# First a decoder with a bug in it must be caught, so that silence means something. What is found stays in
# .build/fuzz/found; once its cause is mended it goes to Fuzz/Corpus/<target>, which every run begins with.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds="${FUZZ_SECONDS:-60}"
scratch="$PWD/.build/fuzz"
found="$scratch/found"
targets=("$@")
if [[ ${#targets[@]} -eq 0 ]]; then
    targets=(http-request http-response http-chunked field proxy websocket utf8 protobuf json frame token certificate
        human-text envelope opening malicious-sender at-rest file key-text)
fi
# More than ten times what it takes.
canary_runs=2000000

# Both sanitizers in one argument: of two arguments the compiler takes the last one for the instrumentation.
mkdir -p .build
build=(
    swift build -c release --scratch-path "$scratch" --sanitize fuzzer -Xswiftc -sanitize=address,fuzzer
    -Xcc -fsanitize=address -Xswiftc -enable-testing --product martlet-fuzz
)
MARTLET_FUZZ=1 "${build[@]}" >"$scratch.log" 2>&1 || { cat "$scratch.log" >&2; exit 1; }
program="$(MARTLET_FUZZ=1 "${build[@]}" --show-bin-path)/martlet-fuzz"

export SWIFT_BACKTRACE=enable=no
# What freed memory is kept for checks, bounded, as the runs are many and short.
export ASAN_OPTIONS=quarantine_size_mb=16:detect_leaks=0
mkdir -p "$found"

# fuzz <target> <option>...
fuzz() {
    local target="$1"
    mkdir -p "$scratch/corpus/$target"
    FUZZ_TARGET="$target" "$program" -artifact_prefix="$found/$target-" -print_final_stats=1 -timeout=10 "${@:2}"
}

rm -rf "$scratch/corpus/canary"
if fuzz canary -seed=1 -runs="$canary_runs" -max_len=64 "$scratch/corpus/canary" >"$scratch/canary.log" 2>&1 ||
    ! grep -q "the canary sings" "$scratch/canary.log"; then
    echo "The bug in the canary was not found: see $scratch/canary.log" >&2
    exit 1
fi
rm -f "$found"/canary-*
echo "canary: found after $(sed -n 's/^stat::number_of_executed_units: //p' "$scratch/canary.log") runs"

failed=()
sum=0
for target in "${targets[@]}"; do
    # A WebSocket frame is gathered in pieces from 16 KiB on.
    longest=2048
    if [[ "$target" == websocket ]]; then longest=20000; fi
    log="$scratch/$target.log"
    if fuzz "$target" -max_total_time="$seconds" -max_len="$longest" \
        "$scratch/corpus/$target" "Fuzz/Corpus/$target" >"$log" 2>&1; then
        runs="$(sed -n 's/^stat::number_of_executed_units: //p' "$log")"
        cover="$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)"
        echo "$target: $runs runs, $cover edges, nothing found"
        sum=$((sum + runs))
    else
        failed+=("$target")
        echo "$target: FAILED" >&2
        grep -E "Property violated|ERROR:|SUMMARY:|Test unit written" "$log" >&2 || tail -20 "$log" >&2
    fi
done
echo "in sum: $sum runs that found nothing"
if [[ ${#failed[@]} -gt 0 ]]; then
    echo "To see one again: FUZZ_TARGET=${failed[0]} $program $found/${failed[0]}-…" >&2
    exit 1
fi
