#!/usr/bin/env python3
"""How something repeats, in the real window by keyboard alone: every second Tuesday, the last Friday, the Thursday
after the second Tuesday, an appointment on two weekdays until a date with one date left out; the five dates that
are shown, and what the agenda then has. One date moved and taken back; another rhythm from a date on."""
import datetime
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, State, Tap, children, expect, has, name_of, role_of, text_of  # noqa: E402

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DAY = datetime.timedelta(days=1)
NAME, TIME = "Name, for example Tuesday candlelight", "Time, for example 19:00 or 7pm"
PICTURES = os.environ.get("KEEL_RHYTHM_PICTURES")

work = os.environ["KEEL_WORK"]
os.environ["TZ"] = "Europe/Berlin"
keel = Keel(sys.argv[1], work + "/data", environment={"TZ": "Europe/Berlin"})
tap = Tap(keel)
today = datetime.date.today()


def picture(name):
    if PICTURES:
        keel.pause(0.5)
        keel.screenshot(f"{PICTURES}/{name}.png")


# Dates

def words(day):
    text = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def days_from(first, matches, count):
    found = []
    while len(found) < count:
        if matches(first):
            found.append(first)
        first += DAY
    return found


def nth_of_month(day):
    return (day.day - 1) // 7 + 1


def is_last_friday(day):
    return day.weekday() == 4 and (day + 7 * DAY).month != day.month


def is_thursday_after_second_tuesday(day):
    return day.weekday() == 3 and nth_of_month(day - 2 * DAY) == 2 and (day - 2 * DAY).month == day.month


# The keyboard

def groups(node):
    """What stands around it, from the inside out, without the window."""
    while node and role_of(node) not in (Role.FRAME, Role.DIALOG, Role.WINDOW, Role.APPLICATION):
        yield node
        node = node.get_parent()


def focus_in(group):
    """What has the focus, if it stands in this group."""
    focus = keel.focus()
    return focus if focus and any(name_of(node) == group for node in groups(focus)) else None


def reach(group, most=60):
    for _ in range(most):
        focus = focus_in(group)
        if focus:
            return focus
        keel.keys("Tab")
    raise Missing(f"Tab does not lead to “{group}”; the focus is on {keel.describe_focus()}")


def go(group, name):
    """One stop for Tab, arrows from chip to chip; where one is chosen, the choice goes with them."""
    focus = reach(group)
    for _ in range(12):
        if focus and name_of(focus) == name:
            return focus
        keel.keys("Right")
        focus = keel.focus()
    raise Missing(f"the arrows do not lead to {name} in {group}; the focus is on {keel.describe_focus()}")


def choose(group, name, press=False):
    chip = go(group, name)
    if press:
        suggested = has(chip, State.CHECKED)  # today's weekday is: to press it takes it away
        keel.keys("space")
        if suggested:
            keel.wait(lambda: not has(chip, State.CHECKED), f"{name} to be no suggestion any more")
            keel.keys("space")
    keel.wait(lambda: has(chip, State.CHECKED), f"{name} to be chosen")


def write(row, text):
    entry = reach(row)
    keel.keys("ctrl+a")
    keel.type(text)
    keel.wait(lambda: text_of(entry) == text, f"“{text}” in {row}, not “{text_of(entry)}”")


def shown():
    lists = [node for node in keel.visible() if role_of(node) == Role.LIST and name_of(node) == "The next dates"]
    return [name_of(row) for row in children(lists[-1]) if role_of(row) == Role.LIST_ITEM] if lists else []


def check_dates(days, time="23:00"):
    wanted = [f"{words(day)} at {time}" for day in days]
    keel.wait(lambda: shown() == wanted, f"these dates: {wanted}, not {shown()}")


def agenda(name, days=400):
    return [item["local_start"] for item in keel.keelctl("agenda", "--from", today.isoformat(), "--days", str(days), "--json")
            if item["name"] == name]


def begin(name, title="Add a Meeting"):
    keel.wait(lambda: keel.takes_keys() and len(keel.windows()) == 1, "the window in front")
    keel.keys("ctrl+n")
    keel.wait_text(title)
    keel.wait(lambda: focus_in(NAME), "the focus in the name")
    keel.type(name)


def add():
    keel.keys("Return")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")


# The tests

