#!/usr/bin/env python3
"""Progress, in the real window: what it says while there is nothing, sentences and charts of what was written down, the value of a
chart by key and its table, and that another span says something else."""
import os
import sqlite3
import sys
import time
import uuid

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, expect, name_of, role_of  # noqa: E402

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
        series = database.execute("SELECT uuid FROM series").fetchone()[0]
        for week in range(4):
            start = NOON - week * 7 * DAY + 1800
            add("attendance", series=series, occurrence=start // 60, start=start, state="went" if week < 3 else "not")
            add("intention", series=series, occurrence=start // 60, start=start)


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
    keel.wait_text("Of 10 urges, 5 were weaker afterwards.")
    keel.wait_text("You slept 6.8 hours on average, over 14 nights.")
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


def more():
    rows = [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM]
    expect("Urge log" in " ".join(rows), f"rows lead to more: {rows}")


tap.run("a page without anything says what comes there", empty)
tap.run("sentences of a month", sentences)
tap.run("another span", other_span)
tap.run("rows lead to more", more)
expect(keel.stop() == 0, "it ends well")
tap.end()
