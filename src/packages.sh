# Read by src/run.sh and tests/run.sh: installs what is missing from src/packages.list.
# usage: . src/packages.sh; install_packages GROUP…

missing_packages () {
    for group in "$@"; do
        awk -v group="$group" '$1 == group { print $2 }' src/packages.list
    done | while read -r package; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
    done
}

as_root () {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_packages () {
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "Keel needs these Debian packages and found no apt-get to install them:" $missing >&2
        return 1
    fi
    echo "Keel needs these packages:" $missing
    if [ -t 0 ] && [ "${KEEL_YES:-}" != 1 ]; then
        printf 'Install them now? [Y/n] '
        read -r answer
        case $answer in
            '' | [yYsS]*) ;;
            *) echo 'Nothing was installed.'; return 1 ;;
        esac
    fi
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    # An old package index names files that are gone, so it is fetched anew first.
    if { as_root apt-get update && as_root apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
        rm -f "$log"
    else
        tail -20 "$log" >&2
        echo "The packages could not be installed. The whole log: $log" >&2
        return 1
    fi
}