def every_second_tuesday():
    keel.wait_text("No meetings yet")
    begin("Candle Corner")
    choose("How often", "Every 2 weeks")
    choose("Weekdays", "Tuesday", press=True)
    write(TIME, "23:00")
    first = days_from(today, lambda day: day.weekday() == 1, 1)[0]
    days = [first + 14 * i * DAY for i in range(5)]
    keel.wait_text("Every 2 weeks on Tuesday at 23:00")
    check_dates(days)
    picture("every-second-tuesday")
    add()
    expect(agenda("Candle Corner")[:5] == [f"{day}T23:00" for day in days], f"as shown: {agenda('Candle Corner')[:5]}")


def last_friday():
    begin("Rope and Anchor")
    choose("How often", "Every month")
    usual = ("First", "Second", "Third", "Fourth")[min(nth_of_month(today), 4) - 1]
    go("Which one of the month", usual)
    keel.keys("space")
    keel.wait_text("Choose which one of the month it is")
    choose("Which one of the month", "Last", press=True)
    choose("Weekday", "Friday")
    write(TIME, "23:00")
    keel.wait_text("Every month on the last Friday at 23:00")
    days = days_from(today, is_last_friday, 5)
    check_dates(days)
    add()
    expect(agenda("Rope and Anchor")[:5] == [f"{day}T23:00" for day in days], "as shown")


def weekday_after_the_nth():
    begin("Harbour Light")
    choose("How often", "Every month")
    choose("Which day of the month", "After a weekday")
    choose("Weekday", "Thursday")
    choose("Which one of the month it comes after", "Second")
    choose("Weekday that it comes after", "Tuesday")
    write(TIME, "23:00")
    keel.wait_text("Every month on the Thursday after the second Tuesday at 23:00")
    days = days_from(today, is_thursday_after_second_tuesday, 5)
    check_dates(days)
    picture("after-the-nth")
    add()
    expect(agenda("Harbour Light")[:5] == [f"{day}T23:00" for day in days], "as shown")


def appointment():
    """Until the tenth date, the second of them left out."""
    begin("Check-up")
    choose("What it is", "Appointment")
    keel.wait_text("New Appointment")
    choose("Which kind of appointment", "Doctor")
    choose("How often", "Every week")
    choose("Weekdays", "Monday", press=True)
    choose("Weekdays", "Wednesday", press=True)
    write(TIME, "23:00")
    days = days_from(today, lambda day: day.weekday() in (0, 2), 10)
    choose("How long it goes on", "Until a date")
    write("Last date (year-month-day)", "2020-01-01")
    keel.wait_text("It ends before it begins.")
    write("Last date (year-month-day)", days[-1].isoformat())
    keel.wait_text(f"until {WEEKDAYS[days[-1].weekday()]} {days[-1].day} {MONTHS[days[-1].month - 1]} {days[-1].year}")
    check_dates(days[:5])
    reach(f"Change {words(days[1])} at 23:00")
    keel.keys("space")
    keel.find("Leave This Date Out", Role.PUSH_BUTTON)
    picture("one-date")
    reach("Leave This Date Out")
    keel.keys("space")
    keel.wait_text("Left out")
    check_dates(days[:6])
    picture("appointment")
    keel.check_names()
    reach(TIME)
    add()
    expect(agenda("Check-up") == [f"{day}T23:00" for i, day in enumerate(days) if i != 1], f"as shown: {agenda('Check-up')}")


def open_details(name):
    keel.wait(lambda: keel.takes_keys() and len(keel.windows()) == 1, "the window in front")
    keel.click(keel.find(name, Role.LABEL))
    keel.find("How It Repeats…", Role.PUSH_BUTTON)


def undo(name, before):
    keel.press("Undo")
    keel.wait(lambda: agenda(name)[:3] == before, f"{name} to be as it was")


def one_date():
    """Moved, with Undo; cancelled, with Undo."""
    before = agenda("Candle Corner")[:3]
    first = datetime.date.fromisoformat(before[0][:10])
    open_details("Candle Corner")
    for act, wanted in (("move", f"{first + DAY}T20:30"), ("cancel", before[1])):
        keel.press("Change this date:", exact=False)
        keel.wait(lambda: "One Date" in map(name_of, keel.windows()), "the dialog")
        keel.wait(keel.takes_keys, "the keys")
        if act == "move":
            write("Date (year-month-day)", (first + DAY).isoformat())
            write(TIME, "8:30 pm")
            picture("move")
            keel.keys("Return")
        else:
            reach("Cancel This Date")
            keel.keys("space")
        keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")
        keel.wait(lambda: agenda("Candle Corner")[0] == wanted, f"{act}: {wanted} first, not {agenda('Candle Corner')[:2]}")
        undo("Candle Corner", before)


