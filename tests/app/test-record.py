#!/usr/bin/env python3
"""What a person went to, in the real window: a goal for the week, the record and its search, a change and its undo,
and paper: the preview of a journal and of the calendar, saved as PDF; and files for other programs."""
import datetime
import os
import stat
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, Tap, expect, name_of, role_of  # noqa: E402

TOGGLE = Role.TOGGLE_BUTTON
ZONE = "Europe/Berlin"
DAY = datetime.timedelta(days=1)
HEARD = "Do the next right thing"
CANDLE, ROPE = "Candlelight Group", "Rope and Anchor"

work = os.environ["KEEL_WORK"]
# The tests' own backend forgets. The first day of the week is Monday there.
keel = Keel(sys.argv[1], work + "/data", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": ZONE})
tap = Tap(keel)
os.environ["TZ"] = ZONE
today = datetime.date.today()


def names(role):
    return [name_of(node) for node in keel.visible() if role_of(node) == role]


def rows():
    return [name for name in names(Role.LIST_ITEM) if ", Went" in name or ", Left early" in name or ", Not this time" in name]


def page():
    """The text of the first page, as a screen reader has it."""
    pages = [name for name in names(Role.IMAGE) if name.startswith("Page 1 of ")]
    return pages[0] if pages else ""


def follow(name, start, *arguments):
    return keel.keelctl("follow", "--new", name, "--start", start.strftime("%Y-%m-%dT%H:%M"), "--zone", ZONE,
                        "--rrule", "FREQ=DAILY", "--duration", "60", "--json", *arguments)["id"]


def prepare():
    keel.wait_text("No meetings yet")
    first = datetime.datetime.combine(today - 120 * DAY, datetime.time(19))
    candle = follow(CANDLE, first, "--place", "St Mark's Hall")
    rope = follow(ROPE, first.replace(hour=7))
    for series, ago, word, *extra in ((candle, 1, "went", "--heard", HEARD), (rope, 2, "left", "--note", "Überland bus"),
                                      (candle, 3, "not"), (rope, 100, "went")):
        keel.keelctl("attend", series, (today - ago * DAY).isoformat(), word, *extra)
    keel.keelctl("cancel", candle, (today + 2 * DAY).isoformat())
    keel.keelctl("unfollow", rope)
    keel.stop()
    keel.start()
    keel.wait_text(CANDLE)


def open_record():
    keel.press("Main Menu", TOGGLE)
    keel.press("What I Went To", Role.MENU_ITEM)
    keel.wait(lambda: len(rows()) == 4, "four rows")
    keel.check_names()
    expect(rows()[0].startswith(f"{CANDLE}, Yesterday, 19:00, Went, “{HEARD}”") or
           rows()[0].endswith(f"19:00, Went, “{HEARD}”"), rows())
    expect("Left early, Überland bus" in rows()[1], rows())
    for chip in (f"{CANDLE} · 1", f"{ROPE} · 2"):
        expect(chip in names(Role.RADIO_BUTTON), f"{chip}: {names(Role.RADIO_BUTTON)}")


def this_week():
    return [text for text in names(Role.LABEL) if text.endswith("this week")]


def goal():
    before = this_week()
    expect(before and " of " not in before[0], f"no goal at first: {before}")
    keel.focus_row("A goal for the week")
    keel.keys("space")
    keel.wait(lambda: this_week() and this_week()[0].endswith("of 3 meetings this week"), "the goal in words")
    keel.check_names()
    leave("A goal for the week")
    keel.press("Agenda", Role.RADIO_BUTTON)
    keel.wait(lambda: this_week() and this_week()[0].endswith("of 3 meetings this week"), "the goal above the agenda")
    keel.press("Main Menu", TOGGLE)
    keel.press("What I Went To", Role.MENU_ITEM)
    keel.wait(lambda: this_week() and this_week()[0].endswith("of 3 meetings this week"), "a goal that is kept")


def search():
    keel.set_text("Search what you wrote", "uberl")
    keel.wait(lambda: len(rows()) == 1 and ROPE in rows()[0], "the note, without its accents")
    keel.set_text("Search what you wrote", "right candle")
    keel.wait(lambda: len(rows()) == 1 and HEARD in rows()[0], "words in any order")
    keel.set_text("Search what you wrote", "zzz")
    keel.wait_text("Nothing fits")
    keel.set_text("Search what you wrote", "")
    keel.wait(lambda: len(rows()) == 4, "all again")
    keel.press(f"{ROPE} · 2", Role.RADIO_BUTTON)
    keel.wait(lambda: len(rows()) == 2 and all(ROPE in row for row in rows()), "one group")
    keel.press("All", Role.RADIO_BUTTON)
    keel.wait(lambda: len(rows()) == 4, "all again")


def edit():
    keel.focus_row(rows()[1], 60)
    keel.keys("Return")
    keel.wait_text("A note for myself")
    keel.check_names()
    keel.press("Went", Role.RADIO_BUTTON)
    keel.press("Save")
    keel.wait(lambda: any("Went, Überland bus" in row for row in rows()), "another state, of what is no longer followed")
    keel.press("Undo")
    keel.wait(lambda: any("Left early, Überland bus" in row for row in rows()), "it to be undone")


def remove():
    keel.press(next(name for name in names(Role.PUSH_BUTTON) if name.startswith(f"Remove {CANDLE}")))
    keel.wait(lambda: len(rows()) == 3, "one row less")
    keel.wait(lambda: any(name == "Undo" for name in names(Role.PUSH_BUTTON)), "an undo")
    keel.press("Undo")
    keel.wait(lambda: len(rows()) == 4 and HEARD in rows()[0], "it back, with what was heard")


def leave(words):
    """Closes the window in front, which shows these words. A key is lost while the file dialog still closes."""
    for _ in range(6):
        keel.wait(keel.takes_keys, "the keyboard to be there")
        keel.keys("Escape")
        try:
            keel.wait(lambda: not keel.shows(words), f"“{words}” to go", 10)
            return
        except Missing:
            pass
    raise Missing(f"Escape does not close what shows “{words}”; the focus is on {keel.describe_focus()}")


def pdf_text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def save(button, title, path):
    keel.press(button)
    keel.wait(lambda: any(name_of(node) == title for node in keel.visible()), "the file dialog")
    keel.pause(0.8)
    keel.keys("ctrl+a")
    keel.type(path)
    keel.pause(0.4)
    keel.keys("Return")
    keel.wait_text(f"Saved as {os.path.basename(path)}")
    expect(stat.S_IMODE(os.stat(path).st_mode) == 0o600, "nobody else may read it")


def save_pdf(path):
    save("Save as PDF…", "Save as PDF", path)
    return pdf_text(path)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def journal():
    keel.keys("ctrl+p")
    keel.press("Three months", Role.RADIO_BUTTON)
    keel.wait(lambda: "Left early" in page(), "the page, to be listened to")
    keel.check_names()
    expect(CANDLE not in page() and HEARD not in page() and "Not this time" not in page(), "discreet at first: " + page())
    text = save_pdf(work + "/plain.pdf")
    expect("Attendance" in text and "Went" in text and CANDLE not in text and HEARD not in text, text)
    for choice in ("Show meeting names", "With a column for a signature", "What I heard"):
        keel.press(choice, Role.CHECK_BOX)
    keel.press("All time", Role.RADIO_BUTTON)
    keel.wait(lambda: CANDLE in page() and "Signature" in page() and HEARD in page(), "names, words and a column to sign in")
    keel.wait(lambda: "Meetings\t3" in page(), "all three meetings on the page")
    text = " ".join(save_pdf(work + "/full.pdf").split())
    for wanted in ("Candlelight", "Signature", "Do the next", "Left early", str(today.year)):
        expect(wanted in text, f"{wanted}: {text}")
    leave("Save as PDF…")
    leave("A goal for the week")


def print_calendar(view):
    keel.press(view, Role.RADIO_BUTTON)
    keel.press("More of the calendar", TOGGLE)
    keel.press("Print…", Role.MENU_ITEM)


def calendar_on_paper():
    print_calendar("Agenda")
    keel.wait(lambda: "Cancelled" in page() and "Appointment" in page(), "the agenda on paper, with what was called off")
    expect(CANDLE not in page(), "discreet at first")
    keel.press("Show meeting names", Role.CHECK_BOX)
    keel.wait(lambda: CANDLE in page() and "St Mark's Hall" in page(), "names and places")
    leave("Save as PDF…")
    print_calendar("Month")
    keel.wait(lambda: today.strftime("%B %Y") in page() and "19:00" in page(), "the month on paper")
    keel.press("Show meeting names", Role.CHECK_BOX)
    text = save_pdf(work + "/month.pdf")
    expect(today.strftime("%B %Y") in text and "Candlelight" in text, text)
    size = subprocess.run(["pdfinfo", work + "/month.pdf"], capture_output=True, text=True, check=True).stdout
    width, height = [float(word) for word in size.split("Page size:")[1].split() if word.replace(".", "").isdigit()][:2]
    expect(width > height, f"a month lies on its side: {size}")
    leave("Save as PDF…")


def export(choice, names, path):
    keel.press("Main Menu", TOGGLE)
    keel.press("Export…", Role.MENU_ITEM)
    keel.wait_text("What to write")
    keel.check_names()
    if choice is not None:
        keel.press(choice, Role.RADIO_BUTTON)
    if names:
        keel.focus_row("With names, places and what I wrote")
        keel.keys("space")
    save("Save…", "Save the File", path)
    keel.wait(lambda: not keel.shows("What to write"), "the dialog to close")
    return read(path)


def calendar_as_file():
    text = export(None, False, work + "/mine.ics")
    for wanted in ("BEGIN:VCALENDAR", "BEGIN:VALARM", "SUMMARY:Appointment", "EXDATE"):
        expect(wanted in text, f"{wanted}: {text}")
    expect(CANDLE not in text and "St Mark" not in text, "discreet at first: " + text)
    text = export("What I went to", True, work + "/journal.csv")
    expect(f"19:00,{CANDLE},went,{HEARD}" in text and "Überland bus" in text, text)


for name, function in (("a record made with keelctl", prepare), ("the record", open_record), ("a goal for the week", goal),
                       ("search as one types, and one group", search), ("an entry is changed, and back", edit),
                       ("an entry is removed, and back", remove), ("the journal on paper", journal),
                       ("the calendar on paper", calendar_on_paper), ("files for other programs", calendar_as_file)):
    tap.run(name, function)
keel.stop()
keel.stop_reminders()
tap.end()
