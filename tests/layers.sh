#!/bin/sh
# Holds the table of layers against the undefined symbols of each layer's objects.
# usage: layers.sh BUILD_DIR
set -eu
build=$1
source=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
count=0

clock='time|clock_gettime|gettimeofday|g_get_real_time|g_get_monotonic_time|g_date_time_new_now(_local|_utc)?'
files='f?open(64)?|openat(64)?|g_f?open|g_file_(new_for_.*|get_contents|set_contents|read|open_.*)|opendir|g_dir_open'
network='socket|connect|getaddrinfo|g_socket_.*|g_network_.*|g_tcp_.*|soup_.*'
window='gtk_.*|gdk_.*|adw_.*|gsk_.*'
database='sqlite3_.*'

# layer · objects · symbols that it must not need · layers whose functions it may call
layers="
core      | src/core/libkeel-core.a                | $clock|$files|$network|$window|$database|notify_.*|json_.*|ical.*                  | core
feeds     | src/core/libkeel-feeds.a               | $clock|$files|$network|$window|$database|notify_.*|ical.*                          | core feeds
ical      | src/core/libkeel-ical.a                | $clock|$files|$network|$window|$database|notify_.*|json_.*                        | core feeds ical
content   | src/content/libkeel-content.a          | $network|$window|$database|notify_.*|sodium_.*|json_.*                             | core feeds content
store     | src/store/libkeel-store.a              | $window|notify_.*|cairo_.*|pango_.*                                                | core feeds ical content store
paper     | src/paper/libkeel-paper.a              | $clock|$files|$network|$window|$database|notify_.*|json_.*|ical.*|sodium_.*        | core content paper
reminders | src/reminders/libkeel-reminders-parts.a src/reminders/keel-reminders.p | $window|$database|$clock|soup_.*|json_.*|ical.*    | core store reminders
app       | src/app/libkeel-app.a src/app/keel.p   | $database|notify_.*|soup_.*                                                        | core feeds ical content store paper app
cli       | src/cli/keelctl.p                      | $window|$database|notify_.*|soup_.*                                                | core feeds ical content store paper cli
"

objects () {
    for path in $1; do
        if [ -d "$build/$path" ]; then find "$build/$path" -name '*.o'; else echo "$build/$path"; fi
    done
}

undefined () { objects "$1" | xargs nm -A -u 2>/dev/null | sed 's/ *U / /; s/@.*//'; }
defined () { objects "$1" | xargs nm -A --defined-only -g 2>/dev/null | awk '{ print $NF }'; }

report () { # name, ok (0 or 1), what was found
    count=$((count + 1))
    if [ "$2" = 0 ]; then
        echo "ok $count - $1"
    else
        echo "not ok $count - $1"
        printf '%s\n' "$3" | head -20 | sed 's/^/# /'
        failed=1
    fi
}

crossings () { # undefined symbols on standard input, forbidden pattern
    awk -v forbidden="^(${1})\$" '$NF ~ forbidden'
}

echo "$layers" | sed '/^$/d' | while IFS='|' read -r line; do printf '%s\n' "$line"; done > "$work/table"
# The pattern itself holds bars, so a row is cut at " | " alone.
awk -F' [|] ' '{ for (i = 1; i <= NF; i++) gsub(/^ +| +$/, "", $i); print $1 "\t" $2 "\t" $3 "\t" $4 }' "$work/table" > "$work/rows"

tab=$(printf '\t')
while IFS="$tab" read -r layer paths forbidden may; do
    defined "$paths" | grep '^keel_' | sort -u > "$work/$layer.defined" || true
done < "$work/rows"

while IFS="$tab" read -r layer paths forbidden may; do
    undefined "$paths" > "$work/undefined"
    found=$(crossings "$forbidden" < "$work/undefined" || true)
    # KeelSystemClock is the one place that reads the clock; it lives in store, which may.
    report "$layer needs nothing that its row forbids" "$([ -z "$found" ] && [ -s "$work/undefined" ]; echo $?)" "$found"

    : > "$work/allowed"
    for other in $may; do cat "$work/$other.defined" >> "$work/allowed"; done
    sort -u -o "$work/allowed" "$work/allowed"
    : > "$work/known"
    cat "$work"/*.defined | sort -u > "$work/known"
    found=$(awk '{ print $NF }' "$work/undefined" | grep '^keel_' | sort -u | comm -12 - "$work/known" | comm -23 - "$work/allowed" || true)
    report "$layer calls only the layers below it" "$([ -z "$found" ]; echo $?)" "$found"
done < "$work/rows"

# The background process carries neither the JSON reader nor a window.
found=$(readelf -d "$build/src/reminders/keel-reminders" | grep NEEDED | grep -E 'json|gtk|adwaita|ical|soup' || true)
report 'keel-reminders links no library that its row forbids' "$([ -z "$found" ]; echo $?)" "$found"

found=$(cd "$source" && grep -rlE '#include [<"]sqlite3' src | grep -v '^src/store/' || true)
report 'sqlite3.h stays inside store' "$([ -z "$found" ]; echo $?)" "$found"
found=$(cd "$source" && grep -rlE '#include [<"]libnotify' src || true)
report 'libnotify is included by one file' "$([ "$(echo "$found" | grep -c .)" = 1 ]; echo $?)" "$found"

# A test that cannot fail is a defect: an object that reads the clock must be caught.
printf '#include <time.h>\nlong now (void);\nlong now (void) { return (long) time (0); }\n' > "$work/now.c"
cc -c -o "$work/now.o" "$work/now.c"
found=$(nm -A -u "$work/now.o" | sed 's/ *U / /; s/@.*//' | crossings "$clock" || true)
report 'a clock read would be caught' "$([ -n "$found" ]; echo $?)" 'it was not'

echo "1..$count"
exit $failed
