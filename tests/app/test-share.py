#!/usr/bin/env python3
"""Giving written work to someone, in the real window by keyboard: fields are chosen one by one, names become initials,
a title that may hold one is left out; what the preview shows is in the PDF; Markdown; marked as shared only where the
person says so; several pages at once."""
import contextlib
import json
import os
import sqlite3
import stat
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, State, Tap, expect, has, name_of, role_of  # noqa: E402

ENTRY = "11111111-2222-4333-8444-555555555555"
OTHER = "11111111-2222-4333-8444-666666666666"
WORKSHEETS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/content/worksheets")
TOGGLE = Role.TOGGLE_BUTTON
SEARCH = "Search worksheets and what you wrote"
ANSWERS = {"resentments": [
    {"who": "Marlene Quast", "happened": "She did *not* call | at all", "fear": True, "part-words": "I did not ask", "instead": "Ask on the day before"},
    {"who": "my boss", "happened": "آخر مرة"}]}
work = os.environ["KEEL_WORK"]
data = work + "/data"
PICTURES = os.environ.get("KEEL_PICTURES")


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def prepare(build):
    """Two pages that were written, as the journal has them."""
    subprocess.run([f"{build}/src/cli/keelctl", "--data-dir", data, "programs", "choose", "aa"], capture_output=True, check=True)
    profiles = os.path.join(data, "profiles")
    database = sqlite3.connect(os.path.join(profiles, os.listdir(profiles)[0], "journal.db"))
    with database:
        for uuid, sheet, name, title, answers in ((ENTRY, "w01", "Resentment list", "Old anger", ANSWERS),
                                                  (OTHER, "w08", "Costs and benefits", None, {"what": "The evenings"})):
            with open(os.path.join(WORKSHEETS, sheet + ".xml"), encoding="utf-8") as file:
                database.execute("INSERT INTO template VALUES (?, ?)", (uuid, file.read()))
            entry = database.execute(
                "INSERT INTO entry (uuid, worksheet, template, name, title, state, created_at, changed_at)"
                " VALUES (?, ?, ?, ?, ?, 'draft', 1795600000, 1795600001)", (uuid, sheet, uuid, name, title)).lastrowid
            database.execute("INSERT INTO entry_answers VALUES (?, ?)", (entry, json.dumps(answers)))
    database.close()


prepare(sys.argv[1])
keel = Keel(sys.argv[1], data, environment={"GSETTINGS_BACKEND": "keyfile"}, page="worksheets")
tap = Tap(keel)


TITLE = "Its title: “Old anger”"
WHOLE = "All of “Resentment list”"


def shared():
    return keel.read_journal("SELECT count (shared_at) FROM entry")[0][0]


def page():
    return " ".join(name_of(node) for node in keel.visible() if role_of(node) == Role.IMAGE and name_of(node).startswith("Page "))


def ticked(name):
    return has(keel.find(name, Role.CHECK_BOX), State.CHECKED)


def toggle(name, wanted):
    keel.focus_row(name)
    keel.keys("space")
    keel.wait(lambda: ticked(name) == wanted, f"“{name}” to be {wanted}")


def save(button, title, path):
    keel.press(button)
    keel.wait(lambda: any(name_of(node) == title for node in keel.visible()), "the file dialog")
    keel.pause(0.8)
    keel.keys("ctrl+a")
    keel.type(path)
    keel.pause(0.4)
    keel.keys("Return")
    keel.wait_text(f"Saved as {os.path.basename(path)}")
    expect(stat.S_IMODE(os.stat(path).st_mode) == 0o600, "nobody else may read it")


def check(text, what):
    for word in ("M. Q.", "M. B.", "I did not ask", "آخر"):
        expect(word in text, f"{what} has “{word}”: {text}")
    for word in ("Marlene", "Quast", "my boss", "Ask on the day", "Alcoholics", "AA", "Keel", "2026"):
        expect(word not in text, f"{what} has no “{word}”: {text}")


def leave_windows():
    """Escape takes away what Undo stands in before it closes a window."""
    end = time.monotonic() + 60
    while len(keel.windows()) > 1:
        expect(time.monotonic() < end, "Escape closes a window")
        before = [name_of(node) for node in keel.visible()]
        keel.keys("Escape")
        with contextlib.suppress(Missing):
            keel.wait(lambda before=before: [name_of(node) for node in keel.visible()] != before, "something to go", 3)
    keel.wait(keel.takes_keys, "the keyboard")


def open_page():
    keel.wait_text("Old anger")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.set_text(SEARCH, "Old anger")
    keel.wait(lambda: any("Old anger" in name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM), "the page in the list")
    keel.focus_row(next(name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and "Old anger" in name_of(node)))
    keel.keys("Return")
    keel.press("More for this page", TOGGLE)
    keel.press("Give to Someone…", Role.MENU_ITEM)
    keel.wait_text("For a sponsor, a therapist or anyone you trust")
    keel.check_names()


def choose():
    expect(keel.shows("can be read by others"), "who else may read it is said first")
    expect(ticked("All of “Resentment list”") and ticked("My list: What happened?"), "all of it is chosen at first")
    expect(not ticked(TITLE), "a title may hold a name, and names are shortened")
    expect(not keel.shows("My list: How it stands"), "what was not answered is not offered")
    toggle("My list: What could I have done instead?", False)
    toggle(WHOLE, True)
    keel.wait(lambda: ticked("My list: What could I have done instead?"), "all of it again")
    expect(not ticked(TITLE), "the title is chosen by itself")
    keel.keys("space")
    keel.wait_text("Nothing is chosen yet.")
    expect(not has(keel.find("Preview…", Role.PUSH_BUTTON), State.SENSITIVE), "nothing to preview")
    keel.keys("space")
    keel.wait(lambda: ticked("My list: My part, in words"), "all of it once more")
    toggle(TITLE, True)
    toggle("My list: What could I have done instead?", False)


