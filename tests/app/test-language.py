#!/usr/bin/env python3
"""The window and keelctl in other languages: in a made-up one nothing is left in English, in Spanish it is
Spanish, and in one that is written from right to left the window is mirrored."""
import gettext
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(SOURCE, "tests", "content")]
from pseudo import RIGHT_TO_LEFT, disguise  # noqa: E402
from window import (ACTIONABLE, CLASS_NAMES, Keel, Role, State, Tap, describe, expect, has, name_of, role_of,  # noqa: E402
                    text_of, visible)

BUILD = sys.argv[1]
WORK = os.environ["KEEL_WORK"]
FEEDS = os.environ["KEEL_FIXTURES"] + "/feeds"
HARBOUR = FEEDS + "/harbour-meetings.json"
TYPED = ["Candle Corner", "zzzz", "soon", "lant", "First Light"]

# What is the same in every language, or what GTK and libadwaita say in their own.
NEUTRAL = [
    "Keel", "keelctl", "keel", "harbour-meetings.json", "Harbour meetings",
    "Minimize", "Maximize", "Close", "Minimize the window", "Maximize the window", "Close the window",  # the window’s frame
    "Ctrl+?", "Clear entry", "Undo",  # GTK's: inside a search entry; a toast's action
    "UTC", "New York", "America/New_York", "JSON", "BMLT", "Meeting Guide",
    "Usage:", "[OPTION…]", "Options:", "Cannot parse integer value “many” for",  # GLib's, in keelctl
    "nowhere.json", "Harbour bmlt", "Tide", "SP", "meet.example.org", "harbour.example.org", "example.org",
]


def collect_strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from collect_strings(part)


def read_data():
    """Every text of the fixtures, longest first, so that no part of a longer one is left over."""
    found = set()
    for path in (HARBOUR, FEEDS + "/harbour-bmlt.json"):
        with open(path, encoding="utf-8") as feed:
            found |= set(collect_strings(json.load(feed)))
    # What notes say of dates is quoted by itself.
    found |= {part.strip() for text in found for part in re.split(r"(?<=[.!?])\s+|[\n:;,]", text)}
    return sorted((text for text in found | set(TYPED) | set(NEUTRAL) if len(text) > 1), key=len, reverse=True)


