#!/usr/bin/env python3
"""Reminders in the real window, with a real dunst: whether they can come and a test that asks; how they come; what
became of them; what is told and asked above the calendar; what one says, and whether one means to go."""
import datetime
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, State, Tap, ancestors, expect, has, name_of, role_of  # noqa: E402

BUILD = sys.argv[1]
ZONE = "Europe/Berlin"
HARBOUR, CANDLE = "Harbour Group", "Candlelight"
DUNSTRC = "[urgency_critical]\n    timeout = 0\n"

work = os.environ["KEEL_WORK"]
pictures = os.environ.get("KEEL_PICTURES")
os.environ["TZ"] = ZONE
time.tzset()
now = datetime.datetime.now()
autostart = pathlib.Path(os.environ["XDG_CONFIG_HOME"]) / "autostart"


def start_dunst():
    path = pathlib.Path(work) / "dunstrc"
    path.write_text(DUNSTRC, encoding="utf-8")
    return subprocess.Popen(["dunst", "-conf", str(path)], stderr=subprocess.DEVNULL,
                            env={key: value for key, value in os.environ.items() if key != "G_DEBUG"})


def keelctl(*arguments):
    answer = subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", work + "/data", *arguments], capture_output=True,
                            text=True, check=True)
    return json.loads(answer.stdout) if "--json" in arguments else answer.stdout


def open_file(name):
    profiles = pathlib.Path(work) / "data/profiles"
    return sqlite3.connect(str(sorted(profiles.iterdir())[0] / name), timeout=10)


def follow(name, start, *arguments):
    return keelctl("follow", "--new", name, "--start", start.strftime("%Y-%m-%dT%H:%M"), "--zone", ZONE, "--rrule",
                   "FREQ=WEEKLY", "--duration", "60", "--json", *arguments)["id"]


def local(moment):
    """Minutes of local time, as Keel counts them."""
    return int((moment - datetime.datetime(1970, 1, 1)).total_seconds()) // 60


def add_event(database, series, start, outcome, reason=None, late=0):
    due = int(start.timestamp()) - 1800
    database.execute("INSERT INTO event (series, occurrence, start, lead, due, at_us, shown_us, outcome, reason)"
                     " VALUES (?, ?, ?, 30, ?, ?, ?, ?, ?)",
                     [series, local(start), local(start), due, due * 1000000,
                      (due + late) * 1000000 if outcome in ("shown", "late") else 0, outcome, reason])


# The Harbour Group ended too long ago for a notification to ask about it, and was followed by then.
begun = (now - datetime.timedelta(hours=30)).replace(second=0, microsecond=0)
harbour = follow(HARBOUR, begun, "--place", "St Mark's Hall")
candle = follow(CANDLE, begun + datetime.timedelta(hours=32))
with open_file("journal.db") as journal:
    journal.execute("UPDATE series SET followed_at = followed_at - 3 * 24 * 3600")
with open_file("reminders.db") as reminders:
    for ago in range(61, 1, -1):
        add_event(reminders, harbour, begun - datetime.timedelta(days=ago), "shown")
    add_event(reminders, harbour, begun - datetime.timedelta(days=1), "late", late=750)
    add_event(reminders, harbour, begun, "missed", "it had ended before it could be shown")
keelctl("reminders", "status")

dunst = start_dunst()
keel = Keel(BUILD, work + "/data", environment={"TZ": ZONE})
tap = Tap(keel)


def picture(name):
    if pictures:
        keel.pause(0.5)
        keel.screenshot(f"{pictures}/{name}.png")


def check(name):
    keel.check_names()
    keel.check_extents()
    picture(name)


def names(role):
    return [name_of(node) for node in keel.visible() if role_of(node) == role]


def read(file, query, *values):
    with open_file(file) as database:
        return database.execute(query, values).fetchall()


def wait_read(file, query, wanted, what):
    keel.wait(lambda: read(file, query) == wanted, f"{what}: {wanted}, not {read(file, query)}", 30)


