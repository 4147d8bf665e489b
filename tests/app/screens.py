"""Pictures of the pages of Keel, of a made-up year: light, dark, 360 pixels wide, right to left, and with letters of
twice the size. What cannot be shown is said, and the others go on.
usage: screens.py BUILD OUT [--only PATTERN] [MODE…]"""
import argparse
import contextlib
import fnmatch
import os
import shutil
import subprocess
import sys
import time

from gi.repository import Gio, GLib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "content"))

from pseudo import RIGHT_TO_LEFT, disguise  # noqa: E402
from window import Keel, Missing, Role  # noqa: E402

WIDE, NARROW, HEIGHT = 1080, 360, 800
MODES = ("light", "dark", "narrow", "rtl", "large")


class Picture:
    """One picture: which demo, which page behind it, and how one gets there."""

    def __init__(self, name, kind="member", page="today", action=None, word=None, menu=None, keys=()):
        self.name, self.kind, self.page = name, kind, page
        self.action, self.word, self.menu, self.keys = action, word, menu, keys


def act(name, action, word=None, kind="member"):
    return Picture(name, kind, action=action, word=word)


def pages(kind, names):
    return [Picture(f"{kind}-{name}", kind, page=name) for name in names]


PICTURES = [
    Picture("first-start", "empty", page=None),
    *pages("empty", ["today", "meetings", "worksheets", "progress"]),
    *pages("member", ["today", "meetings", "worksheets", "coping", "progress"]),
    *pages("family", ["today", "meetings", "worksheets", "coping", "family"]),
    *pages("both", ["today", "family"]),
    act("family-progress", "days", kind="family"),
    act("family-help-now", "help-now", kind="family"),
    act("family-check-in", "check-in", kind="family"),
    act("family-hard-moment", "urge", kind="family"),
    act("family-worksheet", "open-worksheet", "w36", "family"),
    act("family-card", "open-strategy", "c75", "family"),
    act("family-entry", "open-entry", "w37", "family"),
    act("family-reading", "reading", "stepping-back", "family"),
    act("help-now", "help-now"),
    act("urge", "urge"),
    act("urge-log", "urge-log"),
    act("check-in", "check-in"),
    act("days", "days"),
    act("lapse", "lapse"),
    act("journal", "journal"),
    act("people", "people"),
    act("person", "person", "person"),
    act("together", "together"),
    act("plans", "plans"),
    act("care", "care"),
    act("reasons", "reasons"),
    act("summary", "summary"),
    act("involvement", "involvement"),
    act("worksheet", "open-worksheet", "w11"),
    act("worksheet-table", "open-worksheet", "w14"),
    act("entry", "open-entry", "w30"),
    act("entry-wheel", "open-entry", "w14"),
    act("card", "open-strategy", "c01"),
    act("card-running", "run-strategy", "c31"),
    act("shortcuts", "shortcuts"),
    act("about", "about"),
    act("new-profile", "new-profile"),
    Picture("preferences", keys=("ctrl+comma",)),
    Picture("add-meeting", page="meetings", keys=("ctrl+n",)),
    Picture("find", page="meetings", keys=("ctrl+f",)),
    Picture("lists", menu="_Lists"),
    Picture("places", menu="_Where to Find Meetings"),
    Picture("programs", menu="Pro_grams"),
    Picture("record", menu="_What I Went To"),
    Picture("reminders", menu="_Reminders…"),
    Picture("export", menu="_Export…"),
]


