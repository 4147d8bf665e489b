#!/usr/bin/env python3
"""Every page of a profile that cares for someone else, read as a screen reader reads it: all that can be acted on has a name, nothing
speaks of urges or lapses, nothing counts or dates the other person, and F9 hides all of it."""
import glob
import os
import re
import subprocess
import sys
from xml.etree import ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actions import activate  # noqa: E402
from window import Keel, Role, Tap, expect, name_of, role_of, text_of  # noqa: E402

WORK = os.environ["KEEL_WORK"]
PICTURES = os.environ.get("KEEL_SHOTS")
DATA = WORK + "/data"
CONTENT = os.path.dirname(os.path.abspath(__file__)) + "/../../data/content"
ENVIRONMENT = {"GSETTINGS_BACKEND": "keyfile"}
# Every one of them with KEEL_WALK_ALL, else one of each kind: what stands in the others is looked at by the tests of content.
ALL = "KEEL_WALK_ALL" in os.environ
SHEETS = ("w35", "w36", "w37", "w38", "w39", "w40", "w41", "w42", "w44") if ALL else ("w38", "w42")
CARDS = ("c74", "c75", "c76", "c77", "c78", "c79", "c80") if ALL else ("c77", "c80")
READINGS = "*.xml" if ALL else "fe*.xml"
# Pages of one's own recovery have these words; of the names of help lines and meetings nobody here decides.
WORDS = re.compile(r"\b(urges?|cravings?|lapse[sd]?|relaps\w+|sober|sobriety|clean time|abstinen\w+|addicts?|alcoholics?|drinkers?|users?"
                   r"|enabl\w+|co-?dependen\w+|my medicine|medicine plan|money saved|free of|days since)\b", re.IGNORECASE)
OTHERS = re.compile(r"\b(they|them|their|theirs|he|she|him|her|his)\b", re.IGNORECASE)
MEASURES = (Role.SPIN_BUTTON, Role.SLIDER, Role.CALENDAR, Role.CHART, Role.LEVEL_BAR, Role.PROGRESS_BAR)
NUMBERS = re.compile(r"^(how (often|many|much|long)|days|times|when|date|since|last)\b", re.IGNORECASE)

os.makedirs(DATA, mode=0o700)
keel = None
tap = Tap()
wrong = []


def read_all():
    for node in keel.visible():
        yield node, " · ".join(filter(None, dict.fromkeys((name_of(node), text_of(node), node.get_description()))))


def find_faults():
    """What is wrong with what is shown now."""
    for node, words in read_all():
        if found := WORDS.search(words):
            yield f"“{found[0]}” in “{words}”"
        if OTHERS.search(words) and (role_of(node) in MEASURES or role_of(node) == Role.ENTRY and NUMBERS.search(words)):
            yield f"{role_of(node).value_nick} measures somebody else: “{words}”"


def look(name):
    """Once all that was asked for stands there: what has a name then, and what it says."""
    keel.check_names()
    wrong.extend(f"{name}: {fault}" for fault in find_faults())
    if PICTURES:
        keel.pause(0.5)
        keel.screenshot(f"{PICTURES}/{name}.png")


def titles():
    return [name_of(window) for window in keel.windows()]


def ctl(*arguments):
    subprocess.run([f"{sys.argv[1]}/src/cli/keelctl", "--data-dir", DATA, *arguments], env={**os.environ, **ENVIRONMENT}, check=True,
                   stdout=subprocess.DEVNULL)


def content(folder, name):
    return ElementTree.parse(f"{CONTENT}/{folder}/{name}.xml").getroot()


def plain(element):
    return " ".join("".join(element.itertext()).split())


def start():
    """Of somebody who has chosen a group, and has meetings of her own."""
    global keel
    ctl("profile", "create", "Ira", "--pages", "family")
    ctl("--profile", "Ira", "programs", "choose", "al-anon", "smartff")
    keel = Keel(sys.argv[1], DATA, "--profile", "Ira", page="family", environment=ENVIRONMENT)
    tap.keel = keel
    keel.wait(keel.takes_keys, "the keyboard")


def see_family():
    keel.wait_text("Family and friends")
    keel.find("Hide Keel Now", Role.PUSH_BUTTON)
    keel.wait_text("Stepping back never means")
    look("family")


def see_tabs():
    for key, words in (("alt+1", "Today"), ("alt+2", "Meetings"), ("alt+3", "Worksheets"), ("alt+4", "Coping"), ("alt+6", "Looking back")):
        keel.keys(key)
        keel.wait_text(words)
        look(words)


def see_menu():
    keel.keys("F10")
    keel.find("Programs", Role.MENU_ITEM)
    look("menu")
    keel.keys("Escape")


def see_windows():
    for action in ("days", "people", "journal", "reasons", "plans", "check-in", "help-now", "summary"):
        before = len(keel.windows())
        activate(keel, action)
        keel.wait(lambda: len(keel.windows()) > before, f"a window for {action}")
        look(action)
        keel.keys("Escape")
        keel.wait(lambda: len(keel.windows()) == before, f"the window for {action} to close")


def see_sheets():
    """With all that is asked once somebody has said that they are not afraid."""
    for sheet in SHEETS:
        root = content("worksheets", sheet)
        activate(keel, "open-worksheet", sheet)
        keel.wait_text(plain(root.find("about")))
        look(sheet)
        if any(field.get("id") == "safe" for field in root.iter("field")):
            last = plain(list(root.iter("field"))[-1].find("label"))
            expect(not keel.shows(last), f"{sheet} asks before it is known that nobody has to be afraid")
            keel.press("No", Role.RADIO_BUTTON)
            keel.wait_text(last)
            look(sheet + "-open")


def see_cards():
    for card in CARDS:
        root = content("strategies", card)
        activate(keel, "open-strategy", card)
        keel.wait_text(plain(root.find("step")))
        look(card)


def see_readings():
    for path in sorted(glob.glob(CONTENT + "/readings/" + READINGS)):
        root = ElementTree.parse(path).getroot()
        if root.get("pages") == "member":
            continue
        activate(keel, "reading", root.get("id"))
        keel.wait_text(plain(root.find("section/title")))
        look(root.get("id"))
        keel.keys("Escape")
        keel.wait(lambda: len(keel.windows()) == 1, "the reading to close")


def hide_from(action, parameter, words):
    """Whatever is open: F9, and there is a calendar."""
    activate(keel, action, parameter)
    keel.wait_text(words)
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("F9")
    keel.wait(lambda: titles() == ["Calendar"], "something harmless")
    left = [text for _, text in read_all() if words in text or "Family" in text]
    expect(not left, f"nothing of it is left: {left}")
    keel.come_back()
    keel.wait(keel.takes_keys, "the keyboard")


def see_hidden():
    for action, parameter, words in (("open-worksheet", "w43", "A plan for when home is not safe."), ("reading", "stepping-back", "What it is"),
                                     ("open-strategy", "c80", "Violence? Leave"), ("help-page", "violence", "Someone hits"))[:4 if ALL else 2]:
        hide_from(action, parameter, words)


def tell_wrong():
    expect(not wrong, "\n".join(dict.fromkeys(wrong)))


try:
    for title, step in (("a profile for families begins", start), ("its own page", see_family), ("the other pages", see_tabs),
                        ("the menu", see_menu), ("the windows", see_windows), ("the sheets", see_sheets), ("the cards", see_cards),
                        ("the readings", see_readings), ("F9 hides all of it", see_hidden), ("none of it speaks of urges, or measures somebody else", tell_wrong)):
        tap.run(title, step)
finally:
    if keel:
        keel.stop()
        keel.stop_reminders()
tap.end()
