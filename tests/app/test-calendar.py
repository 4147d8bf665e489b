#!/usr/bin/env python3
"""The calendar in the real window by keyboard alone: month, week and agenda, from one span to the next, a date to
jump to, and the view that is remembered."""
import datetime
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, expect, name_of, role_of  # noqa: E402

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DAY = datetime.timedelta(days=1)

work = os.environ["KEEL_WORK"]
# The tests' own backend forgets.
keel = Keel(sys.argv[1], work + "/data", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "Europe/Berlin"})
tap = Tap(keel)
today = None


def words(day):
    text = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def month(day):
    return f"{MONTHS[day.month - 1]} {day.year}"


def shift(day, months):
    count = day.year * 12 + day.month - 1 + months
    year, first = count // 12, datetime.date(count // 12, count % 12 + 1, 1)
    last = (datetime.date(year + first.month // 12, first.month % 12 + 1, 1) - DAY).day
    return first.replace(day=min(day.day, last))


def focus_on(text):
    """The focus stands on what has this in its name."""
    keel.wait(lambda: keel.focus() and text in name_of(keel.focus()), f"the focus on “{text}”; it is on {keel.describe_focus()}", 20)


def start_with_agenda():
    global today
    keel.wait_text("No meetings yet")
    expect(not keel.shows("Agenda"), "nothing to switch while nothing is followed")
    for name, start, rule, minutes in (("Morning Tide", "2026-01-01T07:00", "FREQ=DAILY", 30),
                                       ("Rope and Anchor", "2026-01-06T19:00", "FREQ=WEEKLY;BYDAY=TU", 60),
                                       ("Candle Corner", "2026-01-06T19:30", "FREQ=WEEKLY;BYDAY=TU", 60)):
        keel.keelctl("follow", "--new", name, "--start", start, "--zone", "Europe/Berlin", "--rrule", rule, "--duration", str(minutes))
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()
    today = datetime.date.today()
    ids = {item["name"]: item["id"] for item in keel.keelctl("agenda", "--days", "8", "--json")}
    # Last week, this week and the next, so that all of it lies in the six weeks of this month.
    keel.keelctl("attend", ids["Morning Tide"], str(today - DAY), "went")
    keel.keelctl("cancel", ids["Morning Tide"], str(today + DAY))
    keel.keelctl("move", ids["Morning Tide"], str(today + 2 * DAY), f"{today + 2 * DAY}T08:30")
    keel.stop()
    keel.start()
    keel.wait_text("The coming days")
    expect(keel.shows("Rope and Anchor"), "the agenda is what a new profile begins with")
    expect(keel.shows("Cancelled") and keel.shows("Moved from 07:00"), "the agenda says what was cancelled and what was moved")
    keel.check_names()


def month_by_keyboard():
    keel.press("Month", Role.RADIO_BUTTON)
    keel.wait_text(month(today))
    keel.check_names()
    cells = [name_of(node) for node in keel.visible() if "Morning Tide" in name_of(node) and role_of(node) == Role.PUSH_BUTTON]
    expect(len(cells) == 42, f"six weeks of days with names: {len(cells)}")
    for day, what in ((today - DAY, "07:00 Morning Tide (Went)"), (today + DAY, "07:00 Morning Tide (Cancelled)"),
                      (today + 2 * DAY, "08:30 Morning Tide (Moved from 07:00)")):
        expect(any(words(day) in cell and what in cell for cell in cells), f"“{what}” on {words(day)}: {cells}")
    tuesday = next(today + DAY * i for i in range(-6, 20) if (today + DAY * i).weekday() == 1 and abs(i) > 2 and (today + DAY * i).month == today.month)
    expect(any(f"{words(tuesday)}, 3 meetings: 07:00 Morning Tide, 19:00 Rope and Anchor, 19:30 Candle Corner" in cell for cell in cells),
           f"a cell says all of its day: {cells}")
    for _ in range(30):
        if keel.focus() and words(today) in name_of(keel.focus()) and role_of(keel.focus()) == Role.PUSH_BUTTON:
            break
        keel.keys("Tab")
    focus_on("Today, " + words(today))
    keel.keys("Right")
    focus_on(words(today + DAY))
    keel.keys("Down")
    focus_on(words(today + 8 * DAY))
    keel.keys("Up", "Left")
    focus_on("Today, " + words(today))
    sunday = today - DAY * ((today.weekday() + 1) % 7)
    keel.keys("End")
    focus_on(words(sunday + 6 * DAY))
    keel.keys("Home")
    focus_on(words(sunday))
    keel.keys("t")
    focus_on("Today, " + words(today))


def leaf_through_months():
    for keys, months in (("Page_Down", 1), ("Page_Down", 2), ("Page_Up", 1)):
        keel.keys(keys)
        focus_on(words(shift(today, months) if months < 2 else shift(shift(today, 1), 1)))
    keel.wait(lambda: any(role_of(n) == Role.STATUS_BAR and month(shift(today, 1)) in name_of(n) for n in keel.visible()),
              "the month to be told")
    keel.keys("t")
    focus_on("Today, " + words(today))


def go_into_a_day():
    keel.keys("Return")
    focus_on("07:00, Morning Tide")
    keel.keys("Return")
    keel.wait_text("Change Reminders")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Change Reminders"), "the details to close")
    focus_on("07:00, Morning Tide")
    keel.keys("shift+Tab")
    focus_on("Today, " + words(today))


def jump_to_a_date():
    keel.keys("ctrl+g")
    keel.wait_text("Go to This Date")
    keel.check_names()
    keel.type("soon")
    keel.keys("Return")
    keel.wait_text("Write the date as year, month and day")
    keel.keys("ctrl+a")
    keel.type("2027-05-18")
    keel.keys("Return")
    focus_on("Tuesday 18 May" + ("" if today.year == 2027 else " 2027") + ", 3 meetings")
    keel.wait_text("May 2027")
    keel.wait(lambda: not keel.shows("Go to This Date"), "the question to go away")
    keel.keys("ctrl+g")
    focus_on("Date (year-month-day)")
    keel.type("2025-05-18")
    keel.keys("Return")
    keel.wait_text("May 2025 is free.")
    keel.find("Find a Meeting", Role.PUSH_BUTTON)
    keel.find("Add a Meeting I Know", Role.PUSH_BUTTON)
    keel.check_names()
    keel.keys("t")
    focus_on("Today, " + words(today))
    keel.wait(lambda: not keel.shows("is free."), "the note to go")


def week_by_keyboard():
    keel.press("Week", Role.RADIO_BUTTON)
    keel.wait(lambda: sum("Morning Tide" in name_of(n) for n in keel.visible()) == 7, "a week of mornings")
    keel.check_names()
    for _ in range(30):
        if keel.focus() and ("Today, " + words(today)) in name_of(keel.focus()):
            break
        keel.keys("Tab")
    focus_on("Today, " + words(today))
    keel.keys("Down")
    focus_on(f"{words(today)}, 07:00, Morning Tide")
    keel.keys("Right")
    focus_on(f"{words(today + DAY)}, 07:00, Morning Tide, Cancelled")
    keel.keys("Left", "Up")
    focus_on("Today, " + words(today))
    keel.keys("Page_Down")
    focus_on(words(today + 7 * DAY))
    keel.keys("t")
    focus_on("Today, " + words(today))


def act_on_a_block():
    """The card of a block: what came of it with one press, and back to where one was."""
    keel.keys("Left")
    yesterday = words(today - DAY)
    focus_on(yesterday)
    keel.keys("Down")
    focus_on(f"{yesterday}, 07:00, Morning Tide, Went")
    keel.keys("Return")
    keel.wait(lambda: keel.focus() and role_of(keel.focus()) == Role.LIST_ITEM, "the card")
    keel.check_names()
    keel.press("Left early", Role.RADIO_BUTTON)
    keel.wait_text("07:00, Morning Tide, Left early")
    keel.keys("Escape")
    focus_on(f"{yesterday}, 07:00, Morning Tide, Left early")
    keel.press("Undo")
    focus_on(f"{yesterday}, 07:00, Morning Tide, Went")
    keel.keys("t")
    focus_on("Today, " + words(today))


def menu():
    keel.press("More of the calendar")
    for item in ("Go to a Date…", "Print…", "What I Went To"):
        keel.find(item, Role.MENU_ITEM)
    keel.keys("Escape")


def agenda_spans():
    keel.press("Agenda", Role.RADIO_BUTTON)
    keel.wait_text("The coming days")
    keel.press("Later")
    keel.wait_text("From " + words(today + 14 * DAY))
    keel.press("Earlier")
    keel.wait_text("The coming days")  # a button that is still going down does not go down again
    keel.press("Earlier")
    keel.wait_text("From " + words(today - 14 * DAY))
    keel.press("Today")
    keel.wait_text("The coming days")


def fit_narrow():
    keel.resize(360, 640)
    for view in ("Month", "Week", "Agenda"):
        keel.press(view, Role.RADIO_BUTTON)
        keel.pause(1)
        keel.check_names()
        keel.check_extents()
        if view == "Week":
            expect(sum("Morning Tide" in name_of(n) for n in keel.visible()) == 3, "three days have room")
    keel.resize(900, 680)


def remember_view():
    keel.press("Month", Role.RADIO_BUTTON)
    keel.wait_text(month(today))
    keel.stop()
    keel.start()
    keel.wait_text(month(today))
    focus_on("Today, " + words(today))
    complaints = [line for line in keel.read_log().splitlines() if "CRITICAL" in line or "WARNING" in line]
    expect(not complaints, "no complaint: " + "; ".join(complaints))


for title, step in (
        ("a profile begins with the agenda", start_with_agenda),
        ("the days of a month, with arrows", month_by_keyboard),
        ("from month to month, and back to today", leaf_through_months),
        ("into a day and its meetings, and back", go_into_a_day),
        ("a date to jump to", jump_to_a_date),
        ("the hours of a week, with arrows", week_by_keyboard),
        ("what came of it, from the card of a block", act_on_a_block),
        ("the menu", menu),
        ("the agenda of earlier and later days", agenda_spans),
        ("nothing is wider than a narrow window", fit_narrow),
        ("the view is remembered", remember_view)):
    tap.run(title, step)
keel.stop()
keel.stop_reminders()
tap.end()
