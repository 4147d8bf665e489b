#!/bin/sh
# Runs one driver with a screen, a session bus, a window manager and AT-SPI of its own.
# usage: run-window.sh KEEL_BUILD_DIR DRIVER.py [ARGUMENTS]
set -eu
build=$1 driver=$2
shift 2
if [ -z "${KEEL_WINDOW_INSIDE:-}" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mkdir -m 700 "$work/run" "$work/home"
    # The sanitizers watch the programs, not the tools around them.
    export KEEL_WINDOW_INSIDE=1 KEEL_WORK="$work" HOME="$work/home" XDG_RUNTIME_DIR="$work/run"
    export XDG_DATA_HOME="$work/home/data" XDG_CONFIG_HOME="$work/home/config" XDG_CACHE_HOME="$work/home/cache" XDG_STATE_HOME="$work/home/state"
    # What moves or blinks is drawn over and over, and nobody looks on.
    mkdir -p "$XDG_CONFIG_HOME/gtk-4.0"
    printf '[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n' >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini"
    export GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=atspi LIBGL_ALWAYS_SOFTWARE=1
    export G_DEBUG=gc-friendly
    unset WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
    # Only the driver prints on standard output; what the bus starts prints there too.
    exec 3>&1
    # Several begin at once: each looks for a free display from a number of its own on.
    xvfb-run -a -n "$((1000 + $$ % 30000))" -s "-screen 0 ${KEEL_SCREEN:-1280x900}x24" dbus-run-session -- sh "$0" "$build" "$driver" "$@" >/dev/null
    exit $?
fi
openbox >/dev/null 2>&1 &
manager=$!
# Keys go to the focused window, and nothing has the focus before the window manager gives it.
until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; do
    kill -0 "$manager" 2>/dev/null || { openbox >/dev/null 2>&1 & manager=$!; }
    sleep 0.1
done
exec /usr/bin/python3 "$driver" "$build" "$@" >&3
