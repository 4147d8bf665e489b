#!/usr/bin/env python3
"""What is written of a date stays until it is on the disk, in the real window: another program holds the journal,
the group is no longer followed, Escape is pressed; and an undo leaves alone what was written after it."""
import contextlib
import datetime
import fcntl
import os
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, ancestors, expect, name_of, role_of, text_of  # noqa: E402

HEARD = "What I heard that helps"
HARBOUR, LANTERN = "Harbour Group", "Lantern Group"

work = os.environ["KEEL_WORK"]
os.environ["TZ"] = "Europe/Berlin"
time.tzset()
keel = Keel(sys.argv[1], work + "/data", environment={"TZ": "Europe/Berlin"})
tap = Tap(keel)
read, wait_read = keel.read_journal, keel.wait_journal
series = {}


@contextlib.contextmanager
def held():
    """Another program is writing: SQLite's reserved byte."""
    with open(keel.profile_file("journal.db"), "rb+") as journal:
        fcntl.lockf(journal, fcntl.LOCK_EX, 1, 0x40000001)
        yield


def press_in(group, name, role):
    """The one of several with this name that stands in the row of this group."""
    keel.wait(lambda: next((node for node in keel.visible() if name_of(node) == name and role_of(node) == role and
                            any(group in name_of(parent) for parent in ancestors(node))), None), f"“{name}” of {group}").act()


def area(name):
    """What is written in, not the words above it."""
    return keel.wait(lambda: next((node for node in keel.visible() if name_of(node) == name and "EditableText" in node.interfaces), None),
                     f"“{name}” to write in")


def written(name):
    return text_of(area(name))


def open_note(group):
    press_in(group, "Change the Note…" if keel.shows("Change the Note…") else "Add a Note…", Role.PUSH_BUTTON)
    keel.wait_text("No names, please")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == HEARD, "the focus on the first text")


def type_note(text):
    keel.type(text)
    keel.wait(lambda: written(HEARD) == text, f"“{text}” to be there, not “{written(HEARD)}”")


def note_is_open():
    return keel.shows("No names, please")


def wait_closed():
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")


def wait_focus_back():
    keel.wait(lambda: keel.takes_keys() and len(keel.windows()) == 1, "the window in front")


def follow():
    keel.wait_text("No meetings yet")
    start = datetime.datetime.now() - datetime.timedelta(days=14, minutes=5)
    for name in (HARBOUR, LANTERN):
        series[name] = keel.keelctl("follow", "--new", name, "--start", start.strftime("%Y-%m-%dT%H:%M"), "--zone", "Europe/Berlin",
                                    "--rrule", "FREQ=DAILY", "--duration", "60", "--json")["id"]
    keel.stop()
    keel.start()
    keel.wait_text(HARBOUR)
    keel.press("Agenda", Role.RADIO_BUTTON)


def kept_until_written():
    """The dialog waits for the disk; what could not be kept stays in it, with the reason."""
    open_note(HARBOUR)
    type_note("One day at a time")
    with held():
        keel.press("Save")
        keel.wait_text("Another Keel is writing just now.", 30)
        keel.check_names()
        expect(note_is_open() and written(HEARD) == "One day at a time", "the words are still there")
        expect(read("SELECT count(*) FROM attendance") == [(0,)], "nothing is kept yet")
    keel.press("Save")
    wait_closed()
    wait_read("SELECT heard FROM attendance WHERE deleted_at IS NULL", [("One day at a time",)], "kept when it could be")


def taken_back_only_when_written():
    open_note(HARBOUR)
    with held():
        keel.press("Take It All Back")
        keel.wait_text("Another Keel is writing just now.", 30)
        expect(note_is_open(), "the dialog is still there")
    keel.press("Cancel")
    wait_closed()
    wait_read("SELECT count(*) FROM attendance WHERE deleted_at IS NULL", [(1,)], "it is still said")


def open_again():
    open_note(HARBOUR)
    keel.keys("ctrl+a")
    type_note("A long thought")
    keel.keys("Escape")
    wait_closed()
    keel.wait_text("What you wrote was not saved.")
    keel.check_names()
    keel.press("Open Again")
    keel.wait(note_is_open, "the dialog again")
    expect(written(HEARD) == "A long thought", f"the words again: {written(HEARD)}")
    keel.press("Save")
    wait_closed()
    wait_read("SELECT heard FROM attendance WHERE deleted_at IS NULL", [("A long thought",)], "kept")
    keel.pause(0.5)
    expect(not keel.shows("What you wrote was not saved."), "nothing is missing after it was saved")


def nothing_to_open_again():
    open_note(HARBOUR)
    keel.keys("Escape")
    wait_closed()
    keel.pause(0.5)
    expect(not keel.shows("What you wrote was not saved."), "nothing was written")


