#!/usr/bin/env python3
"""What is changed elsewhere while a dialog or a window shows it stays changed, in the real window: keelctl cancels a
date and writes notes, and then the person saves what they have in front of them."""
import datetime
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, ancestors, expect, name_of, role_of  # noqa: E402

HARBOUR, LANTERN = "Harbour Group", "Lantern Group"

work = os.environ["KEEL_WORK"]
os.environ["TZ"] = "Europe/Berlin"
time.tzset()
keel = Keel(sys.argv[1], work + "/data", environment={"TZ": "Europe/Berlin"})
tap = Tap(keel)
read, wait_read = keel.read_journal, keel.wait_journal
series = {}


def get_schedule(group):
    return read("SELECT schedule FROM series WHERE name = ?", group)[0][0]


def get_leads(group):
    return [minutes for minutes, in read("SELECT minutes FROM lead JOIN series ON series.uuid = lead.series WHERE name = ?"
                                         " AND lead.deleted_at IS NULL ORDER BY minutes", group)]


def press_in(group, name, role):
    keel.wait(lambda: next((node for node in keel.visible() if name_of(node) == name and role_of(node) == role and
                            any(group in name_of(parent) for parent in ancestors(node))), None), f"“{name}” of {group}").act()


def area(name):
    return keel.wait(lambda: next((node for node in keel.visible() if name_of(node) == name and "EditableText" in node.interfaces), None),
                     f"“{name}” to write in")


def wait_dialog(title):
    keel.wait(lambda: title in map(name_of, keel.windows()), f"“{title}”")


def wait_closed():
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")


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


def cancel(group, days):
    """Behind the window's back; returns the schedule with it."""
    keel.keelctl("cancel", series[group], (datetime.date.today() + datetime.timedelta(days=days)).isoformat())
    return get_schedule(group)


def reminders():
    keel.click(keel.find(LANTERN, Role.LABEL))
    keel.press("Change Reminders")
    wait_dialog("Reminders")
    cancelled = cancel(LANTERN, 3)
    keel.set_text("Other times, in minutes before", "45")
    keel.press("Save")
    wait_closed()
    keel.wait(lambda: len(get_leads(LANTERN)) == 2, "two reminders")
    expect(get_schedule(LANTERN) == cancelled, f"the date stays cancelled: {get_schedule(LANTERN)}")
    cancelled = cancel(LANTERN, 4)
    keel.press("Undo")
    keel.wait(lambda: get_leads(LANTERN) == [30], "one reminder again")
    expect(get_schedule(LANTERN) == cancelled, f"both dates stay cancelled: {get_schedule(LANTERN)}")


def edit():
    """Only what was changed in the form; of two that changed the dates, the later looks again."""
    keel.press("Edit")
    wait_dialog("Change the Meeting")
    cancelled = cancel(LANTERN, 5)
    keel.set_text("Place", "The old mill")
    keel.press("Save")
    wait_closed()
    wait_read("SELECT location FROM series WHERE name = 'Lantern Group'", [("The old mill",)], "the place")
    expect(get_schedule(LANTERN) == cancelled, f"the dates stay cancelled: {get_schedule(LANTERN)}")


def edit_dates():
    keel.press("Edit")
    wait_dialog("Change the Meeting")
    cancelled = cancel(LANTERN, 6)
    keel.set_text("How long, in minutes", "75")
    keel.press("Save")
    keel.wait_text("Its dates were changed meanwhile.")
    keel.check_names()
    expect(get_schedule(LANTERN) == cancelled, "nothing was written")
    keel.press("Save")
    wait_closed()
    keel.wait(lambda: "75" in get_schedule(LANTERN), "the length")


def chips():
    press_in(HARBOUR, "Went", Role.RADIO_BUTTON)
    wait_read("SELECT state FROM attendance WHERE deleted_at IS NULL", [("went",)], "the press")
    keel.keelctl("attend", series[HARBOUR], datetime.date.today().isoformat(), "went", "--note", "Since then")
    press_in(HARBOUR, "Left early", Role.RADIO_BUTTON)
    wait_read("SELECT state, note FROM attendance WHERE deleted_at IS NULL", [("left", "Since then")], "the note stays")


def note():
    press_in(HARBOUR, "Change the Note…", Role.PUSH_BUTTON)
    keel.wait_text("No names, please")
    keel.keelctl("attend", series[HARBOUR], datetime.date.today().isoformat(), "left", "--note", "Later still")
    area("What I heard that helps").set_text("One day at a time")
    keel.press("Save")
    wait_closed()
    wait_read("SELECT heard, note FROM attendance WHERE deleted_at IS NULL", [("One day at a time", "Later still")], "both stay")
    keel.press("Undo")
    wait_read("SELECT heard, note FROM attendance WHERE deleted_at IS NULL", [(None, "Later still")], "its own is undone")


for title, step in (
        ("two groups are followed", follow),
        ("reminders, while a date is cancelled", reminders),
        ("the form, while a date is cancelled", edit),
        ("the dates in the form, while one is cancelled", edit_dates),
        ("one press, while a note is written", chips),
        ("a note, while another is written", note)):
    tap.run(title, step)
keel.stop()
keel.stop_reminders()
tap.end()