def from_a_date_on():
    """Every Wednesday from the second date on: the first stays."""
    before = agenda("Candle Corner")
    second = datetime.date.fromisoformat(before[1][:10])
    keel.press("How It Repeats…")
    keel.wait(lambda: "How It Repeats" in map(name_of, keel.windows()), "the dialog")
    keel.wait(keel.takes_keys, "the keys")
    keel.check_names()
    choose("How often", "Every week")
    go("Weekdays", "Tuesday")
    keel.keys("space")
    choose("Weekdays", "Wednesday", press=True)
    write("From this date on (year-month-day)", second.isoformat())
    days = days_from(second, lambda day: day.weekday() == 2, 5)
    check_dates(days)
    picture("from-a-date-on")
    keel.keys("Return")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")
    wanted = [before[0]] + [f"{day}T23:00" for day in days]
    keel.wait(lambda: agenda("Candle Corner")[:6] == wanted, f"{wanted}, not {agenda('Candle Corner')[:6]}")
    undo("Candle Corner", before[:3])


def changed_meanwhile():
    """keelctl cancels a date while the dialog is open: what is saved is what is shown, with that date cancelled; and
    an undo does not take back what came after."""
    before = agenda("Candle Corner")
    second, third = (datetime.date.fromisoformat(text[:10]) for text in before[1:3])
    identity = next(item["id"] for item in keel.keelctl("agenda", "--days", "400", "--json") if item["name"] == "Candle Corner")
    keel.press("How It Repeats…")
    keel.wait(lambda: "How It Repeats" in map(name_of, keel.windows()), "the dialog")
    keel.wait(keel.takes_keys, "the keys")
    keel.set_text(TIME, "22:00")
    keel.set_text("From this date on (year-month-day)", third.isoformat())
    keel.keelctl("cancel", identity, second.isoformat())
    keel.press("Save")
    keel.wait_text("Its dates were changed meanwhile.")
    keel.wait(lambda: name_of(keel.windows()[-1]) and len(keel.windows()) == 2, "the dialog still there")
    keel.wait(lambda: agenda("Candle Corner")[1] == before[2], "nothing saved over it")
    keel.wait(lambda: has(keel.find("Save", Role.PUSH_BUTTON), State.SENSITIVE) and f"{words(third)} at 22:00" in shown(), "the dates of now")
    picture("changed-meanwhile")
    keel.press("Save")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")
    wanted = [before[0], f"{third}T22:00"]
    keel.wait(lambda: agenda("Candle Corner")[:2] == wanted, f"{wanted}, not {agenda('Candle Corner')[:2]}")
    keel.keelctl("cancel", identity, before[0][:10])
    keel.press("Undo")
    keel.wait_text("It has changed since; nothing was undone.")
    expect(agenda("Candle Corner")[0] == wanted[1], "both changes stay")


def no_longer_a_date():
    """A date is left out, then another weekday chosen: it is said that the one has no place in the other."""
    begin("Mill Room")
    choose("Weekdays", "Monday", press=True)
    write(TIME, "23:00")
    first = days_from(today, lambda day: day.weekday() == 0, 1)[0]
    reach(f"Change {words(first)} at 23:00")
    keel.keys("space")
    reach("Leave This Date Out")
    keel.keys("space")
    keel.wait_text("Left out")
    choose("Weekdays", "Monday")
    keel.keys("space")
    choose("Weekdays", "Tuesday", press=True)
    keel.wait_text(f"You changed {words(first)} at 23:00. It is no longer one of the dates.")
    picture("no-longer-a-date")
    go("Weekdays", "Monday")
    keel.keys("space")
    keel.wait(lambda: not keel.shows("It is no longer one of the dates."), "it to be one again")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")
    keel.press("Open Again")
    keel.wait(lambda: len(keel.windows()) == 2 and keel.shows("Left out"), "the dialog again, as it was")
    keel.keys("Escape")
    keel.wait(lambda: len(keel.windows()) == 1, "the dialog to close")


tap.run("every second Tuesday", every_second_tuesday)
tap.run("the last Friday of the month", last_friday)
tap.run("the Thursday after the second Tuesday", weekday_after_the_nth)
tap.run("an appointment on two weekdays until a date, one left out", appointment)
tap.run("one date is moved, one cancelled, and both taken back", one_date)
tap.run("another rhythm from a date on, and taken back", from_a_date_on)
tap.run("what was changed meanwhile stays", changed_meanwhile)
tap.run("a date that is none any more", no_longer_a_date)
tap.run("it ends well", lambda: expect(keel.stop() == 0, "exit code 0"))
keel.stop_reminders()
tap.end()
