#!/usr/bin/env bash
# What log-ins cost those who do not log in: the delivery latency of a few pairs of people, first alone, then while
# LOGINS (200) people at a time log in, again and again, with the real cost of password hashing. Three rounds of SECONDS
# (8) each; of each kind the round with the median 99th percentile is told, and how they compare.
set -euo pipefail
cd "$(dirname "$0")/.."

logins="${LOGINS:-200}"
seconds="${SECONDS_EACH:-8}"
source dev/bench-server.sh

account='{"email": "often@bench.example", "username": "logs-in-often", "password": "correct horse"}'
curl -sS --fail -o "$work/account" "http://$address/v1/auth/register" --json "$account"
echo '{"username": "logs-in-often", "password": "correct horse"}' >"$work/login"
# One transfer each, of a file of settings for curl.
for _ in $(seq "$logins"); do
    echo "next"
    echo "url = http://$address/v1/auth/login"
    echo "json = @$work/login"
    echo "output = /dev/null"
    echo 'write-out = "%{http_code}\n"'
done | tail -n +2 >"$work/logins"

measure() {
    "$programs/martlet-bench" pairs --pairs 4 --in-flight 1 --seconds "$seconds" --json --address "$address" \
        --server-pid "$server_pid"
}

value() {
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["deliveryMicroseconds"]["p99"])' "$1"
}

log_in_until() {
    while kill -0 "$1" 2>/dev/null; do
        curl -sS --no-progress-meter --parallel --parallel-immediate --parallel-max "$logins" \
            --config "$work/logins" >>"$work/statuses"
    done
}

for round in 1 2 3; do
    measure >"$work/alone.$round"
    echo "$(value "$work/alone.$round")" >>"$work/alone"
    measure >"$work/beside.$round" &
    bench_pid=$!
    # The pairs register first: log-ins begin with the messages.
    sent() { curl -sS "http://$address/metrics" | sed -nE 's/^gateway_msg_sent_total (.*)/\1/p'; }
    before="$(sent)"
    until [[ "$(sent)" != "$before" ]] || ! kill -0 "$bench_pid" 2>/dev/null; do sleep 0.1; done
    log_in_until "$bench_pid"
    wait "$bench_pid"
    echo "$(value "$work/beside.$round")" >>"$work/beside"
done

median() { sort -n "$1" | sed -n 2p; }
total="$(wc -l <"$work/statuses")"
right="$(grep -c '^200$' "$work/statuses" || true)"
python3 - "$(median "$work/alone")" "$(median "$work/beside")" "$logins" "$total" "$right" <<'END'
import sys
alone, beside, logins, total, right = map(float, sys.argv[1:])
print(f"delivery p99 alone           {alone / 1000:.2f} ms")
print(f"delivery p99 beside log-ins  {beside / 1000:.2f} ms   ({beside / alone:.2f} times as long)")
print(f"log-ins                      {total:.0f}, {logins:.0f} at a time, {right:.0f} answered with 200")
END
