#!/usr/bin/env python3
"""A person's own worksheets in the real window, by keyboard: one is copied, its questions renamed, added, moved and tried out; a
page is written with it and stays as it is when the worksheet changes; it goes into a file and comes back; a broken file is
refused; and what is typed is there again after a kill."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, expect, name_of, role_of, text_of  # noqa: E402

SEARCH = "Search worksheets and what you wrote"
BACK = "Back to the worksheets"
NEW = "Make a Worksheet of Your Own…"
OPEN = "Open a Worksheet from a File…"
work = os.environ["KEEL_WORK"]
keel = Keel(sys.argv[1], work + "/data", page="worksheets", environment={"GSETTINGS_BACKEND": "keyfile"})
tap = Tap(keel)


def own(column="xml", where="deleted_at IS NULL"):
    return [row[0] for row in keel.read_journal(f"SELECT {column} FROM own_template WHERE {where} ORDER BY changed_at, id")]


def wait_own(words):
    keel.wait(lambda: any(words in xml for xml in own()), f"“{words}” in the journal: {own()}")


def rows():
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM]


def wait_row(name):
    keel.wait(lambda: name in rows(), f"the row “{name}”")


def order(*names):
    def stand():
        found = [name for name in rows() if name in names]
        return found[-len(names):] == list(names)
    keel.wait(stand, f"the order {names}")


def wait_focus(name):
    keel.wait(lambda: keel.focus() and name in map(name_of, keel.line_of(keel.focus())[:3]), f"the focus on “{name}”")


def open_row(name):
    keel.set_text(SEARCH, name)
    keel.wait(lambda: any(name in row for row in rows()), name)
    keel.focus_row(next(row for row in rows() if name in row))
    keel.keys("Return")
    keel.find(BACK)


def add(kind, down, words):
    """Chooses the kind with the arrow keys."""
    keel.press("Add a Question")
    wait_focus("Long text")
    keel.keys(*["Down"] * down, "Return")
    keel.wait(lambda: keel.focus() and "Question" in map(name_of, keel.line_of(keel.focus())[:3]), "the question to write")
    keel.type(words)
    keel.wait(lambda: any(text_of(node) == words for node in keel.visible()), words)


def copy():
    open_row("Three good things")
    keel.press("More for this page", Role.TOGGLE_BUTTON)
    keel.press("Change This Worksheet…", Role.MENU_ITEM)
    wait_focus("Name")
    keel.check_names()
    keel.keys("ctrl+a")
    keel.type("Good evening")


def change():
    first = next(row for row in rows() if row.endswith(", List"))
    keel.focus_row(first)
    keel.keys("Return")
    wait_focus("Question")
    keel.check_names()
    keel.keys("ctrl+a")
    keel.type("What went well?")
    keel.press("Back")
    wait_focus("What went well?, List")
    add("Rating", 2, "How calm am I?")
    keel.check_names()
    keel.set_text("Word at the low end", "tense")
    keel.set_text("Word at the high end", "calm")
    keel.press("Back")
    wait_focus("How calm am I?, Rating")
    add("Table", 6, "Who was there")
    keel.press("Add a Column")
    wait_focus("Long text")
    keel.keys("Down", "Return")
    wait_focus("Name of the column")
    keel.type("Who")
    keel.press("Back")
    wait_row("Who, Short text")
    keel.press("Back")
    wait_focus("Who was there, Table")
    keel.keys("alt+Up")
    order("Who was there, Table", "How calm am I?, Rating")
    wait_focus("Who was there, Table")
    keel.keys("Delete")
    keel.wait(lambda: "Who was there, Table" not in rows(), "the table to go")
    keel.check_names()
    keel.keys("ctrl+z")
    order("Who was there, Table", "How calm am I?, Rating")


def preview():
    keel.press("How it will look")
    keel.wait_text("You can try it out here.")
    expect(keel.shows("What went well?") and keel.shows("tense"), "the questions as they will be")
    keel.check_names()
    keel.press("Back")
    keel.press("Save")
    keel.wait(lambda: not keel.shows("Listed under"), "the window to close")
    wait_own("How calm am I?")
    keel.press(BACK)


def write():
    open_row("Good evening")
    wait_focus("What went well?, 1")
    keel.type("The walk")
    keel.wait_journal("SELECT count(*) FROM entry_answers WHERE answers LIKE '%The walk%'", [(1,)], "what was written")


def change_again():
    """The page stays as it was begun."""
    keel.press("More for this page", Role.TOGGLE_BUTTON)
    keel.press("Change This Worksheet…", Role.MENU_ITEM)
    wait_row("What went well?, List")
    keel.press("Remove: What went well?")
    keel.press("Save")
    keel.wait(lambda: not any("went well" in xml for xml in own()), "the question to go")
    keel.wait(lambda: not keel.shows("Listed under"), "the window to close")
    keel.press(BACK)
    keel.set_text(SEARCH, "walk")
    open_row("walk")
    keel.wait(lambda: any(text_of(node) == "The walk" for node in keel.visible()), "what was written")
    expect(keel.shows("What went well?"), "the question as it was")
    keel.press(BACK)


def name_file(title, path):
    keel.wait(lambda: any(name_of(node) == title for node in keel.visible()), "the file dialog")
    keel.pause(0.8)
    keel.keys("ctrl+a")
    keel.type(path)
    keel.pause(0.4)
    keel.keys("Return")


def export():
    keel.set_text(SEARCH, "")
    open_row("Good evening")
    keel.press("More for this page", Role.TOGGLE_BUTTON)
    keel.press("Change This Worksheet…", Role.MENU_ITEM)
    keel.press("More for this worksheet", Role.TOGGLE_BUTTON)
    keel.press("Save as a File…", Role.MENU_ITEM)
    name_file("Save the Worksheet", work + "/mine.keel-worksheet.xml")
    keel.wait_text("None of your answers are.")
    with open(work + "/mine.keel-worksheet.xml", encoding="utf-8") as file:
        text = file.read()
    expect("How calm am I?" in text and "walk" not in text, text)
    keel.press("Cancel")
    keel.wait(lambda: not keel.shows("Listed under"), "the window to close")
    keel.press(BACK)


def open_file(path):
    keel.set_text(SEARCH, "")
    keel.press(OPEN)
    name_file("Open a Worksheet", path)


def bring():
    """The same id: what is there already stays, and the other one is a copy."""
    before = own("id || xml")
    open_file(work + "/mine.keel-worksheet.xml")
    wait_row("How calm am I?, Rating")
    expect(own("id || xml") == before, "nothing is kept before it is saved")
    keel.press("Save")
    keel.wait(lambda: len(own()) == 2, "both to be there")
    expect(before[0] in own("id || xml"), "the first as it was")
    keel.press("Undo")
    keel.wait(lambda: own("id || xml") == before, "the second to go")


def refuse():
    for content, words in (("<worksheet", "damaged"), ("<worksheet id='own-x' order='1' pages='both' group='general'><name>X</name><section>"
                                                     "<field id='a' type='video'><label>A</label></field></section></worksheet>", "“video”")):
        with open(work + "/broken.keel-worksheet.xml", "w", encoding="utf-8") as file:
            file.write(content)
        open_file(work + "/broken.keel-worksheet.xml")
        keel.wait_text(words)
        expect(keel.shows("Nothing was changed."), "that nothing was changed")
        keel.keys("Escape")
        keel.wait(lambda: not keel.shows("This Worksheet Cannot Be Opened"), "the message to go")


def kill():
    """All but the last second; and an unfinished one is told what is missing."""
    keel.press(NEW)
    wait_focus("Name")
    keel.press("Save")
    keel.wait_text("The worksheet has no name yet.")
    keel.type("Half of it")
    keel.press("Add a Part")
    wait_focus("Heading")
    keel.type("Later")
    keel.wait(lambda: any("Later" in value and "Half of it" in value for (value,) in
                          keel.read_journal("SELECT value FROM setting WHERE key = 'draft/template'")), "the draft in the journal")
    keel.process.kill()
    keel.process.wait()
    keel.start()
    keel.wait_text("Listed under")
    keel.wait(lambda: any(text_of(node) == "Half of it" for node in keel.visible()), "the name that was typed")
    wait_row("Later, Part")
    keel.press("Cancel")
    keel.wait_text("What you wrote was not saved.")
    expect(len(own()) == 1, "nothing was kept")


tap.run("a worksheet is copied", copy)
tap.run("questions are renamed, added, moved, removed and brought back by keyboard", change)
tap.run("it is tried out, saved and listed", preview)
tap.run("a page is written with it", write)
tap.run("the worksheet changes, and the page stays", change_again)
tap.run("it goes into a file", export)
tap.run("it comes from a file, beside the one that is there, and that is undone", bring)
tap.run("broken files are refused with a sentence", refuse)
tap.run("what is typed is there again after a kill", kill)
keel.stop()
tap.end()
