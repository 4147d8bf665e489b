#!/bin/sh
# From a fresh Debian 12 to the running app: installs what is missing, builds, opens Keel.
# usage: sh src/run.sh [--demo] [--yes] [--language CODE] [options of keel]
#
# Without a display, or with --demo, Keel does its main job by itself on a screen that nobody sees and
# leaves pictures of it in build/demo/.
set -eu
cd "$(dirname "$0")/.."
. src/packages.sh

demo=no
language=
rest=
while [ $# -gt 0 ]; do
    case $1 in
        --demo) demo=yes ;;
        --yes) KEEL_YES=1 ;;
        --language) language=${2:?--language needs a code such as es}; shift ;;
        --language=*) language=${1#--language=} ;;
        --help | -h) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0 ;;
        *) rest="$rest '$(printf '%s' "$1" | sed "s/'/'\\\\''/g")'" ;;
    esac
    shift
done
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || demo=yes

if [ "$demo" = yes ]; then
    install_packages build run demo </dev/null
else
    install_packages build run
fi

build_program () {
    [ -f build/app/build.ninja ] || meson setup build/app -Dtests=false
    ninja -C build/app
}
mkdir -p build
echo 'Building Keel …'
build_program >build/app.log 2>&1 || { tail -30 build/app.log >&2; echo 'Keel did not build; the whole log: build/app.log' >&2; exit 1; }

if [ "$demo" = yes ]; then
    exec sh src/demo.sh "$language"
fi
eval "exec build/app/src/app/keel ${language:+--language '$language'} $rest"
