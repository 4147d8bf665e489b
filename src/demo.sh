#!/bin/sh
# Keel's main job, by itself: called by src/run.sh, which has built everything.
# usage: demo.sh [LANGUAGE]
#
# It runs on a screen, a session bus and a data folder of its own, and touches nothing of the person's.
set -eu
language=${1:-}
out=$PWD/build/demo
bin=$PWD/build/app/src
folder=$out/data

if [ -z "${KEEL_DEMO_INSIDE:-}" ]; then
    rm -rf "$out"
    mkdir -p "$out/home/.config/dunst" "$out/run"
    chmod 700 "$out/run"
    export KEEL_DEMO_INSIDE=1 HOME="$out/home" XDG_RUNTIME_DIR="$out/run"
    export XDG_DATA_HOME="$out/home/.local/share" XDG_CONFIG_HOME="$out/home/.config" XDG_CACHE_HOME="$out/home/.cache"
    export XDG_STATE_HOME="$out/home/.local/state"
    unset WAYLAND_DISPLAY
    export GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=none GSETTINGS_BACKEND=memory NO_AT_BRIDGE=1
    case ${LC_ALL:-${LANG:-C}} in C | POSIX) export LC_ALL=C.UTF-8 ;; esac
    exec xvfb-run -a -s '-screen 0 1280x860x24' dbus-run-session -- sh src/demo.sh "$language" 2>"$out/messages.log"
fi

step=0
say () { step=$((step + 1)); printf '%d. %s\n' "$step" "$1"; }
stop () { printf 'The demo stopped: %s\n' "$1"; sed 's/^/   /' "$out/messages.log" | tail -5; exit 1; }
keelctl () { "$bin/cli/keelctl" --data-dir "$folder" ${language:+--language "$language"} "$@"; }
field () { sed -n "s/.*\"$1\" *: *\"\{0,1\}\([^\",]*\)\"\{0,1\}.*/\1/p" | head -1; }
take () { import -window root "$out/$1.png" 2>/dev/null || stop "no screenshot $1 could be taken"; }

# Opens the window, waits until it is drawn, takes a picture and closes it again.
picture () { # name, dark or light, width, options of keel
    name=$1 scheme=$2 width=$3; shift 3
    ADW_DEBUG_COLOR_SCHEME="prefer-$scheme" "$bin/app/keel" --data-dir "$folder" ${language:+--language "$language"} "$@" &
    window=$!
    tries=0
    until id=$(xwininfo -root -tree 2>/dev/null | awk '/"Keel"/ && !/1x1|10x10/ { print $1; exit }') && [ -n "$id" ]; do
        tries=$((tries + 1)); [ $tries -lt 300 ] || stop 'the window did not open within a minute'
        sleep 0.2
    done
    xdotool windowsize "$id" "$width" 760 2>/dev/null || :
    sleep 2
    take "$name"
    kill $window 2>/dev/null || :
    wait $window 2>/dev/null || :
}

cat > "$out/home/.config/dunst/dunstrc" <<'END'
[global]
font = Sans 11
frame_width = 1
corner_radius = 8
padding = 14
horizontal_padding = 18
[urgency_critical]
background = "#f6f5f4"
foreground = "#241f31"
frame_color = "#9a9996"
END
openbox >/dev/null 2>&1 &
dunst &

picture 1-first-start light 1100
say 'Opened Keel for the first time (build/demo/1-first-start.png).'

# The list is of our own making; its last meeting starts in a minute or two.
now=$(date +%s)
start=$(( (now / 60 + 1) * 60 ))
[ $((start - now)) -ge 20 ] || start=$((start + 60))
zone=$(cat /etc/timezone 2>/dev/null || echo Etc/UTC)
sed -e "s/@DAY@/$(date -d "@$start" +%w)/" -e "s/@TIME@/$(date -d "@$start" +%H:%M)/" -e "s|@ZONE@|${TZ:-$zone}|" \
    data/demo/harbour-meetings.json.in > "$out/harbour-meetings.json"
result=$(keelctl import "$out/harbour-meetings.json" --list Harbour --program aa --timezone "${TZ:-$zone}") || stop 'the list could not be imported'
say 'Imported a published list:'
printf '%s\n' "$result" | sed 's/^/   /'

id=$(keelctl search lantern --json | field id)
[ -n "$id" ] || stop 'the search found no meeting'
say 'Searched for "lantern":'
keelctl search lantern | sed 's/^/   /'

keelctl follow "$id" --remind 0 >/dev/null || stop 'the meeting could not be followed'
keelctl follow "$(keelctl search 'stone bridge' --json | field id)" --remind 30 >/dev/null || stop 'the meeting could not be followed'
say 'Followed two meetings. The agenda:'
keelctl agenda | sed 's/^/   /'

picture 2-calendar light 1100 --page meetings
picture 3-calendar-dark dark 1100 --page meetings
picture 4-calendar-narrow light 360 --page meetings
say 'Looked at the calendar: light, dark and 360 pixels wide (2 to 4). The window is closed now.'

waiting=$((start - $(date +%s)))
[ $waiting -le 0 ] || say "Waiting $waiting seconds for the reminder; only keel-reminders runs."
until dunstctl history 2>/dev/null | grep -q Reminder || dunstctl count displayed 2>/dev/null | grep -qv '^0$'; do
    [ "$(date +%s)" -le $((start + 30)) ] || stop 'no reminder came within 30 seconds of its time'
    sleep 0.5
done
sleep 1
take 5-reminder
say 'The log of keel-reminders:'
keelctl reminders log | sed 's/^/   /'
dunstctl close-all; sleep 0.5
say 'The reminder arrived at a real notification server (5-reminder.png). What it showed:'
dunstctl history | grep -A3 '"summary"' | field data | sed 's/^/   /'

for kind in member family; do
    folder=$out/$kind
    keelctl demo create --pages $kind | sed 's/^/   /'
done
folder=$out/member
say 'Made a year of a made-up person, in a profile that is marked as a demo. Some of it:'
keelctl days | sed -n '1,4s/^/   /p'
keelctl people | sed 's/^/   /'
picture 6-today light 1100 --page today
picture 7-calendar light 1100 --page meetings
picture 8-worksheets light 1100 --page worksheets
picture 9-coping dark 1100 --page coping
picture 10-progress light 1100 --page progress
folder=$out/family
picture 11-family light 1100 --page family
say 'Looked around in it, and in one for families (6 to 11). “keelctl demo” makes such a profile, one press removes it.'

for folder in "$out/data" "$out/member" "$out/family"; do
    pid=$(keelctl reminders status --json | sed -n 's/.*"pid" *: *\([0-9]*\).*/\1/p')
    [ -z "$pid" ] || kill "$pid" 2>/dev/null || :
done
say 'Done. The pictures are in build/demo/.'
