"""What the walks through the real window share: the lists of the profile, how a state is looked at, and the ways there. The window
is there once this is imported. Used by test-walk.py and test-walk-find.py."""
import contextlib
import json
import os
import sys

from window import Keel, Missing, Role, Tap, expect, name_of, role_of, text_of

FIXTURES = os.environ["KEEL_FIXTURES"] + "/feeds"
PICTURES = os.environ.get("KEEL_PICTURES")

work = os.environ["KEEL_WORK"]
opened_links = work + "/opened-links"


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
    for _ in range(5):
        show_find()
        entry = keel.find("Search meetings", Role.ENTRY)
        keel.keys("ctrl+a")
        if words.isascii():
            keel.type(words)
        else:
            keel.set_text("Search meetings", words)
        with contextlib.suppress(Missing):  # the entry alone is asked: fifty rows come with every letter
            return keel.wait(lambda: entry.get_text() == words, f"“{words}” in the search", 30)
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


def walk(steps):
    """Does @steps, of a name and a function each."""
    tap = Tap(keel)
    for name, step in steps:
        tap.run(name, run_quietly, step)
    keel.stop()
    keel.stop_reminders()
    tap.end()


stand_in_for_browser()
keel = Keel(sys.argv[1], work + "/data")