class Gallery:
    def __init__(self, build, out, mode):
        self.build, self.out, self.mode = build, os.path.join(out, mode), mode
        self.data = os.path.join(os.environ["KEEL_WORK"], "data-" + mode)
        self.ids = {}
        self.failed = []
        os.makedirs(self.out, exist_ok=True)
        self.prepare()

    # What there is to show

    def environment(self):
        scheme = "prefer-dark" if self.mode == "dark" else "prefer-light"
        language = {"LANGUAGE": "ar_XA"} if self.mode == "rtl" else {}
        return {**os.environ, "ADW_DEBUG_COLOR_SCHEME": scheme, **language}

    def keelctl(self, folder, *words):
        answer = subprocess.run([f"{self.build}/src/cli/keelctl", "--data-dir", folder, *words], env=self.environment(),
                                capture_output=True, text=True, check=True)
        return answer.stdout

    def prepare(self):
        if self.mode == "rtl":
            subprocess.run(["sh", os.path.join(HERE, "..", "content", "make-pseudo.sh"), f"{self.build}/po", "ar_XA"], check=True)
        for kind in ("member", "family", "both"):
            self.keelctl(self.folder(kind), "demo", "create", "--pages", kind)
        letters(200 if self.mode == "large" else 100)

    def close(self):
        letters(100)
        if self.mode == "rtl":
            shutil.rmtree(f"{self.build}/po/ar_XA", ignore_errors=True)

    def folder(self, kind):
        return f"{self.data}-{kind}"

    def words(self, english):
        return disguise(english, RIGHT_TO_LEFT) if self.mode == "rtl" else english

    # One kind after the other, each page in a window of its own

    def take_all(self, pictures):
        for picture in pictures:
            try:
                self.take(picture)
                print(f"{self.mode}/{picture.name}.png", flush=True)
            except (Missing, GLib.Error, OSError) as error:
                self.failed.append(f"{self.mode}/{picture.name}: {str(error).splitlines()[0]}")
                print(f"not taken: {self.failed[-1]}", flush=True)

    def take(self, picture):
        if picture.kind == "empty":
            shutil.rmtree(self.folder("empty"), ignore_errors=True)
        keel = Keel(self.build, self.folder(picture.kind), environment=self.environment(), page=picture.page)
        try:
            self.settle(keel)
            self.place(keel)
            before = len(keel.windows())
            if self.lead(keel, picture):
                with contextlib.suppress(Missing):  # some of them are a page of the window
                    keel.wait(lambda: len(keel.windows()) > before, "another window", 3)
            if self.mode == "narrow" and len(keel.windows()) > before:
                self.place(keel)
            self.settle(keel)
            path = os.path.join(self.out, picture.name + ".png")
            keel.screenshot(path)
            subprocess.run(["mogrify", "-trim", "+repage", path], check=False)  # the empty screen around it
        finally:
            keel.process.kill()
            keel.process.wait(10)
            keel.stop_reminders()

    def place(self, keel):
        keel.resize(NARROW if self.mode == "narrow" else WIDE, HEIGHT)
        subprocess.run(["xdotool", "windowmove", keel.window_id(), "10", "20"], check=False)

    def lead(self, keel, picture):
        if picture.action:
            self.activate(keel, picture)
        if picture.menu:
            keel.wait(keel.takes_keys, "the keyboard", 20)
            keel.keys("F10")
            keel.press(self.words(picture.menu).replace("_", ""), Role.MENU_ITEM, 20)
        if picture.keys:
            keel.wait(keel.takes_keys, "the keyboard", 20)
            keel.keys(*picture.keys)
        return picture.action or picture.menu or picture.keys

    def find_word(self, keel, picture):
        """What is asked for by its UUID is found by what it is."""
        if picture.action == "person":
            return keel.read_journal("SELECT uuid FROM person ORDER BY id LIMIT 1")[0][0]
        if picture.action == "open-entry":
            return keel.read_journal("SELECT uuid FROM entry WHERE worksheet = ? LIMIT 1", picture.word)[0][0]
        return picture.word

    def activate(self, keel, picture):
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        names = bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames", None, None,
                              Gio.DBusCallFlags.NONE, 5000).unpack()[0]
        for name in names:
            if name.startswith("app.keel.Keel") and "Reminders" not in name:
                break
        else:
            raise Missing("no Keel on the bus")
        word = self.find_word(keel, picture)
        path = "/" + name.replace(".", "/")
        parameter = [GLib.Variant("s", word)] if word else []
        bus.call_sync(name, path, "org.gtk.Actions", "Activate", GLib.Variant("(sava{sv})", (picture.action, parameter, {})), None,
                      Gio.DBusCallFlags.NONE, 10000)

    @staticmethod
    def settle(keel):
        """Until what is on the screen stays as it is."""
        before, same = None, 0
        for _ in range(40):
            now = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], capture_output=True, check=False).stdout
            same = same + 1 if now and now == before else 0
            if same == 2:
                return
            before = now
            time.sleep(0.4)


def letters(percent):
    subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", f"Xft.dpi:\t{96 * percent // 100}\n"],
                   check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("out")
    parser.add_argument("modes", nargs="*", metavar="MODE")
    parser.add_argument("--only", default="*")
    wanted = parser.parse_intermixed_args()
    failed = []
    for mode in wanted.modes or MODES:
        if mode not in MODES:
            parser.error(f"{mode} is none of {', '.join(MODES)}")
        try:
            gallery = Gallery(os.path.abspath(wanted.build), wanted.out, mode)
        except subprocess.CalledProcessError as error:  # no words from right to left, or no demo
            failed.append(mode)
            print(f"not taken: {mode}: {error}", flush=True)
            continue
        try:
            gallery.take_all([picture for picture in PICTURES if fnmatch.fnmatch(picture.name, wanted.only)])
        finally:
            gallery.close()
        failed += gallery.failed
    print(f"The pictures are in {wanted.out}.")
    sys.exit(1 if failed else 0)


main()
