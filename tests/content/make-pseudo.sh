#!/bin/sh
# Makes a pseudo-locale of everything that can be translated: FOLDER/LOCALE/LC_MESSAGES/keel.mo. The LOCALE is en_XA,
# or ar_XA, which is written from right to left.
# usage: sh tests/content/make-pseudo.sh FOLDER [LOCALE]     then run a program with LANGUAGE=LOCALE and LC_ALL=C.UTF-8
# What then shows on the screen without ⟦ ⟧ was left out. For a program of a build folder FOLDER is its po/.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
locale=${2:-en_XA}
messages=$1/$locale/LC_MESSAGES
mkdir -p "$messages"
sh "$here/../../po/extract.sh" "$messages/keel.pot"
sed -i 's/^"Language: .*\\n"$/"Language: '"$locale"'\\n"/
    s/^"Content-Type: .*\\n"$/"Content-Type: text\/plain; charset=UTF-8\\n"/
    s/^"Plural-Forms: .*\\n"$/"Plural-Forms: nplurals=2; plural=n != 1;\\n"/' "$messages/keel.pot"
msgen --output-file="$messages/english.po" "$messages/keel.pot"
python3 "$here/pseudo.py" "$locale" <"$messages/english.po" >"$messages/keel.po"
msgfmt --check-format --output-file="$messages/keel.mo" "$messages/keel.po"
rm "$messages/keel.pot" "$messages/english.po"
