#!/usr/bin/env python3
"""Finding a meeting in the real window, with the keyboard: what is on now and soon, filters and what they leave,
towns and distances, the same meeting in two lists, what to do without when nothing is found."""
import datetime
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, Tap, expect, name_of, role_of  # noqa: E402

work = os.environ["KEEL_WORK"]
shots = os.environ.get("KEEL_SHOTS")

# It is noon or a little later where the test is, so that no meeting falls on another day than the others.
HOUR = datetime.datetime.now(datetime.timezone.utc).hour
ZONE = f"Etc/GMT{HOUR - 12:+d}" if HOUR != 12 else "UTC"
NOW = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=12 - HOUR)
NEAR = "Near which town, or degrees north and east, for example 52.5, 13.4"

LAMP = {"location": "Lamp House", "formatted_address": "1 Mole Road, Saltmarsh, NY 00501, USA", "latitude": 40.80, "longitude": -72.90}
HILL = {"location": "Hill Hall", "formatted_address": "7 Hill Street, Saltmarsh, NY 00501, USA", "latitude": 40.90, "longitude": -72.90}
PIER = {"location": "Pier", "formatted_address": "5 Pier Head, Farhaven, NY 00555, USA", "latitude": 42.0, "longitude": -74.0}
ROOM = {"attendance_option": "online", "conference_url": "https://meet.example.org/j/1"}


def at(minutes, name, types, place, **more):
    start = NOW + datetime.timedelta(minutes=minutes)
    return {"name": name, "slug": name.lower().replace(" ", "-"), "day": (start.weekday() + 1) % 7, "time": start.strftime("%H:%M"),
            "end_time": (start + datetime.timedelta(hours=1)).strftime("%H:%M"), "timezone": ZONE, "types": types,
            "attendance_option": "in_person", **place, **more}


DAY = 24 * 60
HARBOUR = [
    at(-20, "Going On", ["O", "X"], LAMP, url="https://harbour.example.org/going-on"),
    at(60, "Nearly There", ["C"], HILL),
    at(90, "Screens", ["O", "S"], ROOM),
    at(240, "Far Shore", ["O", "W"], PIER, notes="Tea is free. Meets on the 1st and 3rd week of the month only."),
    at(DAY, "Second Morning", ["O"], LAMP),
]
# One of them is in this list as well.
BAY = [at(-20, "Going On", ["O", "X"], LAMP, url="https://bay.example.org/going-on")]

keel = Keel(sys.argv[1], work + "/data", environment={"TZ": ZONE})
tap = Tap(keel)


def look(name):
    keel.check_names()
    keel.check_extents()
    if shots:
        keel.pause(0.4)
        keel.screenshot(f"{shots}/find-{name}.png")


def rows():
    return [name_of(node) for node in keel.visible()
            if role_of(node) == Role.LIST_ITEM and any(meeting["name"] in name_of(node) for meeting in HARBOUR)]


def wait_rows(*names):
    """The meetings found, in their order; of each row only what it begins to say."""
    def right():
        found = rows()
        return len(found) == len(names) and all(name in row for name, row in zip(names, found))
    try:
        keel.wait(right, f"the meetings {', '.join(names)}", 20)
    except Missing as error:
        raise Missing(f"found are {rows()}\n{error}") from error


def wait_focus(name):
    keel.wait(lambda: keel.focus() and name in keel.describe_focus(), f"the focus on “{name}”")


def open_find(words):
    keel.wait_text("You follow no meetings yet.")
    keel.wait(keel.takes_keys, "the keys to be the window's")
    keel.keys("ctrl+f")
    keel.wait_text(words)


def start_without_lists():
    open_find("No lists to search in")
    keel.find("Import a List", Role.PUSH_BUTTON)
    look("no-lists")
    keel.press("Where to Find Meetings")
    keel.wait(lambda: len(keel.windows()) > 1, "the places")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the places to close")


def import_lists():
    keel.stop()
    for name, feed in (("Bay", BAY), ("Harbour", HARBOUR)):
        path = f"{work}/{name}.json"
        with open(path, "w", encoding="utf-8") as out:
            json.dump(feed, out)
        keel.keelctl("import", path, "--list", name, "--program", "aa")
    keel.start()
    open_find("5 meetings")


