#!/usr/bin/env python3
"""What a profile for family and friends has on the pages of all, in the real window: Today, the check-in, own time in a group, looking
back, Help now, coping cards, worksheets, plans, reasons; nothing of urges, lapses and medicine in any of them; and that the pages of
members bring back what was there, at once, and hide what was written here, which is not lost either."""
import contextlib
import os
import sqlite3
import sys
import time
import uuid

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actions import activate  # noqa: E402
from window import CLASS_NAMES, Keel, Missing, Role, State, Tap, expect, has, name_of, role_of, text_of  # noqa: E402

PICTURES = os.environ.get("KEEL_PICTURES")
DAY = 86400
NOON = int(time.time()) // DAY * DAY - DAY // 2  # of yesterday: whatever hour it is, no test is on the edge of a day
DATA = os.environ["KEEL_WORK"] + "/data"
keel = Keel(sys.argv[1], DATA, page="today", environment={"GSETTINGS_BACKEND": "keyfile", "TZ": "UTC"})
tap = Tap(keel)
# What belongs to members alone, as far as a person can see it anywhere.
OF_MEMBERS = ("urge", "craving", "lapse", "sober", "substance-free", "medicine plan", "high-risk", "money kept")


def picture(name):
    if PICTURES:
        keel.screenshot(f"{PICTURES}/{name}.png")


def said():
    return [text for node in keel.visible() for text in (name_of(node), text_of(node))
            if text and not text.startswith(CLASS_NAMES)]


def check_words(where, also=()):
    """Nothing of members, once the page has come to rest."""
    def found():
        return [text for text in said() for word in OF_MEMBERS + also if word in text.lower()]
    try:
        keel.wait(lambda: not found(), "words of families", 10)
    except Missing:
        raise Missing(f"of members, {where}: {found()}") from None


def open_window(action):
    before = len(keel.windows())
    activate(keel, action)
    keel.wait(lambda: len(keel.windows()) == before + 1 and keel.takes_keys(), f"the window of {action}")


def close_window():
    """A toast may take the first Escape."""
    before = len(keel.windows())
    for _ in range(6):
        keel.wait(keel.takes_keys, "the keyboard")
        keel.keys("Escape")
        with contextlib.suppress(Missing):
            return keel.wait(lambda: len(keel.windows()) < before, "the window to close", 8)
    raise Missing(f"Escape does not close the window; the focus is on {keel.describe_focus()}")


def fill():
    """What a member wrote, while no window is open: a month of check-ins, urges, a start date, a lapse, a medicine plan."""
    with sqlite3.connect(keel.profile_file("journal.db"), timeout=15) as database:
        def add(table, **values):
            values.update(uuid=values.get("uuid", str(uuid.uuid4())), changed_at=NOON)
            database.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", list(values.values()))

        for day in range(8):
            add("check_in", at=NOON - day * DAY, zone=0, mood=3, craving=6, energy=2, sleep=420)
        add("check_in", at=NOON - 9 * DAY, zone=0, craving=6, sleep=0)
        add("urge", at=NOON - DAY, zone=0, strength=7, after=3, tags="", minutes=0, outcome="passed")
        add("day_count", uuid="tea", name="black tea", start=NOON // DAY - 40, mode="both", day_one=0, leap="feb-28", path="abstinence",
            money=0, minutes=0, position=0)


def choose_pages(label):
    """In Preferences, as a person does; the window behind it follows at once."""
    keel.wait(lambda: len(keel.windows()) == 1 and keel.takes_keys(), "the window alone")
    keel.keys("ctrl+comma")
    keel.press(label, Role.RADIO_BUTTON)
    keel.wait(lambda: any(name_of(node) == label and has(node, State.CHECKED) for node in keel.visible()), f"“{label}” to be chosen")
    close_window()


def rows():
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.LIST_ITEM]


def of_members():
    keel.wait_text("Craving")
    keel.stop()
    fill()
    keel.start()
    keel.wait_text("black tea")
    keel.wait_text("How is it right now?")


def today():
    choose_pages("For family and friends of someone")
    keel.wait_text("Energy")
    keel.wait(lambda: not keel.shows("black tea"), "the start date of a member to be hidden")
    check_words("on Today")
    keel.check_names()
    keel.check_extents()
    picture("family-today")
    keel.press("Arrange This Page")
    keel.wait_text("What stands here, and in which order.")
    words = said()
    expect("My time in the group" in words and "What I want for my life" in words, f"the cards of families: {words}")
    check_words("where Today is arranged")
    keel.press("Done")


def check_in():
    open_window("check-in")
    keel.wait_text("What you put down")
    keel.wait(lambda: sum("Mood: Good · Energy: Some" in text for text in rows()) == 8, "eight check-ins: one says nothing else")
    keel.find("Hours of sleep, if you like", Role.TEXT)
    keel.press("Mood: Low", Role.RADIO_BUTTON)
    keel.wait_text("Your check-in is saved.")
    check_words("in a check-in")
    keel.check_names()
    picture("family-check-in")
    close_window()


