"""A Keel that is locked and unlocked again and again, quickly: looking at the part of the window that matters takes a tenth
of the time that looking at all of it does. Used by test-lock.py."""
import contextlib
import os
import resource
import subprocess

from window import BUTTONS, Keel, Missing, Role, children, name_of, role_of, text_of, walk

BEFORE_IT_IS_OPEN = {"", "This profile is locked.", "Unlocking…", "Opening your profile…"}


def allow_dumps():
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    with contextlib.suppress(ValueError, OSError):
        most = resource.RLIM_INFINITY
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def by_level(node):
    """From the outside to the inside."""
    nodes = [node]
    while nodes:
        yield from nodes
        nodes = [child for parent in nodes for child in children(parent)]


class LockedKeel(Keel):
    """In a folder of its own, and with leave to dump its memory there."""

    def __init__(self, *arguments, folder, **named):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        super().__init__(*arguments, **named)

    def start(self):
        self.process = subprocess.Popen([f"{self.build}/src/app/keel", "--data-dir", self.data_dir, *self.arguments], cwd=self.folder,
                                        env=self.environment, stdout=self.log, stderr=self.log, preexec_fn=allow_dumps)
        self.wait(self.windows, "the window", 60)

    def read_start(self):
        """What it was started with: another line after it started itself anew."""
        with open(f"/proc/{self.process.pid}/cmdline", encoding="utf-8") as line:
            return line.read().split("\0")[1:-1]

    def started_anew(self):
        with contextlib.suppress(OSError):
            return "--locked" in self.read_start() or "--hidden" in self.read_start()
        return False

    # Parts of the window

    def titles(self):
        return [name_of(window) for window in self.windows()]

    def read_status(self, title="Keel"):
        for window in self.windows():
            if name_of(window) == title:
                return next((name_of(node) for node in by_level(window) if role_of(node) == Role.STATUS_BAR), "")
        return ""

    def find_in(self, title, matches):
        for window in self.windows():
            if name_of(window) == title:
                return next((node for node in walk(window) if matches(node)), None)
        return None

    # The form of a meeting

    def open_form(self):
        if "Add a Meeting" not in self.titles():
            self.keys("ctrl+n")
            self.wait(lambda: "Add a Meeting" in self.titles(), "the dialog")

    def write_row(self, name, text):
        row = self.wait(lambda: self.find_in("Add a Meeting", lambda node: name_of(node) == name), name)
        entry = next(node for node in walk(row) if {"EditableText", "Text"} <= node.interfaces)
        entry.set_text(text)
        self.wait(lambda: text_of(entry) == text, f"“{text}” in {name}")

    def press_add(self):
        self.find_in("Add a Meeting", lambda node: name_of(node) == "Add" and role_of(node) in BUTTONS).act()

    # The lock page

    def focus_in_entry(self):
        focus = self.focus()
        line = self.line_of(focus) if focus else []
        return any(name_of(node) in ("Passphrase", "Recovery code") for node in line) and self.takes_keys()

    def wait_locked(self, name="Sam"):
        self.wait(lambda: any(name_of(node) == "Unlock" for node in self.visible()) and self.shows(name), f"the lock page of {name}", 30)
        self.wait(self.focus_in_entry, "the focus in the entry")

    def count_typed(self):
        line = self.line_of(self.focus()) if self.focus() else []
        return max((len(text_of(node)) for node in line if "EditableText" in node.interfaces), default=0)

    def enter(self, secret):
        """With the keyboard; what is typed may take a while to arrive."""
        self.wait(self.focus_in_entry, "the focus in the entry")
        self.type(secret)
        try:
            self.wait(lambda: self.count_typed() == len(secret), "what was typed", 10)
        except Missing as error:
            raise Missing(f"{self.count_typed()} of {len(secret)} characters; the focus is on {self.describe_focus()}") from error
        self.keys("Return")

    def unlock(self, secret, name="Sam"):
        self.wait_locked(name)
        self.enter(secret)
        self.wait(lambda: self.read_status() not in BEFORE_IT_IS_OPEN, "the profile to open", 30)
