#!/usr/bin/env python3
"""Plans for a hard moment are there when it comes: one for a meeting or a place stands with the meeting, which its reminder opens, and
on Today; one for a person where somebody calls them. In an urge, someone to be with: a meeting within the hour, a person with number
and message. What a reminder of a plan or of a time to wait leads to. A plan and a card on paper."""
import datetime
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actions import activate  # noqa: E402
from window import Keel, Role, State, Tap, expect, has, name_of, role_of  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
WORK = os.environ["KEEL_WORK"]
MEETING = "Candlelight"
LINK = "https://rooms.example.org/candle"
os.chdir(WORK)  # where what is printed into a file goes
now = datetime.datetime.now(datetime.timezone.utc)
# Where it is about noon now, whatever the hour of the test: what begins soon begins today.
EAST = 12 - now.hour
ZONE = f"Etc/GMT{-EAST:+d}" if EAST else "Etc/GMT"
soon = (now + datetime.timedelta(hours=EAST, minutes=25)).strftime("%Y-%m-%dT%H:%M")
keel = Keel(sys.argv[1], WORK + "/data", page="today", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": ZONE})
tap = Tap(keel)
series = ""
PERSON = "11111111-2222-4333-8444-555555555555"


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def rows():
    return [node for node in keel.visible() if role_of(node) == Role.LIST_ITEM and "then I will" in name_of(node)]


def show(uuid):
    """What a reminder's Show does."""
    subprocess.run([f"{sys.argv[1]}/src/app/keel", "--data-dir", keel.data_dir, "--show", uuid], env=keel.environment, check=True,
                   timeout=60, capture_output=True)


def choose(name):
    """One of several: chosen when it says so."""
    node = keel.find(name, Role.RADIO_BUTTON)
    node.act()
    keel.wait(lambda: has(keel.find(name, Role.RADIO_BUTTON), State.CHECKED), f"“{name}” to be chosen")


def close_windows():
    """All but the first, with Escape."""
    while len(keel.windows()) > 1:
        keel.wait(keel.takes_keys, "the keyboard")
        count = len(keel.windows())
        keel.keys("Escape")
        keel.wait(lambda count=count: len(keel.windows()) < count, "a window to close")
    keel.wait(keel.takes_keys, "the keyboard")


def prepare():
    global series
    keel.wait_text("A program")
    keel.stop()
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as journal:
        journal.execute("INSERT INTO person (uuid, name, number, position, kind, rhythm, changed_at) VALUES (?, ?, ?, 0, 'peer', 0, 1)",
                        (PERSON, "Alex K.", "01 02 03 04"))
    series = keel.keelctl("follow", "--new", MEETING, "--start", soon, "--zone", ZONE, "--rrule", "FREQ=DAILY", "--duration", "60", "--place",
                          "St Mark's Hall", "--link", LINK, "--json")["id"]
    keel.start()
    keel.wait_text(MEETING)


def make_plan(action, bind, number, **words):
    keel.press("New Plan")
    keel.wait(lambda: len(keel.windows()) == 3, "the dialog")
    keel.press("I am offered something")
    keel.press(action)
    keel.wait_text(f"If I am offered something, then I will {action}.")
    choose(bind)
    if "chip" in words:
        choose(words["chip"])
    for name, text in words.get("texts", {}).items():
        keel.set_text(name, text)
    for day in words.get("days", []):
        keel.press(day)
    if "switch" in words:
        keel.press(words["switch"], Role.CHECK_BOX)
    keel.check_names()
    picture(f"plans-{number}")
    keel.press("Save")
    keel.wait(lambda: len(keel.windows()) == 2 and len(rows()) == number, f"{number} plans")


def make():
    """Bound to a meeting that is followed, to a place and to a person in one's own words."""
    activate(keel, "plans")
    keel.wait_text("No plan is made yet")
    make_plan("leave", "A meeting", 1, chip=MEETING)
    make_plan("eat something", "A place", 2, texts={"Which place": "st mark’s hall"})
    make_plan("wait 15 minutes", "A person", 3, texts={"Who, in your words": "alex"})
    keel.wait_journal("SELECT bind FROM plan ORDER BY id", [("meeting",), ("place",), ("person",)], "three plans")
    close_windows()


def with_the_meeting():
    """Its reminder opens it, with both plans; and Today has them."""
    keel.wait_text("What you planned")
    keel.wait(lambda: keel.shows("then I will leave.") and keel.shows("then I will eat something."), "the plans of today on Today")
    expect(not keel.shows("wait 15 minutes"), "not that of the person")
    picture("plans-today")
    show(series)
    keel.find(f"Join on {LINK.split('/')[2]}")
    keel.wait(lambda: keel.shows("What you planned") and keel.shows("If I am offered something, then I will leave.")
              and keel.shows("then I will eat something."), "the plans with the meeting")
    expect(not keel.shows("wait 15 minutes"), "not that of the person")
    keel.check_names()
    picture("plans-meeting")


def meeting_within_the_hour():
    keel.keys("ctrl+u", "5")
    keel.wait_text("What is going on?")
    keel.keys("Return")
    keel.wait_text("It begins within the hour.")
    keel.keys("3")
    keel.find(f"Join on {LINK.split('/')[2]}")
    expect(keel.shows(MEETING) and keel.shows("Show the Meeting"), "the meeting")
    keel.wait_text("then I will leave.")
    keel.check_names()
    picture("urge-meeting")
    keel.press("Next")
    keel.wait_text("How strong is it now?")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("How strong is it now?"), "the page behind")