def undo_leaves_what_came_after():
    """keelctl writes a note after the press; the undo takes back the press alone, or nothing."""
    wait_focus_back()
    press_in(HARBOUR, "Left early", Role.RADIO_BUTTON)
    wait_read("SELECT state FROM attendance WHERE deleted_at IS NULL", [("left",)], "the press")
    keel.keelctl("attend", series[HARBOUR], datetime.date.today().isoformat(), "left", "--note", "Since then")
    keel.press("Undo")
    wait_read("SELECT state, note FROM attendance WHERE deleted_at IS NULL", [("went", "Since then")], "the note stays")
    press_in(LANTERN, "Went", Role.RADIO_BUTTON)
    wait_read("SELECT count(*) FROM attendance WHERE deleted_at IS NULL", [(2,)], "the press")
    keel.keelctl("attend", series[LANTERN], datetime.date.today().isoformat(), "not", "--note", "Too far")
    keel.press("Undo")
    keel.wait_text("It has changed since; nothing was undone.")
    wait_read("SELECT state, note FROM attendance WHERE deleted_at IS NULL AND note = 'Too far'", [("not", "Too far")], "all of it stays")


def end_session():
    keel.process.terminate()
    keel.process.wait(20)


def of_what_is_not_followed():
    """A draft of a group that is no longer followed comes back with its name, and can be saved."""
    open_note(HARBOUR)
    keel.keys("ctrl+a")
    type_note("Half a thou")
    end_session()
    keel.keelctl("unfollow", series[HARBOUR])
    keel.start()
    keel.wait(note_is_open, "the dialog again")
    expect(keel.shows(HARBOUR), "its name")
    expect(written(HEARD) == "Half a thou", f"the words: {written(HEARD)}")
    area(HEARD).set_text("Half a thought")
    keel.press("Save")
    wait_closed()
    wait_read("SELECT heard FROM attendance WHERE heard LIKE 'Half%' AND deleted_at IS NULL", [("Half a thought",)], "kept")


def open_date(group):
    keel.press("Agenda", Role.RADIO_BUTTON)
    keel.click(keel.find(group, Role.LABEL))
    keel.press("Change this date:", exact=False)
    keel.wait(lambda: "One Date" in map(name_of, keel.windows()), "the dialog")
    keel.wait(keel.takes_keys, "the keys")


def drafts_of_dates():
    return "".join(value for value, in read("SELECT value FROM setting WHERE key = 'draft/date'"))


def set_aside():
    """What cannot be shown now is kept beside what is typed elsewhere, until it can be."""
    open_date(LANTERN)
    keel.set_text("Date (year-month-day)", "2031-02-")
    end_session()
    keel.keelctl("unfollow", series[LANTERN])
    keel.keelctl("follow", "--new", "Mill Room", "--start", "2026-01-05T19:00", "--zone", "Europe/Berlin", "--rrule", "FREQ=DAILY", "--duration", "60")
    keel.start()
    open_date("Mill Room")
    keel.set_text("Date (year-month-day)", "2032-03-")
    end_session()
    expect("2031-02-" in drafts_of_dates() and "2032-03-" in drafts_of_dates(), f"both are kept: {drafts_of_dates()}")
    keel.start()
    keel.wait(lambda: "One Date" in map(name_of, keel.windows()) and keel.takes_keys(), "the dialog that can be shown")
    keel.keys("Escape")
    wait_closed()
    keel.wait(lambda: "2032-03-" not in drafts_of_dates(), "cancelled is cancelled")
    expect("2031-02-" in drafts_of_dates(), f"the other is still kept: {drafts_of_dates()}")
    keel.stop()
    with sqlite3.connect(keel.profile_file("journal.db")) as journal:
        journal.execute("UPDATE series SET deleted_at = NULL WHERE name = ?", (LANTERN,))
    keel.start()
    keel.wait(lambda: "One Date" in map(name_of, keel.windows()), "the dialog, now that it is followed again")
    keel.wait(keel.takes_keys, "the keys")
    expect(any(text_of(node) == "2031-02-" for node in keel.visible()), "what was typed")
    keel.keys("Escape")
    wait_closed()


for title, step in (
        ("two groups are followed", follow),
        ("a note waits for the disk", kept_until_written),
        ("so does taking it back", taken_back_only_when_written),
        ("what was closed can be opened again", open_again),
        ("but not where nothing was written", nothing_to_open_again),
        ("an undo leaves what came after", undo_leaves_what_came_after),
        ("a note of what is no longer followed", of_what_is_not_followed),
        ("what cannot be shown stays kept", set_aside)):
    tap.run(title, step)
keel.stop()
keel.stop_reminders()
tap.end()
