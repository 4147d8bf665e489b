#!/bin/sh
# Collects every word that a person can read into one template, as `meson compile keel-pot` does, but into a
# file of one's own.
# usage: sh po/extract.sh FILE.pot
set -eu
case $1 in /*) pot=$1 ;; *) pot=$PWD/$1 ;; esac
cd "$(dirname "$0")/.."
GETTEXTDATADIRS=$PWD/data exec xgettext $(cat po/xgettext-options) \
    --package-name=keel --files-from=po/POTFILES.in --output="$pot"
