#!/usr/bin/env python3
"""How Keel speaks to those who care for someone else.  usage: test-family-words.py SOURCE BUILD

Every rule is also shown a text that breaks it.
"""

import copy
import pathlib
import re
import statistics
import sys
import xml.etree.ElementTree as ElementTree

from tap import check, finish

CONTENT = pathlib.Path(sys.argv[1]) / "data" / "content"
FOLDERS = ("worksheets", "strategies", "readings", "programs", "directories")

# Words of somebody's own recovery: pages that families see speak of no such thing.
OWN = r"urges?|cravings?|lapse[sd]?|relaps\w+|sober|sobriety|clean|abstinen\w+"
# Words that put a label on somebody, or blame.
LABELS = (r"addicts?|junkies?|alcoholics?|drinkers?|users?|abusers?|co-?dependen\w+|enabl\w+|failures?|in denial"
          r"|rock bottom|tough love|manipulat\w+|loved one'?s?")
WORDS = re.compile(rf"\b({OWN}|{LABELS})\b", re.IGNORECASE)
# What a person could measure somebody, or themselves, by; and what only a doctor may say.
SHARES = re.compile(r"\d\s*(%|percent\b)|\d+ (out )?of (every )?(10|100|a hundred)\b|\d+ in (10|100)\b", re.IGNORECASE)
DOSES = re.compile(r"\d\s*(mg|mcg|µg|ml|milligrams?|drops|tablets?|pills)\b", re.IGNORECASE)
PROMISES = re.compile(r"\b(guarantee\w*|always works|never fails|is sure to)\b", re.IGNORECASE)

# What studies measured is told as it was; so are the names that a program gives to things.
TOLD = {"evidence", "source", "word", "medicine"}
# The name of a technique, which cards for everyone have to tell.
NAMES = {"c10": "SOBER breathing space"}

STAY = "Stepping back never means leaving someone who cannot be woken or breathes slowly: call, give naloxone, stay."
# Who reads of these reads first when not to step back, and when not to speak.
BACK = {"w36", "w37", "w38", "w41", "c74", "c75", "c77", "c78"}
SPEAK = {"w37", "w38", "w39", "w40", "c75", "c76", "c77", "c78"}


def plain(element):
    return " ".join("".join(element.itertext()).split())


def texts(root):
    """What stands in it, each with the name of its element."""
    for element in root.iter():
        if len(element) == 0 and plain(element):
            yield element.tag, plain(element)


def name_of(root):
    return root.get("id") or root.get("code") or root.tag


def find_words(root):
    everyone = root.get("pages") != "family"
    for tag, text in texts(root):
        if everyone and tag in TOLD or tag == "word":
            continue
        text = text.replace(NAMES.get(name_of(root), "\0"), "")
        if found := WORDS.search(text):
            yield f"“{found[0]}” in “{text}”"


def find_shares(root):
    for tag, text in texts(root):
        everyone = root.get("pages") != "family" and root.tag != "reading"
        if not (everyone and tag in TOLD) and (found := SHARES.search(text)):
            yield f"“{found[0]}” in “{text}”"


def find_doses(root):
    for tag, text in texts(root):
        if tag not in ("evidence", "source") and (found := DOSES.search(text) or PROMISES.search(text)):
            yield f"“{found[0]}” in “{text}”"


def find_long(root):
    """Sentences that somebody of twelve, or who has not slept, would lose."""
    lengths = []
    for tag, text in texts(root):
        if tag == "source":
            continue
        for sentence in re.split(r"[.?!:;]\W+|[.?!]”? ", text + " "):
            words = len(sentence.split())
            if words:
                lengths.append(words)
            if words > 28:
                yield f"{words} words: “{sentence}”"
    if lengths and statistics.mean(lengths) > 14:
        yield f"sentences of {statistics.mean(lengths):.1f} words"