# Keys are called as GTK calls them, in its own catalogue.
KEYS = r"(?:(?:Ctrl|Shift|Alt)\+)+\S+|"
DATA = re.compile(KEYS + r"https?://\S+|\b[0-9a-f]{16}\b|" + "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in read_data()))
LETTERS = re.compile(r"[^\W\d_]+")


def find_english(text):
    """Words that are neither in disguise nor data. One plain letter is the mnemonic of a word in disguise."""
    return [word for word in LETTERS.findall(DATA.sub(" ", text)) if sum(map(str.isascii, word)) > 1]


def environment(language):
    return {"LANGUAGE": language, "LC_ALL": "C.UTF-8"}


def make_catalogue(locale):
    subprocess.run(["sh", f"{SOURCE}/tests/content/make-pseudo.sh", f"{BUILD}/po", locale], check=True)


def remove_catalogues():
    for locale in ("en_XA", "ar_XA"):
        shutil.rmtree(f"{BUILD}/po/{locale}", ignore_errors=True)


class Pseudo(Keel):
    """A window in the made-up language: English names are put into disguise before they are looked for."""

    def check(self, state):
        left = []
        for node in self.visible():
            for text in (name_of(node), text_of(node), node.get_description() or ""):
                if text and not text.startswith(CLASS_NAMES) and role_of(node) != Role.APPLICATION and find_english(text):
                    left.append(f"{role_of(node).value_nick} “{text}”: {' '.join(find_english(text))}")
        expect(not left, f"not translated in {state}: " + "; ".join(sorted(set(left))))

    def say(self, english, state):
        self.wait_text(disguise(english))
        self.check(state)

    def choose_file(self, path):
        self.wait(lambda: any(name_of(n) == disguise("Import a List") for n in self.visible()), "the file dialog")
        self.pause(0.8)
        self.type(path)
        self.pause(0.4)
        self.keys("Return")

    def wait_closed(self, title):
        self.wait(lambda: disguise(title) not in map(name_of, self.windows()), f"“{title}” to close")


def start_empty():
    global keel
    keel = Pseudo(BUILD, WORK + "/pseudo", environment=environment("en_XA"))
    tap.keel = keel
    keel.say("No meetings yet", "an empty profile")


def add_with_an_error():
    keel.keys("ctrl+n")
    keel.say("Add a Meeting", "the dialog to add a meeting")
    keel.pause(0.6)
    keel.set_text(disguise("Time, for example 19:00 or 7pm"), "soon")
    keel.press(disguise("Add"))
    keel.pause(0.5)
    keel.check("what is wrong in the dialog to add a meeting")
    keel.set_text(disguise("Name, for example Tuesday candlelight"), "Candle Corner")
    keel.set_text(disguise("Time, for example 19:00 or 7pm"), "7:30 pm")
    keel.press(disguise("Add"))
    keel.wait_closed("Add a Meeting")
    keel.pause(1)
    keel.check("the calendar")


def find_without_lists():
    keel.keys("ctrl+f")
    keel.say("No lists to search in", "Find without a list")


def import_list():
    keel.keys("ctrl+o")
    keel.choose_file(HARBOUR)
    keel.say("Options of the import", "the options of an import")
    keel.press(disguise("Import"))
    keel.say("Good to know", "the result of an import")
    keel.keys("Escape")
    keel.wait_closed("Import a List")


def find():
    keel.keys("ctrl+f")
    keel.pause(0.5)
    keel.check("Find")
    keel.type("zzzz")
    keel.say("No meeting has all of this", "Find with nothing found")
    keel.keys("ctrl+a")
    keel.type("First Light")
    keel.wait_text("First Light")
    keel.pause(1)
    keel.check("Find with a result")


def details_and_follow():
    keel.click(keel.find("First Light", Role.LABEL))
    keel.say("Follow", "the details of a meeting")
    keel.press(disguise("Follow"))
    keel.say("Reminders", "the dialog to follow")
    keel.pause(0.6)
    keel.keys("Return")
    keel.say("Following", "the details of what is followed")
    keel.pause(1)
    keel.check("the status line")
    keel.press(disguise("Calendar"))
    keel.pause(0.5)
    keel.check("the calendar of two meetings")


def lists():
    open_menu("_Lists")
    keel.pause(0.6)
    keel.check("the lists")
    keel.keys("Escape")
    keel.wait_closed("Lists")


def open_menu(english):
    keel.keys("F10")
    keel.pause(0.4)
    keel.check("the main menu")
    keel.press(disguise(english).replace("_", ""), Role.MENU_ITEM)


def shortcuts():
    """GTK's own window: what Keel puts into it is looked for."""
    keel.keys("ctrl+question")
    keel.pause(0.8)
    for element in xml.etree.ElementTree.parse(f"{SOURCE}/ui/keel-shortcuts.ui").getroot().iter("property"):
        if element.get("name") == "title":
            keel.wait_text(disguise(element.text))
    keel.keys("Escape")
    keel.pause(0.5)


def about():
    """Likewise libadwaita's."""
    open_menu("_About Keel")
    keel.wait_text(disguise("A meeting calendar with reminders that arrive."))
    expect(not keel.shows("neither treatment"), "the first words about Keel are translated")
    keel.keys("Escape")
    keel.pause(0.5)


def stop():
    keel.stop()
    keel.stop_reminders()


COMMANDS = [
    ["--help"], *([command, "--help"] for command in ("import", "lists", "search", "follow", "unfollow", "agenda", "next", "places", "help-lines", "worksheets", "strategies", "readings", "urges", "medicine", "days", "check-in", "entries", "export", "programs", "reminders")),
    ["lists"], ["search"], ["search", "lant"], ["search", "zzzz"], ["agenda"], ["next"], ["reminders", "status"], ["reminders", "log"],
    ["import", FEEDS + "/harbour-bmlt.json"], ["import", HARBOUR], ["import", "/nowhere.json"], ["agenda", "--days", "many"], ["nonsense"],
]
OPTION = re.compile(r"--[a-z-]+")
SYNTAX = re.compile(r"(?<![\w])(?:import|lists|demo|create|search|follow|unfollow|move|cancel|attend|agenda|next|places|help-lines|worksheets|strategies|readings|summary|urges|medicine|days|start|lapse|restore|check-in|people|contact|\[list\]\|add|\[list\]\|mark|taken\|not-taken\|not-due\|none|entries|export|profile|programs|choose|drop|reminders|show|print|remove|status|log|test|quiet|sound|ask|autostart|on|off)(?!\w)|(?<![:/\w])/\S+")


def keelctl():
    left = []
    for command in COMMANDS:
        answer = subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", WORK + "/pseudo", *command], capture_output=True, text=True,
                                env={**os.environ, **environment("en_XA")}, check=False)
        expect(answer.stdout or answer.stderr, f"keelctl {' '.join(command)} says something")
        for line in (answer.stdout + answer.stderr).splitlines():
            # Options, then what is quoted, then commands: "no" is data, and a note may have the word "on" in it.
            plain = DATA.sub(" ", OPTION.sub(" ", line.replace(" ".join(command), " ")))
            if find_english(SYNTAX.sub(" ", plain)):
                left.append(f"keelctl {' '.join(command)}: {line.strip()}")
    expect(not left, "not translated: " + "\n".join(left))