def own_time():
    open_window("days")
    keel.wait_text("No time is counted")
    check_words("where no time is counted", ("start date",))
    picture("family-days-none")
    keel.press("Give My Start", exact=True)
    keel.wait(lambda: len(keel.windows()) == 3 and keel.takes_keys(), "the dialog")
    keel.wait_text("My first meeting, or my own start")
    check_words("where a start is given", ("stopping", "tolerance", "money", "to cut down"))
    expect(not any(name_of(node) in ("AA", "NA", "SMART") for node in keel.visible()), "milestones of families' programs alone")
    keel.check_names()
    picture("family-days-start")
    keel.set_text("My first meeting, or my own start (year-month-day)", time.strftime("%Y-%m-%d", time.gmtime(NOON - 20 * DAY)))
    keel.press("Save")
    keel.wait(lambda: len(keel.windows()) == 2, "the dialog to close")
    keel.wait(lambda: keel.shows("20 days") or keel.shows("21 days"), "the days in the group")
    keel.wait_text("My time in the group")
    check_words("of the time in a group", ("in a row",))
    keel.check_names()
    picture("family-days")
    close_window()
    keel.wait_text("My time in the group")
    expect(keel.read_journal("SELECT path, money, minutes FROM day_count WHERE name IS NULL") == [("membership", 0, 0)], "the time in a group")


def looking_back():
    keel.keys("alt+6")
    keel.wait_text("The last 30 days")
    keel.wait_text("You checked in on")
    keel.wait_text("What is ahead")
    check_words("looking back")
    for node in keel.visible():
        expect(name_of(node) not in ("Chart: Craving", "Chart: Urges", "Chart: black tea"), f"no {name_of(node)}")
    keel.find("Chart: Mood", Role.IMAGE)
    keel.check_names()
    picture("family-progress")
    open_window("summary")
    keel.find("Worksheets", Role.CHECK_BOX)
    check_words("in a summary")
    close_window()


def help_now():
    open_window("help-now")
    keel.wait_text("Danger right now?")
    keel.find("Family emergency", Role.PUSH_BUTTON)
    keel.find("Begin: Safety at home", Role.PUSH_BUTTON)
    names = [name_of(node) for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON]
    expect(names.index("Opioid overdose") < names.index("Violence") < names.index("Thoughts of suicide"), f"what families need comes first: {names}")
    keel.check_names()
    keel.check_extents()
    picture("family-help-now")
    close_window()


def coping():
    keel.keys("alt+4")
    keel.wait_text("All cards")
    keel.wait(lambda: rows() and rows()[0].startswith("For families"), "the cards for families first")
    keel.press("Something Else")
    check_words("among the coping cards")
    keel.check_names()
    picture("family-coping")


def worksheets():
    keel.keys("alt+3")
    keel.press("All", Role.RADIO_BUTTON)
    keel.wait_text("For family and friends")
    check_words("among the worksheets")
    picture("family-worksheets")


def plans():
    keel.keys("alt+1")
    keel.wait_text("How is it right now?")
    open_window("care")
    keel.wait_text("Hard dates")
    check_words("in My Plans")
    keel.check_names()
    picture("family-care")
    close_window()
    open_window("reasons")
    keel.wait_text("What do you want for your life?")
    check_words("of reasons", ("reason",))
    picture("family-reasons")
    close_window()
    open_window("plans")
    keel.press("New Plan")
    keel.wait(lambda: len(keel.windows()) == 3 and keel.takes_keys(), "the dialog of a plan")
    keel.wait_text("say my limit once, calmly")
    check_words("in a plan", ("just one",))
    picture("family-plan")
    close_window()
    close_window()
    open_window("people")
    keel.wait_text("Who is there for you?")
    keel.press("Add a Person")
    keel.wait_text("Who they are for me")
    check_words("of people", ("my recovery",))
    close_window()
    close_window()


def narrow():
    keel.keys("alt+1")
    keel.resize(360, 640)
    for key in ("alt+1", "alt+6", "alt+4"):
        keel.keys(key)
        keel.settle()
        keel.check_extents()
        picture("family-narrow-" + key[-1])
    keel.resize(900, 720)


def back_to_members():
    keel.keys("alt+1")
    choose_pages("For me")
    keel.wait_text("Craving")
    keel.wait_text("black tea")
    keel.wait(lambda: not keel.shows("My time in the group"), "the time in a group to be hidden")
    keel.keys("alt+5")
    keel.wait_text("You wrote down 1 urge.")
    keel.wait_text("Urge log")
    choose_pages("Both")
    keel.keys("alt+1")
    keel.wait(lambda: sum("Since" in name_of(node) for node in keel.visible() if role_of(node) == Role.PUSH_BUTTON) == 2,
              "both that is counted")
    expect(len(keel.read_journal("SELECT uuid FROM day_count WHERE deleted_at IS NULL")) == 2, "nothing is lost")
    picture("family-both-today")


for title, step in (("a member has what members have", of_members),
                    ("for families alone Today is another at once", today),
                    ("a check-in asks for no craving", check_in),
                    ("own time in a group, from one's own start", own_time),
                    ("looking back, at what is one's own", looking_back),
                    ("Help now, with what families need first", help_now),
                    ("coping cards", coping),
                    ("worksheets", worksheets),
                    ("plans, reasons and people", plans),
                    ("360 px", narrow),
                    ("nothing is lost: members' pages come back, and both", back_to_members)):
    tap.run(title, step)
expect(keel.stop() == 0, "it ends well")
tap.end()
