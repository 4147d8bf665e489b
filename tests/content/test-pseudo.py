#!/usr/bin/env python3
"""The pseudo-locale covers all, and programs take it.  usage: test-pseudo.py SOURCE BUILD"""

import os
import pathlib
import subprocess
import sys
import tempfile

import catalogue
import pseudo
from tap import check, finish

SOURCE = pathlib.Path(sys.argv[1])


def look_up(folder, *arguments, **environment):
    settings = dict(os.environ, TEXTDOMAINDIR=folder, LANGUAGE="en_XA", LC_ALL="C.UTF-8", **environment)
    return subprocess.run(arguments, check=True, capture_output=True, env=settings).stdout.decode()


with check("what a program reads stays as it is"):
    for english, expected in (
            ("Hello", "⟦Ĥéļļö⟧"),
            ("Import a _List…", "⟦Îɱþöŕţ å _Lîšţ…⟧"),
            ("%1$d of %2$s", "⟦%1$d öƒ %2$s⟧"),
            ("%.1f km, 100 %%", "⟦%.1f ķɱ, 100 %%⟧"),
            ("<b>Bold</b> &amp; bright", "⟦<b>Ɓöļð</b> &amp; ƀŕîĝĥţ⟧"),
            (r"Two\nlines\n", r"⟦Ţŵö\nļîñéš⟧\n"),
            (r"Say \"yes\"", r"⟦Šåý \"ýéš\"⟧"),
            ("", "")):
        assert pseudo.disguise(english) == expected, pseudo.disguise(english)

with tempfile.TemporaryDirectory() as folder:
    with check("it can be made"):
        subprocess.run(["sh", SOURCE / "tests" / "content" / "make-pseudo.sh", folder], check=True)
    with check("every message is in disguise and keeps its placeholders"):
        entries = catalogue.read(pathlib.Path(folder) / "en_XA" / "LC_MESSAGES" / "keel.po")
        assert len(entries) > 300
        for entry in entries:
            for translation in entry.translations:
                assert translation.strip("\n").startswith("⟦"), entry
                assert translation.strip("\n").endswith("⟧"), entry
            assert catalogue.placeholders(entry.text["msgid"]) == catalogue.placeholders(entry.translations[0]), entry
    with check("gettext finds it under LANGUAGE"):
        assert look_up(folder, "gettext", "keel", "By appointment") == "⟦Ɓý åþþöîñţɱéñţ⟧"
        assert look_up(folder, "ngettext", "keel", "%d day before", "%d days before", "3") == "⟦%d ðåýš ƀéƒöŕé⟧"

finish()
