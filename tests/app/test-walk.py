#!/usr/bin/env python3
"""Every page, dialog and state of the real window, read as a screen reader reads it: what a person can act on
has a name, Escape leads back, and the focus is somewhere sensible afterwards."""
import contextlib
import json
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Missing, Role, State, Tap, has, name_of, role_of, text_of  # noqa: E402

FIXTURES = os.environ["KEEL_FIXTURES"] + "/feeds"
PICTURES = os.environ.get("KEEL_PICTURES")

work = os.environ["KEEL_WORK"]
opened_links = work + "/opened-links"


def expect(condition, what):
    if not condition:
        raise Missing(what + "\n" + keel.outline())


def write(name, content):
    path = f"{work}/{name}"
    with open(path, "w", encoding="utf-8") as out:
        out.write(content if isinstance(content, str) else json.dumps(content))
    return path


# A link must never open anything in a test: this is the browser.
def stand_in_for_browser():
    script = write("browser.sh", f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{opened_links}"\n')
    os.chmod(script, 0o755)
    applications = os.environ["XDG_DATA_HOME"] + "/applications"
    os.makedirs(applications, exist_ok=True)
    os.makedirs(os.environ["XDG_CONFIG_HOME"], exist_ok=True)
    schemes = [f"x-scheme-handler/{scheme}" for scheme in ("http", "https", "tel", "mailto", "javascript", "file")]
    with open(applications + "/walk-browser.desktop", "w", encoding="utf-8") as entry:
        entry.write(f"[Desktop Entry]\nType=Application\nName=Walk\nExec={script} %u\nMimeType={';'.join(schemes)};\n")
    with open(os.environ["XDG_CONFIG_HOME"] + "/mimeapps.list", "w", encoding="utf-8") as defaults:
        defaults.write("[Default Applications]\n" + "".join(f"{scheme}=walk-browser.desktop\n" for scheme in schemes))


def meeting(name, **more):
    return {"name": name, "slug": name.lower().replace(" ", "-"), "day": 2, "time": "19:00", "end_time": "20:00",
            "timezone": "Europe/Berlin", "location": "Pier House", "formatted_address": "1 Pier, Saltmarsh",
            "types": ["O"], **more}


PIER = [
    meeting("Pier Morning"),
    meeting("Pier Hybrid", attendance_option="hybrid", conference_url="https://meet.example.org/j/77?pwd=a",
            conference_url_notes="Code: rope", url="https://pier.example.org/hybrid/"),
    meeting("Pier Far", timezone="Asia/Tokyo", attendance_option="online", location=None, formatted_address=None,
            conference_url="https://meet.example.org/j/78"),
    meeting("Pier Unsafe", conference_url="javascript:alert(1)", url="https://you@evil.example/"),
    meeting("Pier By Appointment", day=None, time=None, end_time=None),
    meeting("Pier Gone", day=4),
    meeting("A name so long that no row of any window that a person would use can hold it without breaking it: "
            + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 2, day=5, time="21:45"),
    meeting("שלום ערב", day=6),
    {"slug": "nameless", "day": 1, "time": "10:00"},
    meeting("Pier Odd Day", day="someday"),
]


# Looking

def picture(name):
    if PICTURES:
        keel.pause(0.5)
        keel.screenshot(f"{PICTURES}/{name}.png")


def check(name):
    """One state: everything in it has a name."""
    keel.check_names()
    picture(name)


def titles():
    return [name_of(window) for window in keel.windows()]


def wait_closed(title):
    keel.wait(lambda: title not in titles(), f"“{title}” to close")


def escape(title):
    keel.keys("Escape")
    wait_closed(title)


def expect_focus(name):
    """The focus stands on what has this name, or inside it."""
    def look():
        focus = keel.focus()
        return focus and any(name in (name_of(node), text_of(node)) for node in keel.line_of(focus))
    keel.wait(look, f"the focus on “{name}”; it is on {keel.describe_focus()}", 20)


def button(name):
    return keel.find(name, Role.PUSH_BUTTON)


def choose_file(paths, title="Import a List"):
    keel.wait(lambda: any(name_of(node) == title for node in keel.visible()), "the file dialog")
    keel.pause(0.8)
    keel.type(paths)
    keel.pause(0.4)
    keel.keys("Return")


def choose_formats():
    """Until the dialog is gone: it, too, shows the name of the file."""
    title = "Choose the Formats File"
    choose_file(FIXTURES + "/harbour-bmlt-formats.json", title)
    keel.wait(lambda: not any(name_of(node) == title for node in keel.visible()), "the file dialog to close")


def open_import(path):
    keel.keys("ctrl+o")
    choose_file(path)
    keel.wait_text("Options of the import")


def import_file(path, result):
    open_import(path)
    keel.press("Import")
    keel.wait_text(result)


def show_find():
    keel.keys("ctrl+f")
    keel.wait_text("Search meetings")
    keel.pause(0.3)


def search_for(words):
    """Until it stands there: keys that come while a window closes are lost, and so are letters that the keyboard has to
    be given first."""
    def written():
        return text_of(keel.find("Search meetings", Role.ENTRY)) == words
    for _ in range(5):
        show_find()
        keel.keys("ctrl+a")
        if words.isascii():
            keel.type(words)
        else:
            keel.set_text("Search meetings", words)
        with contextlib.suppress(Missing):
            return keel.wait(written, f"“{words}” in the search", 10)
    raise Missing(f"“{words}” cannot be typed into the search: {text_of(keel.find('Search meetings', Role.ENTRY))}")


def show_meeting(name):
    search_for(name)
    keel.wait(lambda: keel.shows("1 meeting") and any(role_of(node) == Role.LIST_ITEM and name in name_of(node) for node in keel.visible()),
              f"“{name}” alone")
    keel.keys("Return")
    keel.pause(0.2)
    keel.keys("Return")
    keel.wait(lambda: any(name_of(node) == "Details of the meeting" for node in keel.visible()), "the details")


def wait_link(link):
    def look():
        try:
            with open(opened_links, encoding="utf-8") as links:
                return link in links.read().splitlines()
        except FileNotFoundError:
            return False
    keel.wait(look, f"the browser to get {link}")


def run_quietly(step):
    """A step that leaves no complaint of GTK's behind."""
    step()
    complaints = [line for line in keel.read_log().splitlines() if "CRITICAL" in line]
    expect(not complaints, "no complaint: " + "; ".join(complaints))


# What is walked through

def see_empty():
    keel.wait_text("No meetings yet")
    check("empty")
    expect_focus("Add a meeting I know")
    keel.press("Find", None)
    keel.wait_text("No lists to search in")
    check("no-lists")
    keel.press("Calendar", None)
    keel.wait_text("No meetings yet")


def see_menus():
    keel.keys("F10")
    keel.find("About Keel", Role.MENU_ITEM)
    check("main-menu")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("About Keel"), "the menu to close")
    keel.click(keel.find("Add or import"))
    keel.find("Import a List…", Role.MENU_ITEM)
    check("add-menu")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Import a List…"), "the menu to close")