def show_rows():
    keel.wait(lambda: len(rows()) == 5, "one row a meeting")
    going_on = [row for row in rows() if "Going On" in row]
    expect(len(going_on) == 1, f"what two lists have is shown once: {going_on}")
    for words in ("Now", "until", "Lamp House", "Open", "Wheelchair access", "Harbour", "Bay"):
        expect(words in going_on[0], f"“{words}” is told: {going_on}")
    far_shore = [row for row in rows() if "Far Shore" in row][0]
    expect("1st and 3rd week" in far_shore and "Tea" not in far_shore, f"what its notes say of its dates: {far_shore}")
    expect("Online" in [row for row in rows() if "Screens" in row][0], "how to join")
    look("all")


def now_and_soon():
    keel.keys("Tab", "Tab")
    wait_focus("Happening now, 1 meeting")
    keel.keys("space")
    wait_rows("Going On")
    keel.wait_text("Within 2 hours, 2 meetings")
    keel.keys("Right", "space")
    wait_rows("Going On", "Nearly There", "Screens")
    keel.keys("Left", "space")
    wait_rows("Nearly There", "Screens")
    keel.keys("Escape")
    wait_focus("Search meetings")
    keel.keys("Down")
    wait_focus("Nearly There")
    keel.keys("Escape")
    wait_focus("Search meetings")
    keel.press("Clear Filters")
    keel.wait(lambda: not keel.shows("Clear Filters"), "nothing to clear")
    keel.wait_text("5 meetings")


def filter_in_the_panel():
    keel.keys("Tab", "space")
    wait_focus(NEAR)
    keel.check_names()
    keel.press("Women, 1 meeting", None)
    wait_rows("Far Shore")
    keel.find("Do without “Women”", Role.PUSH_BUTTON)
    keel.find("Spanish, 0 meetings", None)
    look("panel")
    keel.press("Do without “Women”")
    keel.wait_text("5 meetings")
    keel.press("Spanish, 1 meeting", None)
    wait_rows("Screens")
    keel.press("Spanish", None, exact=False)
    keel.press("Wheelchair access, 1 meeting", None)
    wait_rows("Going On")
    keel.press("Open to all, 1 meeting", None)
    wait_rows("Going On")
    keel.press("Clear Filters")
    keel.wait_text("5 meetings")


def near_a_town():
    keel.find(NEAR)
    keel.focus_row(NEAR)
    keel.type("salt")
    keel.find("Saltmarsh, NY", Role.LIST_ITEM, exact=False)
    keel.keys("Down")
    wait_focus("Saltmarsh")
    keel.keys("Return")
    wait_focus(NEAR)
    keel.find("Do without “25 km around Saltmarsh”", Role.PUSH_BUTTON)
    keel.wait(lambda: len(rows()) == 3 and all(" km" in row or " m," in row for row in rows()), "how far they are")
    keel.press("5 km", None)
    keel.wait_text("0 meetings")
    keel.press("10 km", None)
    keel.wait(lambda: len(rows()) == 3, "three within 10 km")
    keel.press("Any distance", None)
    keel.press("Distance", None)
    keel.wait(lambda: len(rows()) == 5 and "Far Shore" in rows()[3] and "Screens" in rows()[4], "the nearest first")
    look("town")
    keel.press("Next start", None)
    keel.wait(lambda: rows() and "Nearly There" in rows()[0], "the next start first")
    keel.press("Do without “From Saltmarsh”")
    keel.wait(lambda: len(rows()) == 5 and not any(" km" in row for row in rows()), "no distances any more")


def near_a_position():
    keel.focus_row(NEAR)
    keel.type("40.80, -72.90")
    keel.find("40.80, -72.90", Role.LIST_ITEM)
    keel.keys("Return")
    keel.find("Do without", Role.PUSH_BUTTON, exact=False)
    keel.press("2 km", None)
    keel.wait(lambda: len(rows()) == 2, "two at that place")
    keel.press("Clear Filters")
    keel.wait_text("5 meetings")


