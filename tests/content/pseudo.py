#!/usr/bin/env python3
"""Turns a catalogue made by msgen into a pseudo-locale: every sentence stays readable and is seen to be translated.

usage: msgen keel.pot | python3 pseudo.py [en_XA|ar_XA] > en_XA.po
“Import a _List…” becomes “⟦Îmþöŕţ å _Lîşţ…⟧”, or as many letters that run from right to left.
What a program reads (placeholders, mnemonics, tags) stays.
"""
import re
import sys

LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ")
RIGHT_TO_LEFT = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابثدعفغهيجكلمنوبقرستةفوخيز" * 2)

KEPT = re.compile(
    r"%(?:\d+\$)?[-+ #0'I]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|q|j|z|t|L)?[a-zA-Z%]"  # placeholders
    r"|_[A-Za-z]"               # mnemonics
    r"|</?[a-zA-Z][^<>]*>"      # tags
    r"|&(?:[a-z]+|\#\d+);"      # entities
    r"|\\."                     # escapes of the catalogue
)


def disguise(text, letters=LETTERS):
    """The text (as it stands between the quotes of a catalogue) in disguise."""
    if not text:
        return text
    lead = re.match(r"(?:\\n)*", text).group()
    tail = re.search(r"(?:\\n)*$", text).group() if len(lead) < len(text) else ""
    body = text[len(lead):len(text) - len(tail)]
    parts, at = [], 0
    for kept in KEPT.finditer(body):
        parts += [body[at:kept.start()].translate(letters), kept.group()]
        at = kept.end()
    parts.append(body[at:].translate(letters))
    return f"{lead}⟦{''.join(parts)}⟧{tail}"


TEXT = re.compile(r'"(.*)"\s*$')


def split_blocks(lines):
    """The lines of a catalogue, each joined with those that carry on its text."""
    block = []
    for line in lines:
        if block and not line.startswith('"'):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def rewrite(lines, letters=LETTERS):
    """The lines of a catalogue with every msgstr in disguise but the first, which is its head."""
    head = True
    for block in split_blocks(lines):
        if not block[0].startswith("msgstr"):
            yield from block
        elif head:
            yield from block
            head = False
        else:
            keyword = block[0].split(" ", 1)[0]
            text = "".join(TEXT.search(line).group(1) for line in block)
            yield f'{keyword} "{disguise(text, letters)}"\n'


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.writelines(rewrite(sys.stdin, RIGHT_TO_LEFT if sys.argv[1:] == ["ar_XA"] else LETTERS))