def see_about():
    keel.keys("F10")
    keel.press("About Keel", Role.MENU_ITEM)
    keel.wait_text("Keel is neither treatment nor an emergency service", 10)
    check("about")
    keel.keys("Escape")
    keel.wait(lambda: len(titles()) == 1, "one window")


def see_shortcuts():
    keel.keys("F10")
    keel.press("Keyboard Shortcuts", Role.MENU_ITEM)
    keel.wait(lambda: len(titles()) == 2, "the shortcuts")
    check("shortcuts")
    keel.keys("Escape")
    keel.wait(lambda: len(titles()) == 1, "one window")


def see_choosers():
    keel.keys("ctrl+n")
    keel.wait_text("Add a Meeting")
    check("add")
    for row, text, choice in (("Program", "smart", "SMART Recovery"), ("Time zone of the meeting", "kolkata", "Kolkata")):
        keel.focus_row(row)
        keel.keys("Return")
        keel.wait_text("Type to find")
        check("choose-" + row.split()[0].lower())
        keel.type("xyzzy")
        keel.wait_text("Nothing here has these letters.")
        keel.check_names()
        keel.keys("Escape")  # the letters
        keel.keys("Escape")  # the choice
        keel.wait(lambda: not keel.shows("Type to find"), "the form")
        expect_focus(row)
        keel.keys("Return")
        keel.wait_text("Type to find")
        keel.type(text)
        keel.wait_text(choice)
        keel.pause(0.3)
        keel.keys("Return")
        keel.wait(lambda: not keel.shows("Type to find"), "the form")
        expect_focus(row)
        expect(keel.shows(choice), f"{choice} is chosen")