def preview():
    keel.focus_row("Preview…")
    keel.keys("Return")
    keel.wait(lambda: "M. Q." in page(), "the page, to be listened to")
    keel.check_names()
    check(page(), "the preview")
    save("Save as PDF…", "Save as PDF", work + "/given.pdf")
    text = subprocess.run(["pdftotext", "-layout", work + "/given.pdf", "-"], capture_output=True, text=True, check=True).stdout
    check(text, "the PDF")
    expect("She did *not* call | at all" in text and "Old anger" in text, text)
    about = subprocess.run(["pdfinfo", work + "/given.pdf"], capture_output=True, text=True, check=True).stdout
    expect("Resentment" not in about and "Old anger" not in about, "what a PDF says of itself: " + about)


def mark():
    expect(not shared(), "nothing is marked before the person says so")
    keel.press("Mark as Shared")
    keel.wait(shared, "the mark in the journal")
    keel.press("Undo")
    keel.wait(lambda: not shared(), "the mark to be gone")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Save as PDF…"), "the preview to close")


def files():
    save("Save as Markdown…", "Save the File", work + "/given.md")
    with open(work + "/given.md", encoding="utf-8") as file:
        text = file.read()
    check(text, "the Markdown")
    expect("| M. Q. | She did \\*not\\* call \\| at all |" in text and text.startswith("# Resentment list\n\nOld anger\n"), text)
    keel.focus_row("Names as initials")
    keel.keys("space")
    keel.wait(lambda: ticked(TITLE), "the title, as it was written")
    keel.keys("space")
    keel.wait(lambda: not ticked(TITLE), "the title to be left out with the names")
    keel.keys("space", "Tab", "space", "Tab", "space")
    keel.wait(lambda: ticked(TITLE), "the title once more")
    save("Save as Text…", "Save the File", work + "/given.txt")
    with open(work + "/given.txt", encoding="utf-8") as file:
        text = file.read()
    for word in ("Marlene Quast", "my boss", "Alcoholics Anonymous", "2026"):
        expect(word in text, f"“{word}” where it is wanted: {text}")
    keel.press("Copy Text")
    keel.wait_text("Copied.")
    expect(not shared(), "nothing is marked by itself")
    keel.resize(360, 640)
    keel.check_extents()
    keel.wait(keel.takes_keys, "the keyboard")
    leave_windows()
    keel.press("Back to the worksheets")
    keel.find(SEARCH)


def chosen(name):
    found = [node for node in keel.visible() if role_of(node) == Role.CHECK_BOX and name_of(node).startswith(name)]
    return has(found[0], State.CHECKED) if found else None


def choose_pages():
    """In the list, by keyboard and with the pointer; Escape leaves it."""
    keel.set_text(SEARCH, "")
    keel.focus_row("Choose Pages…")
    keel.keys("Return")
    keel.wait_text("Choose the pages.")
    keel.wait(lambda: keel.focus() and role_of(keel.focus()) == Role.CHECK_BOX, "the focus on the first page")
    expect(not keel.shows("Make a Worksheet of Your Own…"), "nothing but what was written")
    expect(not has(keel.find("Give to Someone…", Role.PUSH_BUTTON), State.SENSITIVE), "nothing to give yet")
    first = name_of(keel.focus())
    keel.keys("space")
    keel.wait(lambda: chosen(first), "the first page to be chosen")
    keel.wait_text("1 page is chosen.")
    keel.keys("Down")
    second = name_of(keel.focus())
    expect(second != first, "the other page")
    keel.click(keel.focus())
    keel.wait(lambda: chosen(second), "the second page to be chosen")
    keel.check_names()
    keel.check_extents()
    picture("choose")
    keel.set_text(SEARCH, "evenings")
    keel.wait(lambda: chosen("Old anger") is None and chosen("Costs and benefits"), "what fits, as it was chosen")
    keel.wait_text("2 pages are chosen.")
    keel.set_text(SEARCH, "")
    keel.wait(lambda: chosen("Old anger") and chosen("Costs and benefits"), "both")


def several():
    keel.press("Give to Someone…")
    keel.wait(lambda: ticked("All of “Costs and benefits”") and ticked("All of “Resentment list”"), "both, to choose from")
    keel.check_names()
    keel.check_extents()
    picture("several")
    keel.press("Preview…")
    keel.wait(lambda: "The evenings" in page() and "M. Q." in page(), "both on paper")
    save("Save as PDF…", "Save as PDF", work + "/both.pdf")
    text = subprocess.run(["pdftotext", "-layout", work + "/both.pdf", "-"], capture_output=True, text=True, check=True).stdout
    expect("The evenings" in text and "M. Q." in text and "Marlene" not in text, text)
    keel.press("Mark as Shared")
    keel.wait(lambda: shared() == 2, "both to be marked")
    leave_windows()
    keel.press("Done")
    keel.wait(lambda: not keel.shows("pages are chosen") and keel.shows("Make a Worksheet of Your Own…"), "the list as it was")


for name, function in (("a page that was written", open_page), ("fields are chosen one by one", choose), ("the preview, and the PDF", preview),
                       ("marked as shared, and undone", mark), ("Markdown, text and a copy", files),
                       ("pages are chosen in the list", choose_pages), ("several pages", several)):
    tap.run(name, function)
keel.stop()
keel.stop_reminders()
tap.end()
