#!/usr/bin/env python3
"""The journal in the real window: its first page by keyboard, found again by its tag, its words and its kind, on the day
that it is about; a story and words of hope beside it."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, ancestors, expect, name_of, role_of  # noqa: E402

SEARCH = "Search what you wrote"
BACK = "Back to the worksheets"
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="worksheets", environment={"GSETTINGS_BACKEND": "keyfile"})
tap = Tap(keel)


def rows(words=""):
    """Of the journal: the page behind it lists what was written as well."""
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and words in name_of(node)
            and "Journal" in map(name_of, ancestors(node))]


def open_journal():
    keel.press("Main Menu", Role.TOGGLE_BUTTON)
    keel.press("Journal", Role.MENU_ITEM)
    keel.find("What to show", Role.PANEL)
    keel.wait(keel.takes_keys, "the keyboard")


def write(verb, *answers):
    """Through the button of the journal; each answer goes where the focus is when its field has it."""
    keel.press(verb)
    keel.find(BACK, Role.PUSH_BUTTON)
    for field, text in answers:
        keel.set_text(field, text)
    keel.press(BACK)
    keel.find("Search worksheets and what you wrote")


def first_page():
    keel.wait_text("Nothing is written yet")
    open_journal()
    keel.wait_text("A line is enough for a page")
    keel.check_names()
    keel.wait(lambda: keel.focus() and "Write a Page" in map(name_of, keel.line_of(keel.focus())[:2]), "the focus on what begins")
    keel.keys("Return")
    keel.find(BACK, Role.PUSH_BUTTON)
    keel.wait(lambda: keel.focus() and any("What do I want to write" in name_of(node) for node in keel.line_of(keel.focus())[:3]),
              "the focus where one writes")
    keel.type("The sea was quiet")
    keel.set_text("Tags", "sea, sleep")
    keel.press(BACK)
    keel.find("Search worksheets and what you wrote")
    open_journal()
    keel.wait(lambda: rows("The sea was quiet"), "the page")
    keel.check_names()
    expect("sea · sleep" in rows("The sea was quiet")[0], "its tags")


def others():
    keel.press("Words of Hope", Role.RADIO_BUTTON)
    keel.wait_text("Nothing fits")
    write("Write Words of Hope", ("The words, row 1", "One hour is enough"))
    open_journal()
    keel.wait(lambda: rows("One hour is enough") and rows("The sea was quiet"), "both")
    keel.press("Pages", Role.RADIO_BUTTON)
    keel.wait(lambda: not rows("One hour is enough") and rows("The sea was quiet"), "the page alone")
    keel.press("All", Role.RADIO_BUTTON)
    keel.wait(lambda: rows("One hour is enough"), "both again")
    keel.press("sleep", Role.RADIO_BUTTON)
    keel.wait(lambda: not rows("One hour is enough") and rows("The sea was quiet"), "what has the tag")
    keel.press("All tags", Role.RADIO_BUTTON)
    keel.wait(lambda: rows("One hour is enough"), "both again")


def search():
    keel.set_text(SEARCH, "enough")
    keel.wait(lambda: rows("One hour is enough") and not rows("The sea was quiet"), "what has the word")
    keel.set_text(SEARCH, "zzz")
    keel.wait_text("Nothing fits")
    keel.set_text(SEARCH, "")
    keel.wait(lambda: rows("One hour is enough") and rows("The sea was quiet"), "all again")


def opened_again():
    keel.focus_row(rows("The sea was quiet")[0])
    keel.keys("Return")
    keel.find(BACK, Role.PUSH_BUTTON)
    keel.wait_text("The sea was quiet")


for name, function in (("the first page, by keyboard", first_page), ("kinds and tags", others),
                       ("search", search), ("a page is opened again", opened_again)):
    tap.run(name, function)
keel.stop()
tap.end()