def history():
    answer = subprocess.run(["dunstctl", "history"], capture_output=True, text=True, check=True)
    return [entry["summary"]["data"] for entry in json.loads(answer.stdout)["data"][0]]


def count(which):
    return int(subprocess.run(["dunstctl", "count", which], capture_output=True, text=True, check=True).stdout)


def open_reminders():
    keel.press("Main Menu", Role.TOGGLE_BUTTON)
    keel.press("Reminders…", Role.MENU_ITEM)
    keel.wait_text("What became of your reminders")


def close(words):
    for _ in range(5):
        keel.wait(keel.takes_keys, "the keyboard to be there")
        keel.keys("Escape")
        try:
            keel.wait(lambda: not keel.shows(words), f"“{words}” to go", 8)
            return
        except Missing:
            pass
    raise Missing(f"Escape does not close what shows “{words}”")


def switch(name):
    return keel.find(name, Role.TOGGLE_BUTTON)


def toggle(name, wanted):
    switch(name).act()
    keel.wait(lambda: has(switch(name), State.CHECKED) == wanted, f"“{name}” to be {wanted}")


# What is told and asked above the calendar

def tell_missed():
    keel.wait_text("A reminder could not be shown.")
    expect(keel.shows("it had ended before it could be shown"), "why")
    keel.wait_text("Did you go? " + HARBOUR)
    check("strip")
    keel.press("Show what became of the reminders")
    keel.wait_text("What became of your reminders")
    close("What became of your reminders")
    keel.wait(lambda: not keel.shows("could not be shown."), "what was shown to be told no more")


def tell_live():
    with open_file("reminders.db") as database:
        add_event(database, candle, begun - datetime.timedelta(hours=19), "missed", "it had ended before it could be shown")
        add_event(database, candle, begun - datetime.timedelta(hours=43), "failed", "no notification service")
    keel.wait_text("2 reminders could not be shown.")
    keel.press("Dismiss: I have seen it")
    keel.wait(lambda: not keel.shows("could not be shown."), "it to be dismissed")


def went(name):
    for node in keel.visible():
        if role_of(node) == Role.RADIO_BUTTON and name_of(node) == name and \
                any(name_of(parent).startswith("Were you at " + HARBOUR) for parent in ancestors(node)) and \
                any(name_of(parent) == "About your reminders" for parent in ancestors(node)):
            return node
    return None


def count_questions():
    return len([name for name in names(Role.LABEL) if name.startswith("Did you go?")])


def ask():
    before = keel.wait(count_questions, "a question")
    keel.wait(lambda: went("Went"), "the answers").act()
    keel.wait(lambda: count_questions() == before - 1, "one question less")
    wait_read("journal.db", "SELECT state FROM attendance WHERE deleted_at IS NULL", [("went",)], "the attendance")
    keel.press("Undo")
    keel.wait(lambda: count_questions() == before, "the question again")
    wait_read("journal.db", "SELECT state FROM attendance WHERE deleted_at IS NULL", [], "the attendance")
    keel.press("Don’t ask about " + HARBOUR, exact=False)
    keel.wait(lambda: count_questions() == before - 1, "not to be asked")
    keel.press("Undo")
    keel.wait(lambda: count_questions() == before, "to be asked again")


def entries():
    return sorted(path.name for path in autostart.glob("*")) if autostart.is_dir() else []


def start_at_login():
    expect(not entries(), "nobody agreed yet")
    keel.press("Don’t ask about " + HARBOUR, exact=False)
    keel.press("Yes, start reminders when I log in")
    keel.wait(entries, "the file")
    keel.wait(lambda: not keel.shows("Start reminders when you log in?"), "the question to go")
    text = (autostart / entries()[0]).read_text(encoding="utf-8")
    expect("\nName=Keel\n" in text and work + "/data" in text, text)
    open_reminders()
    keel.wait(lambda: has(switch("Start at login"), State.CHECKED), "the switch to say so")
    toggle("Start at login", False)
    keel.wait(lambda: not entries(), "the file to be gone")


