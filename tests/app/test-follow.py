#!/usr/bin/env python3
"""What a person says of what they follow, in the real window: what came of a date, with one press and Undo; the way
into a group; home group, service, note and colour; groups side by side; and that nothing typed is lost."""
import datetime
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, State, Tap, ancestors, expect, has, name_of, role_of  # noqa: E402

work = os.environ["KEEL_WORK"]
pictures = os.environ.get("KEEL_PICTURES")
keel = Keel(sys.argv[1], work + "/data", environment={"TZ": "Europe/Berlin"})
tap = Tap(keel)
read, wait_read = keel.read_journal, keel.wait_journal
os.environ["TZ"] = "Europe/Berlin"
time.tzset()


def picture(name):
    if pictures:
        keel.pause(0.4)
        keel.screenshot(f"{pictures}/{name}.png")


def check(name):
    keel.check_names()
    picture(name)


def chip(name, group=None):
    """A chip of the group with this name in it, or of any."""
    def look():
        for node in keel.visible():
            if role_of(node) == Role.RADIO_BUTTON and name_of(node) == name:
                if group is None or any(group in name_of(parent) for parent in ancestors(node)):
                    return node
        return None
    return keel.wait(look, f"the choice “{name}” of “{group}”")


def write(name, text):
    """Into what is written in, not the words above it."""
    keel.wait(lambda: next((node for node in keel.visible() if name_of(node) == name and "EditableText" in node.interfaces), None),
              f"“{name}” to write in").set_text(text)


def choose(name, group=None):
    chip(name, group).act()


def pressed(name, group=None):
    return has(chip(name, group), State.CHECKED)


def open_details(name):
    keel.press("Agenda", Role.RADIO_BUTTON)
    keel.click(keel.find(name, Role.LABEL))
    keel.wait_text("Colour in the calendar")


def begin():
    keel.wait_text("No meetings yet")
    start = datetime.datetime.now() - datetime.timedelta(days=14, minutes=5)
    began = start.strftime("%Y-%m-%dT%H:%M")
    for name, rule in (("Harbour Group", "FREQ=DAILY"), ("Lantern Group", "FREQ=WEEKLY")):
        keel.keelctl("follow", "--new", name, "--start", began, "--zone", "Europe/Berlin", "--rrule", rule, "--duration", "60")
    keel.stop()
    keel.start()
    keel.wait_text("Harbour Group")
    wait_read("SELECT DISTINCT stage FROM series", [("found",)], "following a group is having found it")


def went_with_one_press():
    keel.press("Agenda", Role.RADIO_BUTTON)
    keel.check_names()
    choose("Went", "Harbour Group")
    wait_read("SELECT state FROM attendance WHERE deleted_at IS NULL", [("went",)], "it is kept at once")
    keel.press("Undo")  # at once: it is offered for ten seconds
    wait_read("SELECT count(*) FROM attendance WHERE deleted_at IS NULL", [(0,)], "it is taken back")
    keel.wait(lambda: not pressed("Went", "Harbour Group"), "no chip to be down")
    choose("Went", "Harbour Group")
    wait_read("SELECT state FROM attendance WHERE deleted_at IS NULL", [("went",)], "it is kept again")
    keel.wait_text("Harbour Group, Today: Went")
    keel.wait(lambda: pressed("Went", "Harbour Group"), "the chip to stay down")
    keel.wait(lambda: any(role_of(n) == Role.LIST_ITEM and "Harbour Group, Went" in name_of(n) for n in keel.visible()),
              "the row to say it")
    check("agenda-went")


def offered_and_declined():
    keel.wait_text("move on to “Been there once”?")
    keel.press("Not Now")
    keel.wait(lambda: not keel.shows("move on to “Been there once”?"), "the offer to go")
    expect(keel.focus() is not None, "the focus is somewhere")


def said_otherwise():
    choose("Left early", "Harbour Group")
    wait_read("SELECT state FROM attendance WHERE deleted_at IS NULL", [("left",)], "another answer")
    keel.wait(lambda: pressed("Left early", "Harbour Group"), "the chip to be down")
    choose("Went", "Harbour Group")
    wait_read("SELECT state FROM attendance WHERE deleted_at IS NULL", [("went",)], "and another")


def noted_with_moods():
    keel.press("Add a Note…")
    keel.wait_text("No names, please")
    keel.check_names()
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == "What I heard that helps", "the focus on the first text")
    keel.type("One day at a time is enough.")
    keel.keys("Tab")
    keel.type("Sit near the door.")
    choose("Low", "How I was before it")
    choose("Good", "How I was after it")
    check("attendance-dialog")
    keel.press("Save")
    wait_read("SELECT heard, note, mood_before, mood_after FROM attendance WHERE deleted_at IS NULL",
              [("One day at a time is enough.", "Sit near the door.", 1, 3)], "all of it is kept")
    keel.wait_text("One day at a time is enough.")
    check("agenda-note")
    keel.press("Undo")
    wait_read("SELECT heard, mood_after FROM attendance WHERE deleted_at IS NULL", [(None, None)], "and taken back")


def taken_back():
    keel.press("Add a Note…")
    keel.wait_text("No names, please")
    keel.press("Take It All Back")
    wait_read("SELECT count(*) FROM attendance WHERE deleted_at IS NULL", [(0,)], "nothing is said any more")
    keel.press("Undo")
    wait_read("SELECT state FROM attendance WHERE deleted_at IS NULL", [("went",)], "it is there again")


