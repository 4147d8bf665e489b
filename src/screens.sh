#!/bin/sh
# The gallery: pictures of the pages of Keel, of a made-up year, in build/screens/.
# usage: sh src/screens.sh [--only PATTERN] [light] [dark] [narrow] [rtl] [large]
#
# All of them take a while; “sh src/screens.sh --only 'family-*' dark” takes some. KEEL_BUILD is a build folder that there
# is already; without it Keel is built first.
set -eu
cd "$(dirname "$0")/.."
out=$PWD/build/screens

if [ -z "${KEEL_BUILD:-}" ]; then
    . src/packages.sh
    install_packages build run demo test
    KEEL_BUILD=$PWD/build/app
    mkdir -p build
    echo 'Building Keel …'
    { [ -f build/app/build.ninja ] || meson setup build/app -Dtests=false; ninja -C build/app; } >build/app.log 2>&1 ||
        { tail -30 build/app.log >&2; exit 1; }
fi
case ${LC_ALL:-} in '' | C | POSIX) export LC_ALL=C.UTF-8 ;; esac
export KEEL_SCREEN=1100x840 ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=0}"
exec sh tests/app/run-window.sh "$KEEL_BUILD" tests/app/screens.py "$out" "$@"