def see_problems():
    keel.press("Once", None)
    keel.set_text("Date (year-month-day)", "2020-02-30")
    keel.set_text("Time, for example 19:00 or 7pm", "late")
    keel.set_text("Link to join online", "javascript:alert(1)")
    keel.press("Add")
    keel.wait_text("Give it a name")
    for problem in ("Write the time as", "Write the date as", "not a link that Keel can open safely"):
        expect(keel.shows(problem), problem)
    expect_focus("Name, for example Tuesday candlelight")
    check("add-problems")
    escape("Add a Meeting")
    expect_focus("Main Menu")  # where it was


def add_by_keyboard():
    """From an empty profile to an added meeting without a pointer: the order that Tab takes."""
    keel.focus_row("Add a meeting I know")
    keel.keys("Return")
    keel.wait_text("Add a Meeting")
    expect_focus("Name, for example Tuesday candlelight")
    keel.type("Quay Walk")
    keel.keys("Tab")
    expect_focus("What it is")
    keel.keys("Tab")
    expect_focus("How often")
    keel.keys("Tab")
    expect_focus("Weekdays")
    keel.keys("Right", "space")
    keel.keys("Tab")
    expect_focus("Time, for example 19:00 or 7pm")
    keel.type("7:15 pm")
    keel.keys("Tab")
    expect_focus("How long, in minutes")
    keel.keys("Tab")
    expect_focus("First date (year-month-day)")
    keel.keys("Tab")
    expect_focus("How long it goes on")
    keel.focus_row("Place")
    keel.type("Quay 3")
    keel.keys("Tab")
    expect_focus("Telephone")
    keel.keys("Tab")
    expect_focus("Link to join online")
    keel.type("meet.example.org/quay")
    keel.keys("Return")
    wait_closed("Add a Meeting")
    keel.wait_text("Quay Walk is added")
    check("agenda")
    expect("Quay Walk" in keel.describe_focus(), f"the focus is on the new meeting: {keel.describe_focus()}")


def change_by_hand():
    keel.keys("Return")
    keel.wait_text("Change reminders")
    check("details-own")
    keel.focus_row("Edit")
    keel.keys("Return")
    keel.wait_text("Change the Meeting")
    check("change")
    expect(keel.shows("19:15") and keel.shows("Quay 3"), "what was typed before is there")
    keel.set_text("Name, for example Tuesday candlelight", "Quay Run")
    keel.set_text("Time, for example 19:00 or 7pm", "20:45")
    keel.press("Save")
    wait_closed("Change the Meeting")
    keel.wait_text("Your changes are saved.")
    expect_focus("Edit")
    agenda = keel.keelctl("agenda", "--days", "8", "--json")
    expect({item["name"] for item in agenda} == {"Quay Run"}, f"it has its new name: {agenda}")
    expect(all(item["local_start"].endswith("T20:45") for item in agenda), f"and its new time: {agenda}")
    keel.focus_row("Change reminders", 60)
    keel.keys("Return")
    keel.wait_text("When do you want to be reminded?")
    check("reminders")
    keel.set_text("Other times, in minutes before", "never")
    keel.press("Save")
    keel.wait_text("Write numbers of minutes")
    check("reminders-problem")
    escape("Reminders")
    expect_focus("Change reminders")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Change reminders"), "the details to close")
    expect("Quay Run" in keel.describe_focus(), f"the focus is back on the row: {keel.describe_focus()}")


