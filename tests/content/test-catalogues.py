#!/usr/bin/env python3
"""The catalogues of po/ are whole and do no harm.  usage: test-catalogues.py SOURCE BUILD"""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import catalogue
from tap import check, finish

SOURCE = pathlib.Path(sys.argv[1])
BUILD = pathlib.Path(sys.argv[2])
PO = SOURCE / "po"
LANGUAGES = (PO / "LINGUAS").read_text(encoding="utf-8").split()
# Languages that are shipped whole. The others may lag behind.
WHOLE = ["es"]
# Words that label a person, outside the names that fellowships have given themselves and what somebody chose to be
# called (msgctxt "label").
LABELS = {"es": re.compile(r"\b(?:drog)?adict[oa]s?\b|\blimpi[oa]s?\b|\bfracas", re.IGNORECASE)}

folder = tempfile.TemporaryDirectory()
template = pathlib.Path(folder.name) / "keel.pot"


def check_placeholders(entry):
    for number, translation in enumerate(entry.translations):
        english = {str(catalogue.placeholders(entry.text["msgid"]))}
        if "msgid_plural" in entry.text:
            english.add(str(catalogue.placeholders(entry.text["msgid_plural"])))
        assert str(catalogue.placeholders(translation)) in english, f"{entry} [{number}]: {translation}"


def check_mnemonic(entry):
    if "msgid_plural" in entry.text or not re.search(r"(?:^|[ (])_\w", entry.text["msgid"]):
        return
    translation = entry.text["msgstr"]
    assert len(re.findall(r"_\w", translation)) == 1, f"{entry}: {translation}"


def check_edges(entry):
    for translation in entry.translations:
        for edge in ("…", ":", "\n", " "):
            assert entry.text["msgid"].endswith(edge) == translation.endswith(edge), f"{entry}: {translation!r}"


def texts_of_content():
    """(context, words) of every element of data/content that has words, as the loader looks them up."""
    for path in sorted((SOURCE / "data" / "content").glob("*/*.xml")):
        root = xml.etree.ElementTree.parse(path).getroot()
        holders = {child: parent for parent in root.iter() for child in parent}
        for element in root.iter():
            words = " ".join((element.text or "").split())
            # The name of a help line stays as it is in every language; one that is only described has a title.
            if not words or element.tag == "name" and holders.get(element) is not None and holders[element].tag == "line":
                continue
            context, holder = element.get("context"), element
            while context is None:
                holder = holders[holder]
                context = holder.get("context")
            yield path.name, (context, words)


with check("every word of the sources can be collected"):
    subprocess.run(["sh", PO / "extract.sh", template], check=True)
    wanted = {entry.key for entry in catalogue.read(template)}
    assert len(wanted) > 300
    # One from each kind of source.
    for key in ((None, "This file"), ("program", "Narcotics Anonymous"), ("meeting type", "Wheelchair access"),
                ("program", "SMART F&F"), (None, "%d minute before"), ("weekday", "Tuesday"),
                (None, "Your meetings and reminders in one quiet place")):
        assert key in wanted, key

with check("every word of data/content is among them, under the context by which it is looked up"):
    texts = list(texts_of_content())
    assert len(texts) > 1500, len(texts)
    missing = [text for text in texts if text[1] not in wanted]
    assert not missing, f"{len(missing)} of {len(texts)}: {missing[:10]}"

for language in LANGUAGES:
    path = PO / f"{language}.po"
    with check(f"{language}: gettext accepts it"):
        subprocess.run(["msgfmt", "--check", "--output-file=/dev/null", path], check=True)
        assert (BUILD / "po" / language / "LC_MESSAGES" / "keel.mo").is_file()
    with check(f"{language}: placeholders, mnemonics and edges match"):
        for entry in catalogue.read(path):
            if "fuzzy" in entry.flags or not all(entry.translations):
                continue
            check_placeholders(entry)
            check_mnemonic(entry)
            check_edges(entry)
    with check(f"{language}: nobody is labelled"):
        for entry in catalogue.read(path):
            for translation in entry.translations if entry.text.get("msgctxt") != "label" else []:
                assert language not in LABELS or not LABELS[language].search(translation), f"{entry}: {translation}"

for language in WHOLE:
    with check(f"{language}: nothing is left in English"):
        done = {entry.key for entry in catalogue.read(PO / f"{language}.po")
                if "fuzzy" not in entry.flags and all(entry.translations)}
        assert not wanted - done, f"{len(wanted - done)} of {len(wanted)}: {sorted(wanted - done, key=str)[:20]}"

finish()