def someone_to_call():
    """A strong one: the person first, with the number, a message to copy, and what was planned with them in mind."""
    keel.keys("ctrl+u", "9")
    keel.wait_text("What is going on?")
    keel.keys("Return")
    keel.wait_text("Call Alex K.")
    keel.keys("1")
    keel.wait(lambda: keel.shows("01 02 03 04") and keel.shows("Copy Message"), "the number and the message")
    keel.wait_text("then I will wait 15 minutes.")
    expect(not keel.shows("then I will leave."), "only what is for this person")
    keel.check_names()
    picture("urge-person")
    keel.resize(360, 640)
    keel.check_extents()
    picture("urge-person-360")
    keel.resize(900, 680)
    keel.press("Next")
    keel.wait_text("How strong is it now?")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("How strong is it now?"), "the page behind")


def with_the_person():
    activate(keel, "person", PERSON)
    keel.wait_text("Put Down a Contact")
    keel.wait_text("then I will wait 15 minutes.")
    keel.press("Close")
    keel.wait(lambda: len(keel.windows()) == 1, "the window to close")


def reminded_of_a_plan():
    activate(keel, "plans")
    keel.wait(lambda: len(rows()) == 3, "the plans")
    make_plan("go for a walk", "A time", 4, texts={"Time, for example 19:00 or 7pm": "17:00"}, switch="Tell me when the time comes",
              days=["Friday"])
    close_windows()
    keel.wait_journal("SELECT remind, prompt IS NOT NULL FROM plan WHERE bind = 'time'", [(1, 1)], "a reminder")
    prompt = keel.read_journal("SELECT prompt FROM plan WHERE bind = 'time'")[0][0]
    show(prompt)
    keel.wait(lambda: len(keel.windows()) == 2 and keel.shows("then I will go for a walk."), "the plans")
    close_windows()


def reminded_of_a_delay():
    """The time is up, and the card goes on behind its longest step."""
    activate(keel, "run-strategy", "c02")
    keel.wait_text("1 of ")
    for place in (2, 3):
        keel.press("Next")
        keel.wait_text(f"{place} of ")
    keel.wait_text("A reminder comes at")
    keel.press("Do Something Else Meanwhile")
    prompt = keel.wait(lambda: keel.read_journal("SELECT uuid FROM prompt WHERE kind = 'practice' AND deleted_at IS NULL"), "the reminder")[0][0]
    keel.wait(lambda: not any(name_of(node) == "Stop" for node in keel.visible()), "the page behind")
    show(prompt)
    keel.find("Stop")
    keel.wait_text("4 of ")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.keys("Escape")
    keel.wait(lambda: not any(name_of(node) == "Stop" for node in keel.visible()), "the page behind")


def choose_printer():
    """The list of printers, a tree of GTK's, tells nothing of its rows: its only one is somewhere below its head. Then there is a file."""
    for y in range(70, 130, 12):
        keel.pointer("mousemove", "--window", keel.window_id(), 90, y, "click", 1)
        keel.settle()
        if keel.shows("output.pdf"):
            return True
    return False


def print_out(words):
    """To a file, as the dialog of the desktop has it without a printer; what is on that paper."""
    path = WORK + "/output.pdf"
    keel.wait(lambda: any(name_of(window) == "Print" for window in keel.windows()), "the dialog to print")
    keel.wait(keel.takes_keys, "the keyboard")
    keel.wait(choose_printer, "a printer")
    count = len(keel.windows())
    keel.keys("alt+p")
    keel.wait(lambda: len(keel.windows()) < count, "the dialog to close")
    text = keel.wait(lambda: subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=False).stdout.strip(),
                     "the file to be written")
    for word in words:
        expect(word in " ".join(text.split()), f"“{word}” on paper: {text}")
    os.remove(path)


def on_paper():
    activate(keel, "plans")
    keel.wait(lambda: len(rows()) == 4, "the plans")
    keel.press("Print…")
    print_out(["If I am offered something, then I will leave.", "then I will go for a walk."])
    keel.wait_text("Sent to the printer.")
    close_windows()
    activate(keel, "open-strategy", "c59")
    keel.press("Print…")
    keel.wait(lambda: len(keel.windows()) == 2 and keel.shows("Page 1 of"), "the paper")
    picture("plans-card-paper")
    keel.press("Print…")
    print_out(["If-then card", "Say it three times."])
    close_windows()


for title, step in (("a meeting, a person", prepare), ("plans for a meeting, a place and a person", make),
                    ("they stand with the meeting", with_the_meeting), ("a meeting within the hour", meeting_within_the_hour),
                    ("someone to call", someone_to_call), ("with the person", with_the_person), ("what a reminder of a plan leads to", reminded_of_a_plan),
                    ("what the end of a time to wait leads to", reminded_of_a_delay), ("plans and a card on paper", on_paper)):
    tap.run(title, step)
keel.stop()
tap.end()