def import_with_formats():
    open_import(FIXTURES + "/harbour-bmlt.json")
    check("import-options")
    keel.focus_row("Formats file")
    keel.keys("Return")
    choose_formats()
    keel.wait_text("harbour-bmlt-formats.json")
    keel.check_names()
    keel.press("Use no formats file")
    keel.wait(lambda: not keel.shows("harbour-bmlt-formats.json"), "no formats")
    expect_focus("Formats file")
    keel.keys("Return")
    choose_formats()
    keel.wait_text("harbour-bmlt-formats.json")
    keel.focus_row("Program")
    keel.keys("Return")
    keel.wait_text("Type to find")
    check("import-program")
    keel.keys("Escape")
    keel.focus_row("Time zone of meetings that name none")
    keel.keys("Return")
    keel.wait_text("Type to find")
    keel.type("new york")
    keel.pause(0.4)
    keel.keys("Return")
    keel.wait_text("New York")
    keel.press("Import")
    keel.wait_text("Result of the import")
    check("import-result")
    expect(not keel.shows("does not say of which program"), "this list says whose codes it uses")
    escape("Import a List")


def import_with_reasons():
    import_file(write("pier.json", PIER), "10 read, 8 added, 2 skipped")
    keel.press("Show why", None)
    keel.wait_text("Rows that were left out")
    expect(keel.shows("Row 9") and keel.shows("Row 10: Pier Odd Day"), "each with its row")
    check("import-why")
    keel.press("Hide why", None)
    keel.wait(lambda: not keel.shows("Row 9"), "the reasons to go")
    keel.press("Choose the program")
    keel.wait_text("Type to find")
    check("import-again")
    keel.type("narcotics")
    keel.pause(0.4)
    keel.keys("Return")
    keel.wait_text("This brings your list “Pier” up to date")
    check("import-known-list")
    keel.press("Import")
    keel.wait_text("8 updated")
    expect(not keel.shows("does not say of which program"), "now it is said")
    keel.press("Find meetings")
    wait_closed("Import a List")
    keel.wait_text("Search meetings")
    expect_focus("Search meetings")
    check("find")


def see_search():
    keel.type("pier")
    keel.wait(lambda: keel.shows("Pier Morning") and not keel.shows("Sunday Anchors"), "the meetings of the pier")
    keel.press("Online", None, exact=False)
    keel.wait(lambda: not keel.shows("Pier Morning"), "those online")
    check("find-filtered")
    keel.type("zzz")
    keel.wait_text("No meeting has all of this")
    check("find-nothing")
    keel.press("Show all meetings")
    keel.wait_text("Sunday Anchors")
    expect_focus("Search meetings")
    keel.type("x")
    keel.keys("Escape")
    keel.wait_text("Sunday Anchors")


def see_details():
    for name, shown, hidden in (
            ("Pier Hybrid", "Join on meet.example.org", "By appointment"),
            ("Pier Far", "Tokyo", "Pier House"),
            ("Pier Unsafe", "Follow", "evil.example"),
            ("By Appointment", "Add it as a meeting I know", "Following"),
            ("Donaudampf", "Follow", "Join on"),
            ("שלום", "Follow", "Join on")):
        show_meeting(name)
        keel.wait_text(shown)
        expect(not keel.shows(hidden), f"no “{hidden}” at {name}")
        check("details-" + name.split()[-1])
        keel.keys("Escape")
        keel.wait(lambda: not keel.shows("Details of the meeting"), "the details to close")


def open_links():
    show_meeting("Pier Hybrid")
    keel.press("Join on meet.example.org")
    wait_link("https://meet.example.org/j/77?pwd=a")
    keel.press("See its page on pier.example.org")
    wait_link("https://pier.example.org/hybrid/")
    with open(opened_links, encoding="utf-8") as links:
        expect(len(links.read().splitlines()) == 2, "each once, and nothing else")


def add_by_appointment():
    show_meeting("By Appointment")
    keel.press("Add it as a meeting I know")
    keel.wait_text("Add a Meeting")
    expect(any(text_of(node) == "Pier By Appointment" for node in keel.visible()), "its name is filled in")
    check("add-known")
    escape("Add a Meeting")
    expect_focus("Add it as a meeting I know")


