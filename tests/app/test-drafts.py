#!/usr/bin/env python3
"""Nothing typed is lost: what stands in a dialog when Keel hides, locks, ends or is killed after it is there again,
as it was, until the person saves or cancels it. An import that runs is stopped and has changed nothing."""
import fcntl
import json
import os
import signal
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from gi.repository import Gio, GLib  # noqa: E402
from window import Keel, Role, State, Tap, expect, has, name_of, text_of, walk  # noqa: E402

BUILD = sys.argv[1]
WORK = os.environ["KEEL_WORK"]
DATA = WORK + "/data"
FEEDS = os.environ["KEEL_FIXTURES"] + "/feeds"
SECRET = "correct horse battery"
AGAIN = "What you were writing is here again."
MEETING = {"Name, for example Tuesday candlelight": "Lantern Room", "Time, for example 19:00 or 7pm": "half past", "Place": "Mill Lane 4",
           "Link to join online": "https://example.org/lantern"}

keel = Keel(BUILD, DATA, environment={"KEEL_KEY_COST": "lowest"})
tap = Tap(keel)


def titles():
    return [name_of(window) for window in keel.windows()]


def dialog(title):
    return title in titles()


def read(name):
    """What stands in the entry with this name."""
    return next(filter(None, map(text_of, walk(keel.find(name, Role.TEXT)))), "")


def drafts():
    """What the journal keeps, read from beside it; Keel may be writing at that moment."""
    journal = sqlite3.connect(keel.profile_file("journal.db"), timeout=15)
    try:
        return [value for (value,) in journal.execute("SELECT value FROM setting WHERE key LIKE 'draft/%'"
                                                      " ORDER BY key")]
    finally:
        journal.close()


def hide_and_return():
    keel.keys("F9")
    keel.wait(lambda: titles() == ["Calendar"], "something harmless")
    keel.come_back()
    keel.wait(lambda: "Keel" in titles(), "the window")


def wait_open():
    keel.wait_text("No meetings yet")


def write_meeting():
    wait_open()
    keel.keys("ctrl+n")
    keel.wait(lambda: dialog("Add a Meeting"), "the dialog")
    keel.pause(0.5)
    for name, text in MEETING.items():
        keel.set_text(name, text)
    keel.press("Thursday")
    keel.press("Every 2 weeks")
    keel.set_text("First date (year-month-day)", "2027-13-")
    keel.focus_row("1 hour before")
    keel.keys("space")
    keel.set_text("Other times, in minutes before", "45, soon")


def check_meeting():
    keel.wait(lambda: dialog("Add a Meeting"), "the dialog again")
    keel.wait_text(AGAIN)
    keel.check_names()
    for name, text in MEETING.items():
        expect(read(name) == text, f"{name} says {text}, not {read(name)}")
    expect(read("First date (year-month-day)") == "2027-13-", "the date as it was typed")
    expect(read("Other times, in minutes before") == "45, soon", "the reminders as they were typed")
    for name, wanted in (("Thursday", True), ("Friday", False), ("Every 2 weeks", True), ("Every week", False)):
        expect(has(keel.find(name, Role.RADIO_BUTTON), State.CHECKED) == wanted, f"{name}: {wanted}")
    for name, wanted in (("1 hour before", True), ("30 minutes before", True), ("10 minutes before", False)):
        expect(has(keel.find(name, Role.CHECK_BOX), State.CHECKED) == wanted, f"{name}: {wanted}")


def hide():
    hide_and_return()
    check_meeting()


def hide_again():
    """What was not touched since is no less the person's; and the next key does not wipe it out."""
    hide_and_return()
    check_meeting()
    MEETING["Name, for example Tuesday candlelight"] += "!"
    keel.pause(0.5)
    keel.type("!")
    hide_and_return()
    check_meeting()


def cancel():
    keel.keys("Escape")
    keel.wait(lambda: not dialog("Add a Meeting"), "the dialog to close")
    keel.wait(lambda: drafts() == [""], "what was kept to be wiped out")
    hide_and_return()
    wait_open()
    keel.pause(1)
    expect(titles() == ["Keel"] and not keel.shows(AGAIN), "a dialog that was cancelled stays away")


def untouched():
    keel.keys("ctrl+n")
    keel.wait(lambda: dialog("Add a Meeting"), "the dialog")
    keel.pause(0.5)
    hide_and_return()
    wait_open()
    keel.pause(1)
    expect(titles() == ["Keel"], "a form in which nothing was written is not kept")


