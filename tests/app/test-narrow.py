#!/usr/bin/env python3
"""A window of 360 px, also with letters twice as large: the header with its five pages, Help now with all that leads on
from it, and the lock page. Nothing reaches over an edge, and nothing keeps the window wider."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from window import Keel, Role, Tap, expect, name_of, role_of  # noqa: E402

BUILD = sys.argv[1]
WORK = os.environ["KEEL_WORK"]
SECRET = "a long quiet harbour"
# With a folder in SHOTS, pictures are taken on the way.
SHOTS = os.environ.get("SHOTS")
PAGES = ["Today", "Meetings", "Worksheets", "Coping", "Progress"]
SAFETY = ["Opioid overdose", "Too much alcohol", "Mixed or unknown overdose", "Cocaine, speed, ecstasy: too hot or too much", "Withdrawal: when it is dangerous",
          "Violence", "Thoughts of suicide", "Methadone and buprenorphine at home", "After a break: the old dose can kill"]
WIDTH = 360

keel = None
tap = Tap()


def picture(name):
    if SHOTS:
        keel.pause(0.6)
        keel.screenshot(f"{SHOTS}/{name}.png")


def letters(percent):
    """As GTK is told by a desktop: of all programs that begin after it."""
    subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", f"Xft.dpi:\t{96 * percent // 100}\n"], check=True)


def start(*arguments, page="today"):
    global keel
    if keel:
        keel.stop()
    keel = Keel(BUILD, WORK + "/data", *arguments, environment={"TZ": "Europe/London"}, page=page)
    tap.keel = keel


def make_narrow():
    keel.wait(keel.takes_keys, "the keyboard")
    keel.resize(WIDTH, 640)
    check_narrow("at first")


def front():
    """The width of the window in front."""
    windows = keel.windows()
    return windows[-1].get_extents().width if windows else 0


def check_narrow(what):
    keel.wait(lambda: 0 < front() <= WIDTH, f"{what} in {WIDTH} px, not {front()}")
    keel.check_extents()


def tabs():
    return [name_of(node) for node in keel.visible() if role_of(node) == Role.PAGE_TAB]


def check_header():
    """What is always there is there at any width, once."""
    keel.wait(lambda: sorted(tabs()) == sorted(PAGES), f"each page once, not {tabs()}")
    for name in ("An Urge", "Help now", "Main Menu"):
        keel.find(name)
    keel.check_names()
    keel.check_extents()


def header():
    start()
    keel.wait(keel.takes_keys, "the keyboard")
    for width in (1200, 700, 560, WIDTH):
        keel.resize(width, 640)
        check_header()
    check_narrow("the window")


def pages():
    """One after the other, with its tab."""
    for number, name in enumerate(PAGES, 1):
        keel.keys(f"alt+{number}")
        keel.settle()
        check_header()
        check_narrow(name)
        picture(f"narrow-{number}")


def large_header():
    """Words that have no room go, and their names stay."""
    letters(200)
    keel.stop()
    path = keel.profile_file("profile.ini")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    expect("\nRegion=\n" in text, "no country is chosen yet")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("\nRegion=\n", "\nRegion=GB\n"))
    start(page="progress")
    make_narrow()
    check_header()
    picture("large-header")


def large_help():
    keel.keys("ctrl+h")
    keel.wait_text("Call 999")
    make_narrow()
    picture("large-help")


def large_safety():
    for name in SAFETY:
        keel.press(name)
        keel.wait_text("Where this is from")
        check_narrow(name)
        picture("large-" + name.split()[0].lower())
        keel.press("Back")
        keel.wait(lambda: not keel.shows("Where this is from"), "all of it again")


def large_lock():
    keel.keys("Escape")
    keel.wait(lambda: not keel.shows("If a life is in danger, call now."), "Help now to be gone")
    keel.stop()
    subprocess.run([f"{BUILD}/src/cli/keelctl", "--data-dir", keel.data_dir, "--passphrase-fd", "0", "profile", "protect"],
                   input=SECRET + "\n", text=True, env=keel.environment, check=True, capture_output=True)
    keel.start()
    keel.wait_text("This profile is locked.")
    make_narrow()
    keel.find("Help now")
    picture("large-lock")
    keel.keys("ctrl+h")
    keel.wait_text("If a life is in danger, call now.")
    make_narrow()


if SHOTS:
    os.makedirs(SHOTS, exist_ok=True)
for title, function in (("the header from wide to narrow", header), ("every page", pages), ("large letters: the header", large_header),
                        ("large letters: Help now", large_help), ("large letters: pages for emergencies", large_safety),
                        ("large letters: the lock page, and Help now over it", large_lock)):
    tap.run(title, function)
keel.stop()
keel.stop_reminders()
tap.end()
