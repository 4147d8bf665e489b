#!/bin/sh
# Makes a build without sanitizers and prints every benchmark.
# usage: tests/bench/run.sh [BUILD_DIR]
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$source/build-bench}

if ! command -v sqlite3 >/dev/null; then
    echo "The baseline needs the sqlite3 shell (Debian: sqlite3)." >&2
    exit 1
fi
[ -f "$build/build.ninja" ] || meson setup "$build" "$source" -Dbench=true -Dbuildtype=release -Db_sanitize=none >/dev/null
ninja -C "$build" tests/bench/bench-import tests/bench/bench-search tests/bench/bench-entries tests/bench/bench-urges tests/bench/bench-history tests/bench/bench-schedule tests/bench/bench-calendar tests/bench/bench-vault tests/bench/bench-protection tests/bench/bench-paper \
    src/reminders/keel-reminders tests/reminders/put-reminder tests/bench/bench-reminders-bare >/dev/null

echo "$(nproc) processors, load $(cut -d ' ' -f 1-3 /proc/loadavg), sqlite3 $(sqlite3 -version | cut -d ' ' -f 1)"
failed=0
for bench in import search entries urges history schedule calendar vault protection paper; do
    # The month is measured in a window.
    screen=
    if [ "$bench" = calendar ] && command -v xvfb-run >/dev/null; then
        screen="env GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=none xvfb-run -a"
    fi
    $screen "$build/tests/bench/bench-$bench" || failed=1
done
/usr/bin/python3 -B "$source/tests/bench/bench-reminders.py" "$build/src/reminders/keel-reminders" \
    "$build/tests/reminders/put-reminder" "$build/tests/bench/bench-reminders-bare" || failed=1
exit $failed