def save_and_change():
    """Saved once, then changed: the change is what is kept, and it changes the same meeting."""
    keel.keys("ctrl+n")
    keel.wait(lambda: dialog("Add a Meeting"), "the dialog")
    keel.pause(0.5)
    keel.set_text("Name, for example Tuesday candlelight", "Candle Corner")
    keel.set_text("Time, for example 19:00 or 7pm", "19:00")
    hide_and_return()
    keel.wait(lambda: dialog("Add a Meeting"), "the dialog again")
    keel.press("Add")
    keel.wait(lambda: not dialog("Add a Meeting") and keel.shows("Candle Corner"), "the meeting")
    keel.wait(lambda: drafts() == [""], "no draft of what was saved")
    keel.click(keel.find("Candle Corner", Role.LABEL))
    keel.press("Edit")
    keel.wait(lambda: dialog("Change the Meeting"), "the dialog")
    keel.pause(0.5)
    keel.set_text("Place", "Behind the mill")
    hide_and_return()
    keel.wait(lambda: dialog("Change the Meeting"), "the dialog again")
    expect(read("Place") == "Behind the mill", "the change")
    keel.press("Save")
    keel.wait(lambda: not dialog("Change the Meeting"), "the dialog to close")
    dates = keel.keelctl("agenda", "--days", "8", "--json")  # twice, if today's is still to come
    expect(len({date["id"] for date in dates}) == 1 and dates[0]["name"] == "Candle Corner", f"it is one meeting: {dates}")


def choose_file(path):
    keel.wait(lambda: any(name_of(w) == "Keel" and has(w, State.ACTIVE) for w in keel.windows()), "the window in front")
    keel.pause(0.5)
    keel.keys("ctrl+o")
    keel.wait(lambda: any(name_of(n) == "Import a List" for n in keel.visible()), "the file dialog")
    keel.pause(0.8)
    keel.type(path)
    keel.pause(0.4)
    keel.keys("Return")
    keel.wait_text("Options of the import")


def import_choices():
    choose_file(FEEDS + "/harbour-meetings.json")
    keel.set_text("Name of the list", "Harbour, mine")
    hide_and_return()
    keel.wait_text("Options of the import")
    keel.wait_text(AGAIN)
    expect(keel.shows("harbour-meetings.json"), "the file")
    expect(read("Name of the list") == "Harbour, mine", "the name that was typed")
    keel.check_names()


def leave_program():
    """Quit, with the dialog open: it is not modal."""
    subprocess.run(["xdotool", "windowactivate", "--sync", keel.find_window("Keel")], check=True)
    keel.keys("ctrl+q")
    expect(keel.process.wait(15) == 0, "it ends well")
    expect(any("harbour-meetings.json" in draft for draft in drafts()), f"kept: {drafts()}")
    keel.start()
    keel.wait_text("Options of the import")
    expect(read("Name of the list") == "Harbour, mine", "the name that was typed")


def session_ends():
    """The desktop ends its session: a SIGTERM, and what is being typed is kept."""
    keel.set_text("Name of the list", "Harbour, evening")
    keel.process.terminate()
    expect(keel.process.wait(15) == 0, "it ends well")
    expect(any("Harbour, evening" in draft for draft in drafts()), f"kept: {drafts()}")
    keel.start()
    keel.wait_text("Options of the import")
    expect(read("Name of the list") == "Harbour, evening", "the name that was typed")


def import_running():
    """Long enough that it runs when F9 comes."""
    path = WORK + "/long.json"
    with open(path, "w", encoding="utf-8") as feed:
        rows = ({"slug": f"row-{i}", "name": f"Row {i}", "day": i % 7, "time": "19:00", "timezone": "Europe/Berlin"}
                for i in range(150000))
        json.dump(list(rows), feed)
    keel.keys("Escape")
    keel.wait(lambda: titles() == ["Keel"], "the dialog to close")
    choose_file(path)
    keel.press("Import")
    keel.find("Stop", Role.PUSH_BUTTON, 5)
    keel.keys("F9")
    keel.wait(lambda: titles() == ["Calendar"], "something harmless", 20)
    keel.come_back()
    keel.wait_text("Options of the import")
    expect(keel.shows("long.json"), "the file")
    expect(keel.keelctl("lists", "show", "--json") == [], "nothing was imported")
    keel.keys("Escape")
    keel.wait(lambda: titles() == ["Keel"], "the dialog to close")


def no_recent_files():
    found = [os.path.join(folder, name) for folder, _, names in os.walk(WORK) for name in names if name.startswith("recently-used")]
    expect(not found, f"the file dialog told nobody: {found}")


