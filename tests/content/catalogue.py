"""Reads a catalogue of gettext as a list of entries."""

import ast
import re
import subprocess


class Entry:
    def __init__(self):
        self.flags = set()
        self.text = {}  # msgctxt, msgid, msgid_plural, msgstr, msgstr[0] …

    @property
    def key(self):
        return self.text.get("msgctxt"), self.text["msgid"]

    @property
    def translations(self):
        return [value for name, value in self.text.items() if name.startswith("msgstr")]

    def __repr__(self):
        return f"{self.key}"


def read(path):
    """All entries of the file but its head, without those that are out of use."""
    text = subprocess.run(["msgattrib", "--no-obsolete", "--no-wrap", path], check=True, capture_output=True).stdout.decode()
    entries, entry, name = [], Entry(), None
    for line in [*text.splitlines(), ""]:
        if not line:
            if entry.text.get("msgid"):
                entries.append(entry)
            entry, name = Entry(), None
        elif line.startswith("#,"):
            entry.flags.update(part.strip() for part in line[2:].split(","))
        elif not line.startswith("#"):
            match = re.match(r'(msg\S+) (".*")$', line)
            if match:
                name, line = match.groups()
            entry.text[name] = entry.text.get(name, "") + ast.literal_eval(line)
    return entries


PLACEHOLDER = re.compile(r"%(?:(\d+)\$)?[-+ #0']*(?:\d+)?(?:\.\d+)?(?:hh|h|ll|l|q|j|z|t|L)?([a-zA-Z%])")


def placeholders(text):
    """What the text's placeholders take, by position: %2$s %1$d and %d %s are the same."""
    found = [match.groups() for match in PLACEHOLDER.finditer(text) if match.group(2) != "%"]
    return sorted((int(position) if position else index, kind) for index, (position, kind) in enumerate(found, 1))