def advise():
    keel.press("Sign language, 0 meetings", None)
    keel.wait_text("No meeting has all of this")
    keel.press("Without “Sign language”: 5 meetings")
    wait_focus("Search meetings")
    keel.wait(lambda: len(rows()) == 5, "all again")
    keel.press("Women, 1 meeting", None)
    wait_rows("Far Shore")
    keel.type("screens")
    keel.wait_text("No meeting has all of this")
    keel.find("Without “Women”: 1 meeting", Role.PUSH_BUTTON)
    look("nothing")
    keel.press("Without “screens”: 1 meeting")
    wait_rows("Far Shore")
    keel.press("Clear Filters")
    keel.wait_text("5 meetings")


def read_details():
    keel.press("Filters", None, exact=False)
    keel.wait(lambda: not keel.shows("Order by"), "the filters to close")
    keel.keys("ctrl+f")
    wait_focus("Search meetings")
    keel.type("going")
    wait_rows("Going On")
    keel.keys("Down")
    wait_focus("Going On")
    keel.keys("Return")
    keel.wait_text("Happening now, until")
    for fact in ("Access: Wheelchair access", "In your list: Harbour", "In your list: Bay"):
        keel.wait_text(fact)
    look("details")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Happening now, until"), "the details to close")
    keel.keys("Escape", "Escape")
    keel.wait_text("5 meetings")


def always_open():
    """One row a room, though its list has one for each weekday."""
    tomorrow = NOW + datetime.timedelta(days=1)
    one_day = dict(at(0, "Day Watch", ["O"], ROOM), day=(tomorrow.weekday() + 1) % 7, time="00:00", end_time="23:59")
    rooms = [dict(at(0, "Lantern Room", ["O"], ROOM), slug=f"lantern-{day}", day=day, time="00:00", end_time="23:59") for day in range(7)]
    keel.stop()
    path = f"{work}/Rooms.json"
    with open(path, "w", encoding="utf-8") as out:
        json.dump([*rooms, one_day], out)
    keel.keelctl("import", path, "--list", "Rooms", "--program", "aa")
    keel.start()
    open_find("7 meetings")
    found = lambda name: [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and name in name_of(node)]
    keel.wait(lambda: found("Lantern Room") and found("Day Watch"), "the rooms")
    expect(len(found("Lantern Room")) == 1, f"a room is shown once: {found('Lantern Room')}")
    expect(found("Lantern Room")[0].startswith("Now, Any time, Lantern Room"), f"it is open: {found('Lantern Room')}")
    expect(found("Day Watch")[0].startswith("Tomorrow, Any time, Day Watch"), f"it opens tomorrow: {found('Day Watch')}")
    look("always-open")
    for room, when in (("Lantern Room", "Open around the clock"), ("Day Watch", f"{tomorrow:%A}, any time")):
        keel.click(keel.find(room, Role.LABEL))
        keel.wait_text(when)
        expect(room == "Lantern Room" or not keel.shows("Open around the clock"), f"{room} is not always open")


def narrow():
    keel.resize(360, 720)
    look("narrow")
    keel.keys("ctrl+f", "Tab", "space")
    wait_focus(NEAR)
    expect(not keel.shows("Far Shore"), "the filters stand in front of the meetings")
    keel.press("Women, 1 meeting", None)
    keel.find("Show 1 meeting", Role.PUSH_BUTTON)
    look("narrow-panel")
    keel.press("Show 1 meeting")
    wait_rows("Far Shore")
    look("narrow-chosen")
    keel.find("Do without “Women”", Role.PUSH_BUTTON)
    keel.keys("Tab", "space")
    wait_focus(NEAR)
    keel.keys("Escape")
    wait_focus("Search meetings")
    wait_rows("Far Shore")


for name, step in (
        ("without a list there are two ways to begin", start_without_lists),
        ("two lists are searched at once", import_lists),
        ("a row tells when, where, how to join, access and its lists", show_rows),
        ("what is on now and soon, with the keyboard alone", now_and_soon),
        ("filters say what they leave, and are taken away one by one or all at once", filter_in_the_panel),
        ("near a town of the lists, and the nearest first", near_a_town),
        ("near a position", near_a_position),
        ("where nothing is found, what to do without", advise),
        ("details tell all that is known", read_details),
        ("a room that is always open is one row", always_open),
        ("a narrow window shows the filters or the meetings", narrow)):
    tap.run(name, step)
keel.stop()
keel.stop_reminders()
tap.end()