def can_fail():
    for english in ("Add a Meeting", "⟦Åðð⟧ Open", "⟦Žöñé: Weekly⟧", "Tuesday 24 ⟦Ñöṽ⟧"):
        expect(find_english(english), f"“{english}” is seen to be English")
    for good in ("⟦_Îɱþöŕţ å Ļîšţ…⟧", "⟦13 ŕéåð⟧", "19:00 · First Light", "⟦Harbour Hall îñ New York⟧"):
        expect(not find_english(good), f"“{good}” is translated")


def spanish():
    global keel
    catalogue = gettext.translation("keel", f"{BUILD}/po", ["es"])
    keel = Keel(BUILD, WORK + "/spanish", "--language", "es", environment={"LC_ALL": "C.UTF-8", "LANGUAGE": ""})
    tap.keel = keel
    for english in ("Meetings", "No meetings yet", "Add a Meeting I Know"):
        words = catalogue.gettext(english)
        expect(words != english, f"“{english}” has a Spanish translation")
        keel.wait_text(words)
    keel.stop()


def check_mirrored(width):
    middle = width // 2
    button = keel.find(rtl("Add or import"), Role.PUSH_BUTTON).get_extents()
    expect(button.x > middle, f"the first button stands at {button.x} of {width}: on the right")
    keel.check_names()


def check_inside():
    """Nothing that is read or pressed reaches over an edge of the window."""
    window = next(window for window in keel.windows() if has(window, State.ACTIVE))
    frame = window.get_extents()
    for node in visible(window):
        if role_of(node) in ACTIONABLE | {Role.LABEL} and (name_of(node) or text_of(node)):
            box = node.get_extents()
            expect(box.x >= 0 and box.x + box.width <= frame.width, f"{describe(node)} from {box.x} to {box.x + box.width} of {frame.width}")


def rtl(english):
    return disguise(english, letters=RIGHT_TO_LEFT)


def right_to_left():
    global keel
    keel = Keel(BUILD, WORK + "/rtl", environment=environment("ar_XA"))
    tap.keel = keel
    keel.wait_text(rtl("No meetings yet"))
    check_mirrored(900)
    keel.resize(360, 640)
    check_mirrored(360)
    check_inside()
    keel.keys("ctrl+n")
    keel.wait_text(rtl("Add a Meeting"))
    keel.pause(0.5)
    keel.check_names()
    check_inside()
    keel.keys("Escape")
    keel.stop()


keel = None
tap = Tap()
try:
    make_catalogue("en_XA")
    make_catalogue("ar_XA")
    for name, step in (
            ("English words are seen among others", can_fail),
            ("pseudo-locale: an empty profile", start_empty),
            ("pseudo-locale: Find without a list", find_without_lists),
            ("pseudo-locale: adding a meeting, with an error", add_with_an_error),
            ("pseudo-locale: importing a list", import_list),
            ("pseudo-locale: finding", find),
            ("pseudo-locale: details and following", details_and_follow),
            ("pseudo-locale: the lists", lists),
            ("pseudo-locale: the shortcuts", shortcuts),
            ("pseudo-locale: about Keel", about),
            ("pseudo-locale: the end", stop),
            ("pseudo-locale: keelctl", keelctl),
            ("Spanish", spanish),
            ("from right to left", right_to_left)):
        tap.run(name, step)
finally:
    remove_catalogues()
    if keel and keel.process.poll() is None:
        keel.process.terminate()
tap.end()