def killed_when_locked():
    keel.stop()
    profile = os.path.basename(os.path.dirname(keel.profile_file("journal.db")))
    subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", DATA, "--passphrase-fd", "0", "--profile", profile, "profile", "protect"],
                   env=keel.environment, input=SECRET + "\n", capture_output=True, text=True, check=True)
    keel.start()
    unlock()
    keel.keys("ctrl+n")
    keel.wait(lambda: dialog("Add a Meeting"), "the dialog")
    keel.pause(0.5)
    for name, text in MEETING.items():
        keel.set_text(name, text)
    keel.keys("ctrl+l")
    keel.find("Unlock", Role.PUSH_BUTTON)
    keel.process.send_signal(signal.SIGKILL)
    keel.process.wait(10)
    with open(keel.profile_file("journal.db"), "rb") as journal:
        expect(b"Lantern" not in journal.read(), "what was typed is encrypted")
    keel.start()
    unlock()
    keel.wait(lambda: dialog("Add a Meeting"), "the dialog again")
    for name, text in MEETING.items():
        expect(read(name) == text, f"{name} says {text}, not {read(name)}")


def screen_locked():
    """As GNOME says it; the journal then is as closed as with Ctrl+L."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                  GLib.Variant("(su)", ("org.gnome.ScreenSaver", 0)), None, Gio.DBusCallFlags.NONE, -1, None)
    bus.emit_signal(None, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", GLib.Variant("(b)", (True,)))
    keel.find("Unlock", Role.PUSH_BUTTON)
    expect(not keel.shows("Lantern Room"), "nothing of the dialog is there")
    unlock()
    keel.wait(lambda: dialog("Add a Meeting"), "the dialog again")


def cannot_be_kept():
    """Another program holds the journal: the window is empty at once, and the lock page says what was lost."""
    keel.set_text("Place", "Under the bridge")
    with open(keel.profile_file("journal.db"), "rb+") as journal:
        fcntl.lockf(journal, fcntl.LOCK_EX, 1, 0x40000001)  # SQLite's reserved byte
        keel.keys("ctrl+l")
        keel.wait_text("Locking…", 3)
        expect(not any(keel.shows(text) for text in ("Candle Corner", "Lantern", "bridge")), "nothing is to be read any more")
        for key in ("ctrl+n", "ctrl+l", "F9", "ctrl+f"):
            keel.keys(key)
        expect(titles() == ["Keel"] and keel.shows("Locking…"), "no key leads anywhere")
        keel.wait_text("What you were writing could not be kept: another program was writing there.", 20)
        keel.find("Unlock", Role.PUSH_BUTTON)
    unlock()
    keel.wait(lambda: dialog("Add a Meeting"), "the dialog again")
    expect(read("Place") == MEETING["Place"], "as it was kept before")


def note_cannot_be_kept():
    """The same of a note that is kept without a button."""
    keel.keys("Escape")
    keel.wait(lambda: titles() == ["Keel"], "the dialog to close")
    keel.wait(keel.takes_keys, "the keys")
    keel.click(keel.find("Candle Corner", Role.LABEL))
    note = keel.wait(lambda: next((node for node in keel.visible() if name_of(node) == "A private note" and
                                   "EditableText" in node.interfaces), None), "the note")
    with open(keel.profile_file("journal.db"), "rb+") as journal:
        fcntl.lockf(journal, fcntl.LOCK_EX, 1, 0x40000001)
        note.set_text("Ring twice")
        keel.keys("ctrl+l")
        keel.wait_text("What you were writing could not be kept: another program was writing there.", 30)
    unlock()


def unlock():
    keel.find("Unlock", Role.PUSH_BUTTON)
    keel.wait(lambda: keel.focus() and any(name_of(n) == "Passphrase" for n in keel.line_of(keel.focus())), "the focus in the entry")
    keel.type(SECRET)
    keel.pause(0.2)
    keel.keys("Return")
    keel.wait_text("Candle Corner")


for title, step in (
        ("a meeting is written", write_meeting),
        ("F9 and back: it is there again, right or wrong", hide),
        ("and once more, without a touch", hide_again),
        ("cancelled is cancelled", cancel),
        ("a form that was not touched is not kept", untouched),
        ("saved once, changed once", save_and_change),
        ("the choices of an import", import_choices),
        ("Quit and start", leave_program),
        ("a desktop session that ends", session_ends),
        ("an import that runs is stopped", import_running),
        ("no recent files", no_recent_files),
        ("killed after it was locked", killed_when_locked),
        ("the screen is locked, and Keel with it", screen_locked),
        ("what cannot be kept is told", cannot_be_kept),
        ("also of a note", note_cannot_be_kept)):
    tap.run(title, step)
if keel.process.poll() is None:
    keel.process.terminate()
status = json.loads(subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", DATA, "--passphrase-fd", "0", "reminders", "status", "--json"],
                                   env=keel.environment, input=SECRET + "\n", capture_output=True, text=True, check=True).stdout)
if status["running"]:
    os.kill(status["pid"], signal.SIGTERM)
tap.end()
