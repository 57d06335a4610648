#!/usr/bin/env bash
# Builds Parvis, starts a hub with the invented town of Ingeville on this machine, and opens a desk signed in as Mireille
# Roussel, who works at the reception.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<'TEXT'
usage: packaging/demo.sh [--requests N] [--seed S] [--screenshots DIR] [--fresh] [--preset NAME]

  --requests N       how many requests Ingeville has, over ten years (default 20000)
  --seed S           which Ingeville: the same seed gives the same town (default 1)
  --screenshots DIR  write every screen to DIR and leave (needs no display)
  --fresh            forget the demo town of an earlier run
  --preset NAME      which build to run (default release)

The town is kept under $XDG_STATE_HOME/parvis-demo (~/.local/state/parvis-demo) between runs.
TEXT
}

requests=20000 seed=1 screenshots='' fresh=no preset=release
while [ $# -gt 0 ]; do
    case $1 in
    --requests) requests=${2:?} && shift ;;
    --seed) seed=${2:?} && shift ;;
    --screenshots) screenshots=${2:?} && shift ;;
    --fresh) fresh=yes ;;
    --preset) preset=${2:?} && shift ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
    esac
    shift
done

packaging/setup.sh
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" --target parvis parvis-server
bin=$PWD/build/$preset/bin

state=${XDG_STATE_HOME:-$HOME/.local/state}/parvis-demo/$requests-$seed
if [ "$fresh" = yes ]; then
    rm -rf "$state"
fi
hub=$state/hub desk=$state/desk
mkdir -p "$state"

# A town that was being made when the script was stopped is made again.
if [ ! -e "$state/ready" ]; then
    rm -rf "$hub" "$desk"
    "$bin/parvis-server" init --data "$hub" --town Ingeville
    "$bin/parvis-server" demo --data "$hub" --requests "$requests" --seed "$seed"
    touch "$state/ready"
fi

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

port=8443
while listening "$port"; do
    port=$((port + 1))
done

"$bin/parvis-server" serve --data "$hub" --listen "127.0.0.1:$port" 2>"$state/server.log" &
server=$!
stop_server() {
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
}
trap stop_server EXIT

for _ in $(seq 300); do
    if listening "$port"; then
        break
    fi
    if ! kill -0 "$server" 2>/dev/null; then
        echo "demo: the server did not start:" >&2
        tail -n 20 "$state/server.log" >&2
        exit 1
    fi
    sleep 0.1
done

parvis=("$bin/parvis" --demo --server "https://127.0.0.1:$port" --data "$desk")
if [ -n "$screenshots" ]; then
    mkdir -p "$screenshots"
    parvis+=(--screenshots "$(realpath "$screenshots")")
    # A display of its own, because the map needs WebGL, which the offscreen platform has not. Chromium has no sandbox for root.
    exec_with=(env QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1400x900x24')
    if [ "$(id -u)" -eq 0 ]; then
        exec_with+=(env QTWEBENGINE_DISABLE_SANDBOX=1)
    fi
elif [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "demo: there is no display; try --screenshots DIR" >&2
    exit 1
else
    exec_with=()
fi
LANGUAGE=${LANGUAGE:-fr} "${exec_with[@]}" "${parvis[@]}"
if [ -n "$screenshots" ]; then
    # What only those see who write procedure cards, administer, or patrol.
    LANGUAGE=${LANGUAGE:-fr} "${exec_with[@]}" "${parvis[@]}" --login a.diallo
    LANGUAGE=${LANGUAGE:-fr} "${exec_with[@]}" "${parvis[@]}" --login f.guichard
    LANGUAGE=${LANGUAGE:-fr} "${exec_with[@]}" "${parvis[@]}" --login d.ferrand
    LANGUAGE=${LANGUAGE:-fr} "${exec_with[@]}" "${parvis[@]}" --login p.dangeville
fi