def find_unsafe(root):
    """A reading that leads to stepping back or to a hard talk says first when not to."""
    if root.tag != "reading" or root.get("pages") == "member":
        return
    links = {link.get("to") for link in root.iter("link")}
    cautions = root.findall("caution")
    if links & BACK and (not cautions or plain(cautions[0]) != STAY):
        yield "leads to stepping back and does not open with how to stay"
    if links & SPEAK and not any(caution.get("kind") == "violence" for caution in cautions):
        yield "leads to a hard talk and does not ask about violence"
    said = [plain(caution) for caution in cautions]
    if len(set(said)) < len(said):
        yield "says the same caution twice"


RULES = (find_words, find_shares, find_doses, find_long, find_unsafe)
ROOTS = []
for folder in FOLDERS:
    for path in sorted((CONTENT / folder).glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        if root.get("pages") in ("family", "both"):
            ROOTS.append(root)
FOUND = {name_of(root): root for root in ROOTS}


def check_all(rule, which=lambda root: True):
    faults = [f"{name_of(root)}: {fault}" for root in ROOTS if which(root) for fault in rule(root)]
    assert not faults, "\n".join(faults)


def only_families(root):
    return root.get("pages") == "family"


def broken(name, path, text):
    root = copy.deepcopy(FOUND[name])
    root.find(path).text = text
    return root


with check("there is something to look at"):
    for name in ("w35", "w43", "w44", "c74", "c80", "al-anon", "nar-anon", "smartff", "c31", "w46", "therapy"):
        assert name in FOUND, name

with check("pages that families see speak of nobody as an illness, and of no urges of theirs"):
    check_all(find_words)

with check("nothing there is measured in percent, so that nobody is"):
    check_all(find_shares, lambda root: only_families(root) or root.tag in ("reading", "worksheet"))

with check("nothing there is a dose or a promise"):
    check_all(find_doses)

with check("what is for families can be read by somebody of twelve"):
    check_all(find_long, only_families)

with check("what leads to stepping back or to a hard talk is safe first"):
    check_all(find_unsafe)

with check("the rules see what breaks them"):
    for rule, root in (
        (find_words, broken("c74", "about", "Stop enabling.")),
        (find_words, broken("c77", "step", "Praise the addict.")),
        (find_words, broken("al-anon", "about", "For relatives of alcoholics.")),
        (find_words, broken("w38", "about", "How long were they sober?")),
        (find_words, broken("w15", "about", "It leaves no room for an urge.")),
        (find_words, broken("c10", "about", "For your craving. Also called SOBER breathing space.")),
        (find_words, broken("smartff", "structure/part", "Getting through urges")),
        (find_shares, broken("smartff", "evidence", "It worked in 64 of 100 cases.")),
        (find_shares, broken("al-anon", "evidence", "In 13 % it helped.")),
        (find_shares, broken("w38", "section/field/help", "About 30 percent begin.")),
        (find_doses, broken("c80", "step", "Give 4 mg.")),
        (find_doses, broken("c78", "step", "This is sure to help.")),
        (find_long, broken("c79", "when", "When " + "and then again " * 12 + "you need it.")),
        (find_long, broken("c76", "when", "So has this one which goes on for a good deal longer than it ever should for "
                           "anybody who reads it. " * 20)),
    ):
        assert list(rule(root)), f"{rule.__name__} sees nothing wrong in {name_of(root)}"
    reading = ElementTree.fromstring('<reading pages="family"><link kind="card" to="c74"/></reading>')
    assert list(find_unsafe(reading))
    reading.insert(0, ElementTree.fromstring(f"<caution kind='general'>{STAY}</caution>"))
    assert not list(find_unsafe(reading))
    assert list(find_unsafe(ElementTree.fromstring(f"<reading><caution>{STAY}</caution><caution>{STAY}</caution></reading>")))
    reading.append(ElementTree.fromstring('<link kind="worksheet" to="w39"/>'))
    assert list(find_unsafe(reading))

with check("a name that is let through is still there"):
    for name, words in NAMES.items():
        assert any(words in text for _, text in texts(FOUND[name])), name

finish()