# The window

def status():
    keel.wait_text("Reminders are on")
    keel.wait_text("Notifications are shown by dunst")
    keel.wait_text("Next: ")
    check("window")


def show_test(answer, words):
    keel.press("Test: show a notification now")
    keel.wait_text("Did you see it?")
    keel.wait(lambda: count("displayed") or count("waiting"), "the notification")
    picture("asked")
    keel.press(answer)
    keel.wait_text(words)
    keel.wait(lambda: not keel.shows("Did you see it?"), "the question to go")


def test():
    show_test("Yes, I saw the notification", "Good. Reminders can reach you.")
    show_test("No, I did not see the notification", "do not disturb is off")
    check("advice")
    subprocess.run(["dunstctl", "set-paused", "true"], check=True)
    show_test("No, I did not see the notification", "Do not disturb is on. Turn it off")
    subprocess.run(["dunstctl", "set-paused", "false"], check=True)
    subprocess.run(["dunstctl", "close-all"], check=True)
    expect("Test reminder" in history(), history())


def get_pid():
    status = keelctl("reminders", "status", "--json")
    return status["pid"] if status["running"] else None


def stop_and_start():
    """Keel starts it once more by itself."""
    first = get_pid()
    keel.stop_reminders()
    keel.wait(lambda: get_pid() not in (None, first), "keel-reminders once more")
    keel.wait_text("Reminders are on")
    keel.stop_reminders()
    keel.wait_text("Reminders are off")
    check("off")
    keel.press("Start reminders")
    keel.wait_text("Reminders are on")
    keel.wait_text("Notifications are shown by dunst")


def write(name, text):
    keel.wait(lambda: next((node for node in keel.visible() if name_of(node) == name and "EditableText" in node.interfaces), None),
              f"“{name}” to write in").set_text(text)


def prefer():
    toggle("Quiet hours", True)
    write("Quiet from, for example 22:00 or 10pm", "half past")
    toggle("Sound", False)
    keel.wait_text("Write the time as")
    wait_read("reminders.db", "SELECT silent, quiet_from FROM preference", [(1, 22 * 60)], "what was right")
    check("quiet")
    write("Quiet from, for example 22:00 or 10pm", "11pm")
    write("Quiet until, for example 07:00 or 7am", "6.30")
    toggle("Ask me afterwards whether I went", False)
    wait_read("reminders.db", "SELECT silent, quiet_from, quiet_to, ask_afterwards FROM preference", [(1, 23 * 60, 6 * 60 + 30, 0)],
              "what was chosen")
    toggle("Ask me afterwards whether I went", True)
    close("What became of your reminders")
    open_reminders()
    keel.wait(lambda: has(switch("Quiet hours"), State.CHECKED) and not has(switch("Sound"), State.CHECKED), "what was saved")
    keel.wait(lambda: any("23:00" in node.get_text() for node in keel.visible() if name_of(node).startswith("Quiet from")
                          and "EditableText" in node.interfaces), "the time")
    toggle("Sound", True)
    toggle("Quiet hours", False)
    wait_read("reminders.db", "SELECT silent, quiet_from FROM preference", [(0, -1)], "it to be taken back")


def lines():
    return [name for name in names(Role.LIST_ITEM) if ", " + HARBOUR + ": " in name or ", " + CANDLE + ": " in name]


def log():
    keel.wait(lambda: len(lines()) == 50, "fifty lines")
    expect("could not be shown (no notification service)" in lines()[0], lines()[0])
    expect(any("shown 12 minutes late" in line for line in lines()), "how late it was")
    keel.press("Show More")
    keel.wait(lambda: len(lines()) == 64, "all lines")
    keel.find("Only what went wrong", Role.CHECK_BOX).act()
    keel.wait(lambda: len(lines()) == 3, "what went wrong")
    check("log")
    with open_file("reminders.db") as database:
        add_event(database, candle, begun - datetime.timedelta(hours=67), "missed")
    keel.wait(lambda: len(lines()) == 4, "another line, at once")
    close("What became of your reminders")
    keel.wait_text("A reminder could not be shown.")
    keel.press("Dismiss: I have seen it")


