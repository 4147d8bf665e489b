#!/bin/sh
# Makes the pseudo-locale en_XA of everything that can be translated: FOLDER/en_XA/LC_MESSAGES/keel.mo.
# usage: sh tests/content/make-pseudo.sh FOLDER     then run a program with LANGUAGE=en_XA and LC_ALL=C.UTF-8
# What then shows on the screen without ⟦ ⟧ was left out. For a program of a build folder FOLDER is its po/.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
messages=$1/en_XA/LC_MESSAGES
mkdir -p "$messages"
sh "$here/../../po/extract.sh" "$messages/keel.pot"
sed -i 's/^"Language: .*\\n"$/"Language: en_XA\\n"/
    s/^"Content-Type: .*\\n"$/"Content-Type: text\/plain; charset=UTF-8\\n"/
    s/^"Plural-Forms: .*\\n"$/"Plural-Forms: nplurals=2; plural=n != 1;\\n"/' "$messages/keel.pot"
msgen --output-file="$messages/english.po" "$messages/keel.pot"
python3 "$here/pseudo.py" <"$messages/english.po" >"$messages/keel.po"
msgfmt --check-format --output-file="$messages/keel.mo" "$messages/keel.po"
rm "$messages/keel.pot" "$messages/english.po"
