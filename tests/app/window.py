"""Drives the real window over AT-SPI, as a screen reader sees it. Used by the test-*.py beside it."""
import json
import os
import signal
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Role = Atspi.Role
State = Atspi.StateType

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
    try:
        return [child for i in range(node.get_child_count()) if (child := node.get_child_at_index(i))]
    except GLib.Error:
        return []


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def has(node, state):
    try:
        return node.get_state_set().contains(state)
    except GLib.Error:
        return False


def showing(node):
    return has(node, State.VISIBLE)  # GTK 4.8 sets SHOWING on windows only, and leaves out what is hidden


def role_of(node):
    try:
        return node.get_role()
    except GLib.Error:
        return Role.INVALID


def visible(node):
    """Walks what is on the screen: what stands behind something hidden is left out."""
    if node.get_role() != Role.APPLICATION and not showing(node):
        return
    yield node
    for child in children(node):
        yield from visible(child)


def ancestors(node):
    parent = node.get_parent()
    return ancestors(parent) + [parent] if parent and parent.get_role() != Role.APPLICATION else []


def name_of(node):
    try:
        return node.get_name() or ""
    except GLib.Error:
        return ""


def text_of(node):
    try:
        if "Text" in node.get_interfaces():
            return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)) or ""
    except GLib.Error:
        pass
    return ""


def describe(node):
    return f"{role_of(node).value_nick} “{name_of(node) or text_of(node)}”"


class Keel:
    def __init__(self, build, data_dir, *arguments, environment=None):
        self.build = build
        self.data_dir = data_dir
        self.arguments = arguments
        self.environment = {**os.environ, **(environment or {})}
        self.process = None
        self.log = open(os.path.join(os.environ["KEEL_WORK"], "keel.log"), "a+", encoding="utf-8")
        self.start()

    # Programs

    def start(self):
        self.process = subprocess.Popen(
            [f"{self.build}/src/app/keel", "--data-dir", self.data_dir, *self.arguments],
            env=self.environment, stdout=self.log, stderr=self.log)
        self.wait(lambda: self.application() and any(showing(w) for w in children(self.application())), "the window", 30)

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
        status = self.keelctl("reminders", "status", "--json")
        if status.get("running"):
            os.kill(status["pid"], signal.SIGTERM)

    # Looking

    def read_log(self):
        self.log.flush()
        self.log.seek(0)
        return self.log.read()

    def application(self):
        desktop = Atspi.get_desktop(0)
        for app in children(desktop):
            try:
                if app.get_process_id() == self.process.pid:
                    return app
            except GLib.Error:
                continue
        return None

    def wait(self, condition, what, timeout=15):
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            try:
                found = condition()
            except GLib.Error:  # the tree changed while it was read
                found = None
            if found:
                return found
            if self.process.poll() is not None:
                raise Missing(f"keel ended ({self.process.returncode}) while waiting for {what}:\n{self.read_log()}")
            context = GLib.MainContext.default()
            while context.pending():
                context.iteration(False)
            time.sleep(0.05)
        raise Missing(f"not there within {timeout} s: {what}\n" + self.outline())

    def outline(self):
        """What a listener would hear now, short enough for a log."""
        app = self.application()
        if not app:
            return "(no application)"
        lines = []
        for node in self.visible():
            label = name_of(node) or text_of(node)
            if label and not label.startswith(CLASS_NAMES) and role_of(node) != Role.LABEL:
                lines.append(f"  {role_of(node).value_nick}: {label}")
        return "\n".join(lines[-40:])

    def visible(self):
        """Everything that is on the screen now. The tree may change while it is read: then once more."""
        for _ in range(20):
            try:
                app = self.application()
                return list(visible(app)) if app else []
            except GLib.Error:
                time.sleep(0.05)
        return []

    def find(self, name, role=None, timeout=15, exact=True):
        roles = BUTTONS if role in BUTTONS else {role}

        def look():
            for node in self.visible():
                if role is not None and role_of(node) not in roles:
                    continue
                for label in (name_of(node), text_of(node)):
                    if label == name or (not exact and name in label):
                        return node
            return None
        return self.wait(look, f"{role.value_nick if role else 'anything'} “{name}”", timeout)

    def shows(self, text):
        return any(text in name_of(node) or text in text_of(node) for node in self.visible())

    def wait_text(self, text, timeout=15):
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
        found = self.nameless()
        if found:
            raise Missing("without a name: " + "; ".join(found))

    def windows(self):
        app = self.application()
        return [window for window in children(app) if showing(window)] if app else []

    def focus(self):
        """What has the focus in the window in front: the innermost, as a listener is told."""
        found = None
        for node in self.visible():
            if has(node, State.FOCUSED):
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

    def check_extents(self):
        """Nothing reaches over the edges of the window in front."""
        for window in self.windows():
            if not has(window, State.ACTIVE):
                continue
            frame = Atspi.Component.get_extents(window, Atspi.CoordType.WINDOW)
            for node in visible(window):
                if "Component" not in node.get_interfaces():
                    continue
                box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
                if box.width > 0 and (box.x < -1 or box.x + box.width > frame.width + 1):  # a border may stand outside
                    raise Missing(f"{describe(node)} reaches from {box.x} to {box.x + box.width} in {frame.width}")

    # Acting

    def focus_row(self, name, most=40):
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

    def press(self, name, role=Role.PUSH_BUTTON, timeout=15, exact=True):
        node = self.find(name, role, timeout, exact)
        self.wait(lambda: has(node, State.SENSITIVE), f"“{name}” to be usable")
        Atspi.Action.do_action(node, 0)
        return node

    def click(self, node):
        """With the pointer, for rows, which have no action of their own."""
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        window = self.window_id()
        subprocess.run(["xdotool", "mousemove", "--window", window, str(box.x + box.width // 2), str(box.y + box.height // 2),
                        "click", "1"], check=True)

    def window_id(self):
        """The window that has the focus: the dialog in front, if there is one."""
        return self.wait(lambda: subprocess.run(
            ["xdotool", "getactivewindow"], capture_output=True, text=True, check=False).stdout.split(), "an X window")[0]

    def resize(self, width, height):
        subprocess.run(["xdotool", "windowsize", "--sync", self.window_id(), str(width), str(height)], check=False, timeout=10)
        self.pause(0.5)

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

    @staticmethod
    def pointer(*words):
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
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            time.sleep(0.15)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)

    def set_text(self, name, text, timeout=15):
        node = self.find(name, timeout=timeout)
        for candidate in walk(node):
            if "EditableText" in candidate.get_interfaces():
                Atspi.EditableText.set_text_contents(candidate, text)
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