def way_into_the_group():
    open_details("Harbour Group")
    check("details")
    expect(pressed("Found it", "My way into this group"), "following is having found it")
    choose("Spoke with someone", "My way into this group")
    wait_read("SELECT stage FROM series WHERE name = 'Harbour Group'", [("spoke",)], "the person moves on")
    keel.press("Undo")
    wait_read("SELECT stage FROM series WHERE name = 'Harbour Group'", [("found",)], "and back")
    keel.wait(lambda: pressed("Found it", "My way into this group"), "the chip to be down again")


def remarks():
    # Not the stage of the same name, nor the words before the switch.
    keel.wait(lambda: next((node for node in keel.visible() if name_of(node) == "My home group" and
                            role_of(node) not in (Role.RADIO_BUTTON, Role.LABEL, Role.LIST_ITEM)), None), "the switch").act()
    wait_read("SELECT home_group FROM series WHERE name = 'Harbour Group'", [(1,)], "the home group")
    keel.wait_text("move on to “My home group”?")
    keel.press("Yes")
    wait_read("SELECT stage FROM series WHERE name = 'Harbour Group'", [("home-group",)], "the offer is taken")
    keel.wait(lambda: not keel.shows("move on to"), "the offer to go")
    choose("A peer", "Led by")
    wait_read("SELECT led_by FROM series WHERE name = 'Harbour Group'", [("peer",)], "who leads it")
    choose("Green", "Colour in the calendar")
    wait_read("SELECT colour FROM series WHERE name = 'Harbour Group'", [(2,)], "the colour")
    keel.press("Undo")
    wait_read("SELECT colour FROM series WHERE name = 'Harbour Group'", [(None,)], "no colour again")
    write("My service there, such as making tea", "Making tea")
    wait_read("SELECT service FROM series WHERE name = 'Harbour Group'", [("Making tea",)], "the service, when typing pauses")
    write("A private note", "Ask for the blue chair.")
    wait_read("SELECT note FROM series WHERE name = 'Harbour Group'", [("Ask for the blue chair.",)], "the note")
    wait_read("SELECT service, home_group, led_by FROM series WHERE name = 'Harbour Group'", [("Making tea", 1, "peer")], "the rest stays")
    check("details-remarks")


def dates():
    keel.wait_text("The next dates")
    buttons = [n for n in keel.visible() if name_of(n).startswith("Change this date: ")]
    expect(len(buttons) == 5, f"five dates: {len(buttons)}")
    buttons[0].act()
    keel.press("Cancel This Date", exact=False)
    keel.wait_text("Cancelled")
    check("details-cancelled")
    back = keel.wait(lambda: next((n for n in keel.visible() if name_of(n).startswith("Put back: ")), None), "a way back")
    back.act()
    keel.wait(lambda: not any(name_of(n).startswith("Put back: ") for n in keel.visible()), "the date to be back")


def side_by_side():
    keel.press("Compare My Groups…")
    keel.wait_text("Press an answer to change it.")
    keel.check_names()
    keel.press("Lantern Group: It fits me: Not said.", exact=True)
    keel.press("Mostly")
    wait_read("SELECT fit FROM series WHERE name = 'Lantern Group'", [(3,)], "the answer is kept")
    keel.wait_text("Lantern Group: It fits me: Mostly.")
    check("compare")
    keel.press("Done")


def nothing_lost():
    write("A private note", "Typed just before the end")
    keel.stop()
    wait_read("SELECT note FROM series WHERE name = 'Harbour Group'", [("Typed just before the end",)], "what was typed last")
    keel.start()
    keel.wait_text("Harbour Group")
    keel.press("Agenda", Role.RADIO_BUTTON)
    keel.press("Add a Note…")
    keel.wait_text("No names, please")
    keel.wait(lambda: keel.focus() and name_of(keel.focus()) == "What I heard that helps", "the focus on the first text")
    keel.type("Half a thou")
    keel.wait_text("Half a thou")
    keel.process.terminate()  # the desktop ends its session
    keel.process.wait(20)
    keel.start()
    keel.wait_text("Half a thou")
    check("draft")
    keel.press("Cancel")
    keel.wait(lambda: not keel.shows("No names, please"), "the dialog to close")


def narrow():
    keel.resize(360, 640)
    check("narrow-agenda")
    keel.check_extents()
    open_details("Harbour Group")
    keel.pause(0.5)
    check("narrow-details")
    keel.check_extents()
    keel.resize(1000, 760)


for name, step in (
        ("two groups are followed", begin),
        ("one press says that one went, and it can be undone", went_with_one_press),
        ("the next stage is offered, and declined", offered_and_declined),
        ("it is said otherwise", said_otherwise),
        ("a note and moods", noted_with_moods),
        ("all of it taken back", taken_back),
        ("the way into a group", way_into_the_group),
        ("home group, service, who leads it, colour and note", remarks),
        ("a date is cancelled and put back", dates),
        ("groups side by side", side_by_side),
        ("nothing that was typed is lost", nothing_lost),
        ("nothing is wider than a narrow window", narrow)):
    tap.run(name, step)
keel.stop()
keel.stop_reminders()
tap.end()
