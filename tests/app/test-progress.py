#!/usr/bin/env python3
"""Progress, in the real window: what it says while there is nothing, sentences and charts of what was written down, the value of a
chart by key and its table, and that another span says something else."""
import os
import sqlite3
import sys
import time
import uuid

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, Tap, expect, name_of, role_of  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
DAY = 86400
NOON = int(time.time()) // DAY * DAY - DAY // 2  # of yesterday: whatever hour it is, no test is on the edge of a day
ENVIRONMENT = {"GSETTINGS_BACKEND": "keyfile", "TZ": "UTC"}
keel = Keel(sys.argv[1], os.environ["KEEL_WORK"] + "/data", page="progress", environment=ENVIRONMENT)
tap = Tap(keel)


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def fill():
    """Written while no window is open: a month of check-ins, urges, a meeting a week, one of a year ago."""
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as database:
        def add(table, **values):
            values.update(uuid=str(uuid.uuid4()), changed_at=NOON)
            database.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", list(values.values()))

        for day in range(20):
            add("check_in", at=NOON - day * DAY, zone=0, mood=[3, 2, 3, 1, 3][day % 5], craving=day % 8, energy=day % 5, sleep=[420, 390, 0][day % 3])
        for day in range(0, 28, 3):
            add("urge", at=NOON - day * DAY + 3600, zone=0, strength=7, after=3 if day % 2 else 8, tags="", minutes=0, outcome="passed")
        add("urge", at=NOON - 200 * DAY, zone=0, strength=7, tags="", minutes=0, outcome="none")
        add("day_count", start=NOON // DAY - 400, mode="both", day_one=0, leap="feb-28", path="abstinence", money=0, minutes=0, position=0)
        series = database.execute("SELECT uuid FROM series").fetchone()[0]
        for week in range(4):
            start = NOON - week * 7 * DAY + 1800
            add("attendance", series=series, occurrence=start // 60, start=start, state="went" if week < 3 else "not")
            add("intention", series=series, occurrence=start // 60, start=start)


def open_row(name):
    keel.focus_row(name, 90)
    keel.keys("Return")


def close_window(title):
    """A key is lost while a file dialog still closes."""
    for _ in range(6):
        keel.wait(keel.takes_keys, "the keyboard")
        keel.keys("Escape")
        try:
            keel.wait(lambda: not any(name_of(window) == title for window in keel.windows()), f"“{title}” to be gone", 10)
            return
        except Missing:
            pass
    raise Missing(f"Escape does not close “{title}”; the focus is on {keel.describe_focus()}")


def empty():
    keel.wait_text("comes together on this page")
    expect(not keel.shows("Nothing is written down"), "said once is enough")
    keel.check_names()
    picture("progress-empty")
    keel.resize(360, 640)
    keel.check_extents()
    picture("progress-empty-narrow")


def sentences():
    keel.keelctl("follow", "--new", "Harbour Group", "--start", "2026-01-05T19:00", "--zone", "UTC", "--rrule", "FREQ=WEEKLY")
    keel.stop()
    fill()
    keel.start()
    keel.wait_text("The last 30 days")
    keel.wait_text("You went to 3 of 4 meetings you planned.")
    keel.wait_text("You checked in on 20 days.")
    keel.wait_text("Most often your mood was “Good”: 12 of 20 times.")
    keel.wait_text("You wrote down 10 urges.")
    keel.wait_text("Weaker afterwards: 5 of 10 urges.")
    keel.wait_text("You slept 6.8 hours on average, over 14 nights.")
    keel.wait(lambda: keel.shows("My days: 30 days.") or keel.shows("My days: 29 days."), "the days that count")
    expect(not keel.shows("score"), "nobody is scored")
    keel.check_names()
    picture("progress-month")


def other_span():
    keel.press("Year", Role.RADIO_BUTTON)
    keel.wait_text("The last 12 months")
    keel.wait_text("You wrote down 11 urges.")
    picture("progress-year")
    keel.press("Month", Role.RADIO_BUTTON)
    keel.wait_text("You wrote down 10 urges.")


def described(node):
    return node.get_description()


def charts():
    """By keyboard alone: the arrow keys tell each value to those who listen, too."""
    keel.find("Chart: Meetings", Role.IMAGE)
    keel.wait(lambda: keel.focus() is not None, "the focus")
    keel.focus_row("Chart: Mood")
    keel.keys("End")
    keel.wait(lambda: described(keel.focus()).endswith(": nothing is written down"), "that today nothing is written down")
    keel.keys("Left")
    keel.wait(lambda: described(keel.focus()).endswith(": Good"), "the value of yesterday")
    expect(keel.shows(described(keel.focus())), "what is spoken is shown, too")
    keel.keys("Left")
    keel.wait(lambda: described(keel.focus()).endswith(": In between"), "the value of the day before")
    picture("progress-chart")
    keel.keys("Home", "Right")
    keel.wait(lambda: described(keel.focus()).endswith(": nothing is written down"), "a day without a check-in")


def table():
    keel.press("Mood as a table", Role.CHECK_BOX)
    rows = keel.wait(lambda: [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM and ": " in name_of(node)],
                     "the rows of the table")
    expect(len(rows) == 20, f"a row for each check-in: {rows}")
    expect(rows and rows[0].endswith(": Good") and rows[1].endswith(": In between"), f"the newest first: {rows}")
    expect(not any(name_of(node) == "Chart: Mood" for node in keel.visible()), "a table in the place of the chart")
    keel.check_names()
    picture("progress-table")
    keel.press("Mood as a table", Role.CHECK_BOX)
    keel.find("Chart: Mood", Role.IMAGE)


def narrow():
    keel.resize(360, 640)
    keel.check_extents()
    keel.check_names()
    picture("progress-narrow")
    keel.resize(900, 720)


def more():
    rows = [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM]
    expect("Urge log" in " ".join(rows), f"rows lead to more: {rows}")


def changed_elsewhere():
    """What is written down while the page is not shown stands there when it is shown again."""
    keel.keys("alt+1")
    keel.wait(lambda: not keel.shows("The last 30 days"), "another page")
    keel.keys("ctrl+u")
    keel.wait_text("How strong is the urge?")
    keel.keys("4")
    keel.wait_text("What is going on?")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("What is going on?"), "the page of urges to be gone")
    keel.keys("alt+5")
    keel.wait_text("You wrote down 11 urges.")
    keel.focus_row("Chart: Mood", 90)
    keel.keelctl("follow", "--new", "Elm Group", "--start", "2026-01-06T19:00", "--zone", "UTC")
    series = keel.read_journal("SELECT uuid FROM series WHERE name = 'Elm Group'")[0][0]
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as database:
        database.execute("INSERT INTO attendance (uuid, series, occurrence, start, state, changed_at) VALUES ('elm', ?, 1, ?, 'went', 1)",
                         (series, NOON))
    keel.keys("ctrl+u")
    keel.wait_text("How strong is the urge?")
    keel.keys("4")
    keel.wait_text("What is going on?")
    keel.keys("Escape")
    keel.wait_text("You wrote down 12 urges.")
    keel.wait_text("In all you were at 4 meetings.")
    keel.wait(lambda: keel.focus() is not None, "the focus to be somewhere")


def involvement():
    """Six questions, each answer kept at once, and nothing added up."""
    open_row("Taking part")
    keel.wait_text("Nothing is added up")
    keel.check_names()
    yes = [node for node in keel.visible(front_first=True) if role_of(node) == Role.RADIO_BUTTON and name_of(node) == "Yes"]
    expect(len(yes) == 6, f"{len(yes)} questions")
    yes[1].act()
    keel.wait_journal("SELECT value FROM setting WHERE key = 'involvement'", [("-y----",)], "the answer")
    [node for node in keel.visible(front_first=True) if role_of(node) == Role.RADIO_BUTTON and name_of(node) == "No"][5].act()
    keel.wait_journal("SELECT value FROM setting WHERE key = 'involvement'", [("-y---n",)], "the second answer")
    picture("progress-involvement")
    close_window("Taking part")


def summary():
    open_row("Summary to hand over")
    keel.find("Save as PDF…", Role.PUSH_BUTTON)
    keel.wait_text("Nobody has checked it.")
    keel.check_names()
    picture("summary")
    expect(not keel.shows("Harbour Group"), "no name of a group")
    expect(not keel.shows("Urges written down"), "what is not chosen is not in it")
    keel.press("Urges", Role.CHECK_BOX)
    keel.wait_text("Urges written down")
    path = os.environ["KEEL_WORK"] + "/handed.csv"
    keel.press("Save as Table (CSV)…")
    keel.wait(lambda: any(name_of(node) == "Save as Table" for node in keel.visible()), "the file dialog")
    keel.pause(0.8)
    keel.keys("ctrl+a")
    keel.type(path)
    keel.pause(0.4)
    keel.keys("Return")
    keel.wait(lambda: os.path.exists(path), "the file")
    keel.wait_text("Saved as handed.csv.")
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = file.read().split("\r\n")
    expect(lines[0] == "date,what,value" and sum(",urge," in line for line in lines) == 12, f"meetings and urges: {lines}")
    expect(all(line.split(",")[1] in ("meeting", "urge") for line in lines[1:-1]), f"and nothing else: {lines}")
    keel.resize(360, 640)
    keel.check_extents()
    picture("summary-narrow")
    close_window("Preview")


tap.run("a page without anything says what comes there", empty)
tap.run("sentences of a month", sentences)
tap.run("another span", other_span)
tap.run("the value of each place of a chart, by keyboard", charts)
tap.run("a table behind every chart", table)
tap.run("in a narrow window", narrow)
tap.run("rows lead to more", more)
tap.run("what changed while another page was shown", changed_elsewhere)
tap.run("how one takes part, without a total", involvement)
tap.run("a summary to hand over", summary)
expect(keel.stop() == 0, "it ends well")
tap.end()
