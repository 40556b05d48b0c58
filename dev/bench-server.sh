# To be sourced by what measures a server: starts one on an empty data directory and ends it with the script.
# Given: `argon2`, the cost of password hashing (64MiB,2). Leaves: `programs`, `work` (a folder), `server_pid` and
# `address`.
# MARTLET_BENCH_BIN: where the two programs are (.build/release).
# TMPDIR: where the data goes; it should be the disk that is to be measured.
programs="${MARTLET_BENCH_BIN:-.build/release}"
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

# Limits would measure themselves.
MARTLET_LIMITS_PROFILE=load-test MARTLET_AUTH_ARGON2="${argon2:-64MiB,2}" \
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
address="${ready#ready on http://}"
if [[ -z "$ready" ]]; then
    cat "$work/stderr" >&2
    echo "The server did not become ready within 10 s; its log is above." >&2
    exit 1
fi
