#!/bin/sh
# Installs what is missing, builds with sanitizers, runs every test.
# usage: sh tests/run.sh [options of `meson test`, e.g. --suite store]
# The last line is `N passed, N failed, N skipped`.
set -eu
cd "$(dirname "$0")/.."
. src/packages.sh
install_packages build run demo test </dev/null

export LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS LANGUAGE
mkdir -p build
# Compiled a third faster than as it is shipped; what the tests wait for is the window, not the processor.
if [ ! -f build/tests/build.ninja ]; then
    meson setup build/tests -Db_sanitize=address,undefined -Doptimization=1 >build/tests-setup.log 2>&1 || { cat build/tests-setup.log; echo '0 passed, 1 failed, 0 skipped'; exit 1; }
fi
ninja -C build/tests >build/tests-build.log 2>&1 || { tail -50 build/tests-build.log; echo '0 passed, 1 failed, 0 skipped'; exit 1; }

# Twice as many as there are processors: the tests of the window and of reminders wait most of their time.
logs=build/tests/meson-logs
rm -f "$logs"/testlog*.json
meson test -C build/tests --no-rebuild --print-errorlogs --num-processes "$(($(nproc) * 2))" "$@" || :

# A window beside three others on two processors can be slower than any driver's patience. What failed runs once more with the
# machine to itself, and what was wrong the first time is printed; more than five of them are no accident.
failed=$(python3 tests/count.py --failed "$logs/testlog.json")
if [ -n "$failed" ] && [ "$(echo "$failed" | wc -l)" -le 5 ]; then
    # Test names have no blanks in them.
    meson test -C build/tests --no-rebuild --num-processes 1 --logbase testlog-again $failed || :
fi
exec python3 tests/count.py "$logs/testlog.json" "$logs/testlog-again.json"