def follow_and_lose():
    """What its list no longer has is kept, and told in the result, in the calendar and in the details."""
    show_meeting("Pier Gone")
    keel.press("Follow")
    keel.wait_text("When do you want to be reminded?")
    keel.keys("Return")
    keel.wait_text("You follow Pier Gone")
    expect_focus("Change reminders")
    check("details-following")
    rest = [row for row in PIER if row["slug"] != "pier-gone"]
    open_import(write("pier.json", rest))
    keel.press("Import")
    keel.wait_text("no longer in its list")
    keel.find("Stop following Pier Gone")
    check("import-vanished")
    escape("Import a List")
    keel.wait_text("no longer has this meeting")
    check("details-vanished")
    keel.press("Calendar", None)
    keel.wait_text("No longer in the list")
    check("agenda-vanished")
    keel.keys("Escape")


def import_several():
    keel.drop(write("one.json", [meeting("Drop One")]), write("two.json", [meeting("Drop Two")]))
    keel.wait_text("(1 of 2)")
    check("import-several")
    keel.press("Import")
    keel.wait_text("1 read, 1 added")
    keel.check_names()
    expect_focus("Next file")
    keel.keys("Return")
    keel.wait_text("(2 of 2)")
    keel.press("Import")
    keel.wait_text("Find meetings")
    keel.press("Done")
    wait_closed("Import a List")
    expect({item["name"] for item in keel.keelctl("lists", "show", "--json")} >= {"One", "Two"}, "both lists are there")


def import_nothing():
    for content, title, picture_name in (("[]", "This list is empty", "import-empty-list"),
                                         ("", "This file is empty", "import-empty-file"),
                                         ("[{", "This file could not be imported", "import-truncated"),
                                         ("{\"a\": 1}", "This file could not be imported", "import-other")):
        open_import(write("nothing.json", content))
        keel.press("Import")
        keel.wait_text(title)
        expect(keel.shows("Nothing was changed"), "it says what is kept")
        expect_focus("Choose another file")
        check(picture_name)
        keel.keys("Escape")
        keel.wait_text("Options of the import")
        escape("Import a List")


def stop_import():
    before = keel.keelctl("lists", "show", "--json")
    large = write("large.json", [meeting(f"Large {i}", day=i % 7, notes="word " * 20) for i in range(120000)])
    for way in ("press", "Escape"):
        open_import(large)
        keel.press("Import")
        keel.wait_text("How much of the file is read")
        expect_focus("Stop")
        keel.wait_text("meetings read")
        if way == "press":
            check("import-progress")
            keel.press("Stop")
        else:
            keel.keys("Escape")
        keel.wait_text("The import was stopped. Nothing has changed.")
        keel.wait_text("Options of the import")
        keel.check_names()
        escape("Import a List")
    expect(keel.keelctl("lists", "show", "--json") == before, "nothing changed")


def remove_list():
    keel.keys("F10")
    keel.press("Lists", Role.MENU_ITEM)
    keel.wait_text("Remove the list One")
    check("lists")
    keel.focus_row("Remove the list One")
    keel.keys("Return")
    keel.wait_text("The list “One” is removed.")
    expect_focus("Undo: keep the list One")
    check("remove")
    keel.keys("Return")
    keel.wait_text("The list “One” stays.")
    keel.press("Remove the list One")
    keel.wait_text("The list “One” is removed.")
    keel.wait(lambda: not keel.shows("Remove the list One"), "its row to change")
    expect(keel.focus() is not None, "the focus is somewhere")
    keel.check_names()
    escape("Lists")


def fail_to_search():
    directory = keel.profile_file("directory.db")
    moved = directory + ".away"
    search_for("anchor")
    keel.wait_text("1 meeting")
    with sqlite3.connect(directory) as database:
        database.execute("ALTER TABLE meeting RENAME TO meeting_away")
    keel.keys("ctrl+a")
    keel.type("pier")
    keel.wait_text("Your lists could not be searched")
    check("find-failed")
    with sqlite3.connect(directory) as database:
        database.execute("ALTER TABLE meeting_away RENAME TO meeting")
    keel.press("Try Again")
    keel.wait_text("Pier Morning")
    assert not os.path.exists(moved)


