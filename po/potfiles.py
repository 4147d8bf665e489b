#!/usr/bin/env python3
"""Does POTFILES.in name every file that has words for translators?

usage: python3 po/potfiles.py [--write] [--root FOLDER]
Says what is missing or too much; with --write mends the file.
"""
import argparse
import pathlib
import re
import sys

HEAD = "# Every file with words for translators, in the order of the alphabet. Mended by: python3 po/potfiles.py --write\n"

C_WORDS = re.compile(r'\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
UI_WORDS = re.compile(r'\btranslatable=["\'](?:yes|true|1)["\']')
SCHEMA_WORDS = re.compile(r'<schemalist[^>]*\bgettext-domain=')


def has_words(path):
    """Whether xgettext finds something in the file that a person will read."""
    name = path.name
    if name.endswith((".desktop.in", ".metainfo.xml.in")):
        return True
    text = path.read_text(encoding="utf-8", errors="replace")
    if name.endswith((".c", ".h")):
        return bool(C_WORDS.search(text))
    if name.endswith(".ui"):
        return bool(UI_WORDS.search(text))
    if name.endswith(".gschema.xml"):
        return bool(SCHEMA_WORDS.search(text))
    return False


def find_files(root):
    found = set()
    for folder in ("src", "ui", "data"):
        found.update(path for path in (root / folder).rglob("*") if path.is_file() and has_words(path))
    content = root / "data" / "content"
    found.update(path for path in content.rglob("*.xml") if not path.name.endswith(".gresource.xml"))
    return sorted(path.relative_to(root).as_posix() for path in found)


def read_list(path):
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    options = parser.parse_args()
    potfiles = options.root / "po" / "POTFILES.in"

    needed = find_files(options.root)
    if options.write:
        potfiles.write_text(HEAD + "".join(f"{name}\n" for name in needed), encoding="utf-8")
        return 0
    named = read_list(potfiles)
    missing = [name for name in needed if name not in named]
    surplus = [name for name in named if not (options.root / name).is_file()]
    for name in missing:
        print(f"po/POTFILES.in does not name {name}")
    for name in surplus:
        print(f"po/POTFILES.in names {name}, which is not there")
    return 1 if missing or surplus else 0


if __name__ == "__main__":
    sys.exit(main())