# One meeting

def going():
    keel.press("Agenda", Role.RADIO_BUTTON)
    button = keel.wait(lambda: next((node for node in keel.visible() if name_of(node).startswith(f"I’m going: {CANDLE}")), None),
                       "the next date to have it")
    button.act()
    wait_read("journal.db", "SELECT count(*) FROM intention WHERE deleted_at IS NULL", [(1,)], "the intention")
    keel.wait(lambda: any(", You are going" in name for name in names(Role.LIST_ITEM)), "the row to say so")
    check("going")


def style():
    return read("journal.db", "SELECT reminder_text, reminder_silent, reminder_important, travel FROM series WHERE uuid = ?", candle)[0]


def choose():
    keel.click(keel.find(CANDLE, Role.LABEL))
    keel.press("Change Reminders")
    keel.wait_text("Reminder: ")
    expect(not keel.shows("Also while Keel is locked") and not keel.shows("Also though others"), "nobody is asked what does not matter")
    keel.press("The name", Role.RADIO_BUTTON)
    keel.wait(lambda: any(name.endswith(" · " + CANDLE) for name in names(Role.LABEL)), "what the screen will show")
    toggle("Tell me when to leave", True)
    write("Minutes on the way", "25")
    toggle("Important", True)
    toggle("Sound", False)
    check("dialog")
    keel.press("Save")
    keel.wait(lambda: style() == ("name", 1, 1, 25), "it to be saved")
    keel.wait_text("time to leave 25 minutes before · says the name · no sound · important")
    keel.press("Undo")
    keel.wait(lambda: style() == ("discreet", 0, 0, 0), "it to be undone")


def share():
    """What one chose is not told where others have a profile, unless one says so."""
    keelctl("profile", "create", "Somebody")
    keel.press("Change Reminders")
    keel.press("The name", Role.RADIO_BUTTON)
    keel.wait_text("Only the time, since others have a profile here.")
    expect(not any(name.endswith(" · " + CANDLE) for name in names(Role.LABEL)), "the name is not told")
    toggle("Also though others have a profile here", True)
    keel.wait(lambda: any(name.endswith(" · " + CANDLE) for name in names(Role.LABEL)), "the name")
    check("shared")
    close("What it says")


def answer():
    """As keel-reminders puts it down when a button of a notification is pressed."""
    with open_file("reminders.db") as database:
        database.execute("INSERT INTO answer (uuid, series, occurrence, start, reply, at) VALUES ('a-letter', ?, ?, ?, 'went', ?)",
                         [harbour, local(begun), int(begun.timestamp()), int(time.time())])
    pathlib.Path(keel.profile_file("answers")).touch()
    keel.wait_text(f"Went: {HARBOUR}.")
    wait_read("journal.db", "SELECT state FROM attendance WHERE deleted_at IS NULL", [("went",)], "the attendance")


def fit_narrow():
    keel.resize(360, 640)
    check("narrow")
    keel.resize(900, 680)


for name, step in (
        ("what was missed is told above the calendar", tell_missed),
        ("and what is missed from now on, until it is dismissed", tell_live),
        ("did you go: answered, undone, asked away", ask),
        ("a narrow window", fit_narrow),
        ("starting at login is asked for once, and a switch", start_at_login),
        ("how reminders are now", status),
        ("a test that asks whether it was seen", test),
        ("reminders that do not run are started", stop_and_start),
        ("sound, quiet hours and the question afterwards", prefer),
        ("the log, and only what went wrong", log),
        ("an answer that was given on a notification", answer),
        ("I’m going", going),
        ("what a reminder says, and how it comes", choose),
        ("what it says where others have a profile", share)):
    tap.run(name, step)
keel.stop()
os.kill(int((pathlib.Path(work) / "data/reminders.lock").read_text(encoding="utf-8").split()[0]), signal.SIGTERM)
dunst.terminate()
tap.end()
