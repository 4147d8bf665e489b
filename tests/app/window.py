"""Drives the real window over AT-SPI, as a screen reader sees it. Used by the test-*.py beside it."""
import contextlib
import glob
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

from gi.repository import GLib

from accessible import ROOT, Bus, Role, State, Tree

# What a person can act on: each of these needs a name.
ACTIONABLE = {
    Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.ENTRY, Role.TEXT,
    Role.PASSWORD_TEXT, Role.COMBO_BOX, Role.SPIN_BUTTON, Role.SLIDER, Role.LINK, Role.MENU_ITEM,
    Role.CHECK_MENU_ITEM, Role.RADIO_MENU_ITEM, Role.LIST_ITEM, Role.PAGE_TAB,
}


# What is pressed, whether or not it stays down: Keel's toggle buttons are heard as check boxes or radio buttons.
BUTTONS = {Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON}

# What GTK calls a widget that nobody has named.
CLASS_NAMES = ("Gtk", "Adw", "Keel", "Gdk")


class Missing(AssertionError):
    """Something that should be in the window is not."""


def children(node):
    return node.children()


def walk(node):
    """All below it, also what is hidden: of a window that was read for that."""
    yield node
    for child in children(node):
        yield from walk(child)


def visible(node):
    """Walks what is on the screen: what stands behind something hidden is left out."""
    if node.said(State.VISIBLE):  # GTK 4.8 sets SHOWING on windows only, and leaves out what is hidden
        yield node
        try:
            below = children(node)
        except GLib.Error:  # gone since it was read
            return
        for child in below:
            yield from visible(child)


def has(node, state):
    try:
        return node.has(state)
    except GLib.Error:
        return False


def role_of(node):
    return node.role


def ancestors(node):
    parent = node.get_parent()
    return ancestors(parent) + [parent] if parent else []


def name_of(node):
    try:
        return node.get_name()
    except GLib.Error:
        return ""


def text_of(node):
    try:
        return node.get_text()
    except GLib.Error:
        return ""


def says(node, matches):
    """A label's text is its name, unless it has another."""
    name = name_of(node)
    return matches(name) or (role_of(node) != Role.LABEL or not name) and matches(text_of(node))


def describe(node):
    return f"{role_of(node).value_nick} “{name_of(node) or text_of(node)}”"


def expect(condition, what):
    """What has to be so at once. The failure tells what the window says."""
    if not condition:
        raise Missing(what + "\n" + (Keel.latest.outline() if Keel.latest else ""))


