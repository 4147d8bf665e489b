#!/bin/sh
# Makes a build without sanitizers, runs every benchmark and ends with one table: what Keel takes, what is beside it, and the goal.
# usage: tests/bench/run.sh [BUILD_DIR] [BENCHMARK…]
# The exit status is 0 where all goals are reached. KEEL_IDLE_SECONDS: how long the idle background process is watched (180).
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$source/build-bench}
[ $# -eq 0 ] || shift
(cd "$source" && . src/packages.sh && install_packages build run demo test)
[ $# -gt 0 ] || set -- import search entries urges history schedule calendar vault protection paper reminders window

[ -f "$build/build.ninja" ] || meson setup "$build" "$source" -Dbench=true -Dbuildtype=release -Db_sanitize=none >/dev/null
programs=
for bench in "$@"; do
    case $bench in
        reminders) programs="$programs src/reminders/keel-reminders tests/reminders/put-reminder tests/bench/bench-reminders-bare" ;;
        window) programs="$programs src/app/keel src/app/gschemas.compiled src/reminders/keel-reminders tests/bench/fill-profile tests/bench/bench-window-bare tests/bench/libkeel-bench-watch.so" ;;
        *) programs="$programs tests/bench/bench-$bench" ;;
    esac
done
# The names have no blanks in them.
ninja -C "$build" $programs >/dev/null

export KEEL_IDLE_SECONDS="${KEEL_IDLE_SECONDS:-180}"
KEEL_BENCH_TABLE=$(mktemp)
export KEEL_BENCH_TABLE
trap 'rm -f "$KEEL_BENCH_TABLE"' EXIT
machine="$(nproc) processors, load $(cut -d ' ' -f 1-3 /proc/loadavg), sqlite3 $(sqlite3 -version | cut -d ' ' -f 1)"
echo "$machine"
failed=0
for bench in "$@"; do
    case $bench in
        # The month is measured in a window.
        calendar) GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=none xvfb-run -a "$build/tests/bench/bench-calendar" || failed=1 ;;
        reminders)
            /usr/bin/python3 -B "$source/tests/bench/bench-reminders.py" "$build/src/reminders/keel-reminders" \
                "$build/tests/reminders/put-reminder" "$build/tests/bench/bench-reminders-bare" || failed=1
            ;;
        window) PYTHONDONTWRITEBYTECODE=1 sh "$source/tests/app/run-window.sh" "$build" "$source/tests/bench/bench-window.py" || failed=1 ;;
        *) "$build/tests/bench/bench-$bench" || failed=1 ;;
    esac
done
printf '\n%s; at the end %s\n' "$machine" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
/usr/bin/python3 -B "$source/tests/bench/table.py" "$KEEL_BENCH_TABLE" || failed=1
exit $failed
