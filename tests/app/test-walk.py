#!/usr/bin/env python3
"""Every page, dialog and state of the real window from an empty profile to its first lists, read as a screen reader reads it: what a
person can act on has a name, Escape leads back, and the focus is somewhere sensible afterwards."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from walking import (FIXTURES, PIER, check, choose_formats, escape, expect_focus, import_file, keel, meeting,  # noqa: E402
                     open_import, titles, wait_closed, walk, write)
from window import Role, State, expect, has  # noqa: E402


def see_empty():
    keel.wait_text("No meetings yet")
    check("empty")
    expect_focus("Add a Meeting I Know")
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
    keel.focus_row("Add a Meeting I Know")
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
    keel.keys("Right")
    if has(keel.focus(), State.CHECKED):  # today's weekday is suggested: to press it takes it away
        keel.keys("Right")
    keel.keys("space")
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
    keel.wait_text("Change Reminders")
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
    keel.focus_row("Change Reminders", 60)
    keel.keys("Return")
    keel.wait_text("When do you want to be reminded?")
    check("reminders")
    keel.set_text("Other times, in minutes before", "never")
    keel.press("Save")
    keel.wait_text("Write numbers of minutes")
    check("reminders-problem")
    escape("Reminders")
    expect_focus("Change Reminders")
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("Change Reminders"), "the details to close")
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
    keel.press("Show Why", None)
    keel.wait_text("Rows that were left out")
    expect(keel.shows("Row 9") and keel.shows("Row 10: Pier Odd Day"), "each with its row")
    check("import-why")
    keel.press("Hide Why", None)
    keel.wait(lambda: not keel.shows("Row 9"), "the reasons to go")
    keel.press("Choose the Program")
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
    keel.press("Find Meetings")
    wait_closed("Import a List")
    keel.wait_text("Search meetings")
    expect_focus("Search meetings")
    check("find")


def import_several():
    keel.drop(write("one.json", [meeting("Drop One")]), write("two.json", [meeting("Drop Two")]))
    keel.wait_text("(1 of 2)")
    check("import-several")
    keel.press("Import")
    keel.wait_text("1 read, 1 added")
    keel.check_names()
    expect_focus("Next File")
    keel.keys("Return")
    keel.wait_text("(2 of 2)")
    keel.press("Import")
    keel.wait_text("Find Meetings")
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
        expect_focus("Choose Another File")
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


walk((
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
    ("several files dropped on the window", import_several),
    ("nothing to import", import_nothing),
    ("a long import is stopped", stop_import),
    ("a list is removed after a question", remove_list)))