def fit_narrow():
    keel.resize(360, 640)
    for page in ("Calendar", "Find"):
        keel.press(page, None)
        keel.pause(0.5)
        check("narrow-" + page.lower())
        keel.check_extents()
    show_meeting("Donaudampf")
    keel.pause(0.5)
    check("narrow-details-long")
    keel.check_extents()
    keel.keys("Escape")
    show_meeting("Pier Far")
    keel.pause(0.5)
    check("narrow-details")
    keel.check_extents()
    keel.keys("alt+Left")
    keel.wait(lambda: not keel.shows("Details of the meeting"), "the way back")
    keel.keys("ctrl+n")
    keel.wait_text("Add a Meeting")
    keel.resize(360, 640)
    check("narrow-add")
    keel.check_extents()
    escape("Add a Meeting")
    keel.resize(900, 680)


def fail_to_open():
    keel.stop()
    with sqlite3.connect(keel.profile_file("journal.db")) as database:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute(f"PRAGMA user_version = {version + 1}")
    keel.start()
    keel.wait_text("Your profile could not be opened")
    expect(keel.shows("written by a newer Keel"), "it says why")
    check("failed-newer")
    keel.keys("ctrl+n", "ctrl+o", "ctrl+f")
    expect(len(titles()) == 1, "nothing opens without a profile")
    with sqlite3.connect(keel.profile_file("journal.db")) as database:
        database.execute(f"PRAGMA user_version = {version}")
    keel.press("Try Again")
    keel.wait_text("Quay Run")
    check("opened-again")


def wait_for_another():
    keel.stop()
    database = sqlite3.connect(keel.profile_file("journal.db"), isolation_level=None)
    database.execute("BEGIN EXCLUSIVE")
    keel.start()
    keel.wait_text("Your profile could not be opened", 40)
    expect(keel.shows("Another Keel is writing just now"), "it says why")
    check("failed-busy")
    database.execute("ROLLBACK")
    database.close()
    keel.press("Try Again")
    keel.wait_text("Quay Run")


def tell_reminder_trouble():
    keel.stop()
    keel.stop_reminders()
    with sqlite3.connect(keel.profile_file("journal.db")) as database:
        series = database.execute("SELECT uuid FROM series WHERE deleted_at IS NULL").fetchone()[0]
    with sqlite3.connect(keel.profile_file("reminders.db")) as database:
        database.execute("INSERT INTO event (series, occurrence, start, lead, due, at_us, shown_us, outcome, reason)"
                         " VALUES (?, 29739000, 29739000, 30, 1795000000, 1795000000000000, 0, 'failed', 'no server')", [series])
    keel.start()
    keel.wait_text("could not be shown: nothing on this computer shows notifications")
    check("reminder-trouble")


stand_in_for_browser()
keel = Keel(sys.argv[1], work + "/data")
tap = Tap(keel)
for name, step in (
        ("an empty profile", see_empty),
        ("the menus", see_menus),
        ("about Keel", see_about),
        ("the shortcuts", see_shortcuts),
        ("programs and zones to choose from", see_choosers),
        ("what is wrong is said where it stands", see_problems),
        ("a meeting is added with the keyboard alone", add_by_keyboard),
        ("what was added by hand can be changed", change_by_hand),
        ("an import with a formats file", import_with_formats),
        ("an import with rows left out and codes without a program", import_with_reasons),
        ("searches and filters", see_search),
        ("the details of all kinds of meetings", see_details),
        ("links go to the browser as they are", open_links),
        ("a meeting by appointment can be added", add_by_appointment),
        ("a followed meeting that vanished is told three times", follow_and_lose),
        ("several files dropped on the window", import_several),
        ("nothing to import", import_nothing),
        ("a long import is stopped", stop_import),
        ("a list is removed after a question", remove_list),
        ("a search that fails", fail_to_search),
        ("nothing is wider than a narrow window", fit_narrow),
        ("a profile of a newer Keel", fail_to_open),
        ("a profile that another Keel holds", wait_for_another),
        ("a reminder that could not be shown", tell_reminder_trouble)):
    tap.run(name, run_quietly, step)
keel.stop()
keel.stop_reminders()
tap.end()