class Keel:
    latest = None  # the one that was made last

    def __init__(self, build, data_dir, *arguments, environment=None, page="meetings"):
        """@page: the one that it opens with; None: as it does for a person, with the welcome for whoever is new."""
        self.build = build
        self.data_dir = data_dir
        self.arguments = (*(("--page", page) if page else ()), *arguments)
        self.environment = {**os.environ, **(environment or {})}
        self.process = None
        self.bus = Bus()
        self.program = None  # its name on the bus
        self.tree = None
        Keel.latest = self
        self.log = open(os.path.join(os.environ["KEEL_WORK"], "keel.log"), "a+", encoding="utf-8")
        self.start()

    # Programs

    def start(self):
        self.program = None
        self.process = subprocess.Popen(
            [f"{self.build}/src/app/keel", "--data-dir", self.data_dir, *self.arguments],
            env=self.environment, stdout=self.log, stderr=self.log)
        self.wait(self.windows, "the window", 60)

    def stop(self):
        """Asks the window to close, as a window manager does."""
        if self.process.poll() is None:
            self.keys("alt+F4")
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.terminate()
                self.process.wait(10)
        return self.process.returncode

    def keelctl(self, *arguments):
        answer = subprocess.run([f"{self.build}/src/cli/keelctl", "--data-dir", self.data_dir, *arguments],
                                env=self.environment, capture_output=True, text=True, check=True)
        return json.loads(answer.stdout) if "--json" in arguments else answer.stdout

    def stop_reminders(self):
        """Found by how it was called, since a profile with a passphrase does not tell."""
        for folder in glob.glob("/proc/[0-9]*"):
            try:
                with open(folder + "/cmdline", "rb") as file:
                    words = file.read().decode(errors="replace").split("\0")
            except OSError:  # it ended meanwhile
                continue
            if words[0].endswith("/keel-reminders") and self.data_dir in words:
                os.kill(int(os.path.basename(folder)), signal.SIGTERM)

    # Looking

    def read_log(self):
        self.log.flush()
        self.log.seek(0)
        return self.log.read()

    def read(self, hidden=False):
        """What there is now; None while the program has not come to the bus."""
        for _ in range(2):  # it may have started itself anew, under another name
            program = self.find_program()
            try:
                return Tree(self.bus, program, hidden) if program else None
            except GLib.Error:
                self.program = None
        return None

    def find_program(self):
        if not self.program:
            for program in self.bus.programs():
                with contextlib.suppress(GLib.Error):
                    if self.bus.process_of(program) == self.process.pid:
                        self.program = program
        return self.program

    def everything(self):
        """All that the accessibility bus has of this program's windows, shown or not."""
        tree = self.read(hidden=True)
        return list(tree.walk(hidden=True)) if tree else []

    def wait(self, condition, what, timeout=60):
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            looked = time.monotonic()
            try:
                self.bus.turn += 1  # looks anew
                found = condition()
            except GLib.Error:  # the tree changed while it was read
                found = None
            if found:
                return found
            if self.process.poll() is not None:
                raise Missing(f"keel ended ({self.process.returncode}) while waiting for {what}:\n{self.read_log()}")
            time.sleep(max(0.05, (time.monotonic() - looked) / 2))  # to be read takes the program's time, too
        raise Missing(f"not there within {timeout} s: {what}\n" + self.outline())

    def outline(self):
        """What a listener would hear now, short enough for a log."""
        lines = []
        for node in self.visible():
            label = name_of(node) or text_of(node)
            if label and not label.startswith(CLASS_NAMES) and role_of(node) != Role.LABEL:
                lines.append(f"  {role_of(node).value_nick}: {label}")
        return "\n".join(lines[-40:])

    def visible(self, front_first=False):
        """Everything that is on the screen now."""
        if not self.tree or not self.tree.is_fresh():
            self.tree = self.read()
        return list(self.tree.walk(front_first=front_first)) if self.tree else []

    def find(self, name, role=None, timeout=60, exact=True):
        """What a dialog has in front of the window is found before what the window has behind it."""
        roles = BUTTONS if role in BUTTONS else {role}

        def look():
            for node in self.visible(front_first=True):
                if role is not None and role_of(node) not in roles:
                    continue
                if says(node, lambda label: label == name or (not exact and name in label)):
                    return node
            return None
        return self.wait(look, f"{role.value_nick if role else 'anything'} “{name}”", timeout)

    def shows(self, text):
        return any(says(node, lambda label: text in label) for node in self.visible())

    def wait_text(self, text, timeout=60):
        return self.wait(lambda: self.shows(text), f"the words “{text}”", timeout)

    def nameless(self):
        """What a person can act on and a listener would not know by its name."""
        found = []
        for node in self.visible():
            name = name_of(node)
            if role_of(node) in ACTIONABLE and (not name or name.startswith(CLASS_NAMES + ("_",))):
                found.append(describe(node) + " in " + " / ".join(filter(None, map(name_of, ancestors(node)))))
        return found

    def check_names(self):
        """A button on its way out of a closing dialog loses its name before it goes: what stays nameless counts."""
        try:
            self.wait(lambda: not self.nameless(), "a name for all that can be acted on", 10)
        except Missing:
            found = self.nameless()
            if found:
                raise Missing("without a name: " + "; ".join(found)) from None

    def windows(self):
        tree = self.read()
        return [window for window in tree.windows() if window.said(State.VISIBLE)] if tree else []

    def focus(self):
        """What has the focus in the window in front: the innermost, as a listener is told."""
        found = None
        for node in self.visible():
            if node.said(State.FOCUSED):
                found = node
        return found

    def takes_keys(self):
        """Whether keys go to this program: its windows say that they are active a moment before that is so."""
        answer = subprocess.run(["xdotool", "getwindowfocus", "getwindowpid"], capture_output=True, text=True, check=False)
        return answer.stdout.split()[-1:] == [str(self.process.pid)]

    @staticmethod
    def line_of(node):
        return [node] + ancestors(node)

    def describe_focus(self):
        focus = self.focus()
        return " in ".join(name_of(node) or text_of(node) or "…" for node in self.line_of(focus)[:2]) if focus else "nothing"

    def profile_file(self, name):
        profiles = os.path.join(self.data_dir, "profiles")
        return os.path.join(profiles, sorted(os.listdir(profiles))[0], name)

    def read_journal(self, query, *values):
        with sqlite3.connect(self.profile_file("journal.db"), timeout=15) as database:
            return database.execute(query, values).fetchall()

    def wait_journal(self, query, wanted, what):
        self.wait(lambda: self.read_journal(query) == wanted, f"{what}: {wanted}, not {self.read_journal(query)}")

    def check_extents(self):
        """Nothing reaches over the edges of the window in front, once all has found its place."""
        try:
            self.wait(lambda: not self.reaching_out(), "all to be in the window", 10)
        except Missing:
            found = self.reaching_out()
            if found:
                raise Missing("; ".join(found)) from None

    def reaching_out(self):
        found = []
        for window in self.windows():
            if not window.said(State.ACTIVE):
                continue
            frame = window.get_extents()
            for node in visible(window):
                if "Component" not in node.interfaces:
                    continue
                try:
                    box = node.get_extents()
                except GLib.Error:  # gone since it was read
                    continue
                if box.width > 0 and (box.x < -1 or box.x + box.width > frame.width + 1):  # a border may stand outside
                    found.append(f"{describe(node)} reaches from {box.x} to {box.x + box.width} in {frame.width}")
        return found

    # Acting

    def focus_row(self, name, most=60):
        """With Tab, as a person does."""
        for _ in range(most):
            focus = self.focus()
            if focus and name in map(name_of, [focus] + ancestors(focus)[-1:]):
                return focus
            self.keys("Tab")
        raise Missing(f"Tab does not lead to “{name}”; the focus is on {self.describe_focus()}")

    @staticmethod
    def pause(seconds):
        """Only where nothing tells when the window is ready: a dialog that has just been mapped."""
        time.sleep(seconds)

    def press(self, name, role=Role.PUSH_BUTTON, timeout=60, exact=True):
        node = self.find(name, role, timeout, exact)
        self.wait(lambda: has(node, State.SENSITIVE), f"“{name}” to be usable")
        node.act()
        return node

    def come_back(self):
        """From something harmless. Keel starts itself anew behind that window: what is pressed in that moment is lost."""
        for _ in range(3):
            with contextlib.suppress(Missing, GLib.Error):
                self.press("Back", timeout=20)
                return self.wait(lambda: any(name_of(window) != "Calendar" for window in self.windows()), "another window", 15)
        raise Missing("“Back” does not lead back\n" + self.outline())

    def click(self, node):
        """With the pointer, for rows, which have no action of their own."""
        box = node.get_extents()
        window = self.window_id()
        self.bus.turn += 1
        subprocess.run(["xdotool", "mousemove", "--window", window, str(box.x + box.width // 2), str(box.y + box.height // 2),
                        "click", "1"], check=True)

    def window_id(self):
        """The window that has the focus: the dialog in front, if there is one."""
        return self.wait(lambda: subprocess.run(
            ["xdotool", "getactivewindow"], capture_output=True, text=True, check=False).stdout.split(), "an X window")[0]

    def resize(self, width, height):
        before = self.sizes()
        subprocess.run(["xdotool", "windowsize", "--sync", self.window_id(), str(width), str(height)], check=False, timeout=10)
        with contextlib.suppress(Missing):  # it may have had that size before
            self.wait(lambda: self.sizes() != before, "another size", 2)
        self.settle()

    def sizes(self):
        boxes = [window.get_extents() for window in self.windows()]
        return [(box.width, box.height) for box in boxes]

    def drop(self, *paths):
        """Drags files onto the window, out of another program's."""
        source = subprocess.Popen([sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "drag-files.py"), *paths],
                                  env={**self.environment, "G_DEBUG": ""}, stdout=subprocess.PIPE, text=True)
        try:
            source.stdout.readline()
            target = self.geometry(self.find_window("Keel"))
            start = self.geometry(self.find_window("Files to drag"))
            self.pointer("mousemove", start[0] + start[2] // 2, start[1] + start[3] // 2)
            self.pointer("mousedown", 1)
            for step in range(1, 21):
                x = start[0] + start[2] // 2 + (target[0] + target[2] // 2 - start[0] - start[2] // 2) * step // 20
                y = start[1] + start[3] // 2 + (target[1] + target[3] // 2 - start[1] - start[3] // 2) * step // 20
                self.pointer("mousemove", x, y)
                self.pause(0.03)
            self.pause(0.5)
            self.pointer("mouseup", 1)
            self.pause(0.5)
        finally:
            source.terminate()
            source.wait(5)

    def pointer(self, *words):
        self.bus.turn += 1
        subprocess.run(["xdotool", *map(str, words)], check=True)

    def find_window(self, title):
        return self.wait(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"], capture_output=True,
                                                text=True, check=False).stdout.split(), f"the X window “{title}”")[-1]

    @staticmethod
    def geometry(window):
        lines = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True, check=True).stdout
        values = dict(line.split("=") for line in lines.split())
        return [int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT")]

    def keys(self, *keys):
        for key in keys:
            self.bus.turn += 1
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            time.sleep(0.03)
            self.settle()

    def type(self, text):
        self.bus.turn += 1
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)
        self.settle()

    def settle(self):
        """Until the program has taken what was sent to it: what it is asked after that is answered after that. One that
        has just ended answers nothing."""
        program = self.find_program()
        with contextlib.suppress(GLib.Error):
            for _ in range(2 if program else 0):
                self.bus.call(program, ROOT, "org.a11y.atspi.Accessible", "GetRole")

    def set_text(self, name, text, timeout=60):
        node = self.find(name, timeout=timeout)
        for candidate in walk(node):
            if "EditableText" in candidate.interfaces:
                candidate.set_text(text)
                return candidate
        raise Missing(f"“{name}” takes no text")

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", path], check=False)


class Tap:
    """Prints one line a test, as meson reads it. Each step stands on the one before: after a failure the
    others are not tried."""

    def __init__(self, keel=None):
        self.keel = keel
        self.count = self.failures = 0

    def run(self, name, function, *arguments):
        self.count += 1
        if self.failures:
            print(f"not ok {self.count} - {name}\n# not tried, since an earlier step failed")
            return
        try:
            function(*arguments)
            print(f"ok {self.count} - {name}", flush=True)
        except Exception as error:  # a test that breaks is a test that fails
            self.failures += 1
            print(f"not ok {self.count} - {name}")
            for line in f"{type(error).__name__}: {error}".splitlines():
                print(f"# {line}")
            if self.keel and os.environ.get("KEEL_FAILURE_PICTURE"):
                self.keel.screenshot(os.environ["KEEL_FAILURE_PICTURE"])
            sys.stdout.flush()

    def end(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failures else 0)
