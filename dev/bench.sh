#!/usr/bin/env bash
# Measures this machine's server: starts it on an empty data directory and lets pairs of people write to each other.
# Arguments are given on to martlet-bench in place of the defaults:
#   dev/bench.sh pairs --pairs 500 --seconds 30
set -euo pipefail
cd "$(dirname "$0")/.."

server=.build/release/martletd
bench=.build/release/martlet-bench
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

# Limits would measure themselves, and registration is not what is measured.
MARTLET_LIMITS_PROFILE=load-test MARTLET_AUTH_ARGON2=8MiB,1 \
    "$server" serve --data "$work/data" --listen 127.0.0.1:0 >"$work/stdout" 2>"$work/stderr" &
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
"$bench" "$@" --address "${ready#ready on http://}" --server-pid "$server_pid"
