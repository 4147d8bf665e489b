"""Looks for words where they should not be: in the memory of a process, in files, on the screen's server, on the
accessibility bus. Used by test-lock.py."""
import json
import os
import re
import stat
import string
import subprocess
import sys

from window import name_of, text_of

ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
CHUNK = 1 << 22
PAGE = os.sysconf("SC_PAGE_SIZE")
OVERLAP = 1 << 10  # more than any word needs
SHADOW = 1 << 36  # a sanitizer maps terabytes that hold no text

# Another program of the same person, asking for what can be pasted.
SELECTIONS = """
import json, gi
gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
display = Gdk.Display.get_default()
loop = GLib.MainLoop()
found = {}
def got(clipboard, result, name):
    try:
        found[name] = clipboard.read_text_finish(result)
    except GLib.Error:
        found[name] = None
    if len(found) == 2:
        loop.quit()
display.get_primary_clipboard().read_text_async(None, got, "primary")
display.get_clipboard().read_text_async(None, got, "clipboard")
GLib.timeout_add_seconds(10, loop.quit)
loop.run()
print(json.dumps(found))
"""


class Words:
    """Words that begin alike, so that one search finds them all, and with letters of this run alone: what another run
    left in /tmp is not ours. Secrets that nobody could choose are told later."""

    def __init__(self):
        letters = string.ascii_lowercase
        self.stem = "quokka" + "".join(letters[byte % 26] for byte in os.urandom(5))
        self.kinds = set()
        self.forms = []
        self.secrets = {}  # bytes to name

    def make(self, kind):
        self.kinds.add(kind)
        return self.stem + kind

    def _name(self, rest):
        """What stands after it in memory may be another word."""
        return max((kind for kind in self.kinds if rest.startswith(kind)), key=len, default="?" + rest[:8])

    def add_secret(self, name, *forms):
        for form in forms:
            self.forms.append(form.encode())
            for encoding in ENCODINGS:
                self.secrets[form.encode(encoding)] = f"{name}/{encoding}"

    def find(self, data):
        """Name and encoding of each that is there: {"place/utf-8", …}."""
        squeezed = data.translate(None, b"\0")  # in which all encodings look alike
        if self.stem.encode() not in squeezed and not any(form in squeezed for form in self.forms):
            return set()
        found = {name for secret, name in self.secrets.items() if secret in data}
        for encoding in ENCODINGS:
            stem = self.stem.encode(encoding)
            width = len(stem) // len(self.stem)
            at = data.find(stem)
            while at >= 0:
                rest = data[at + len(stem):at + len(stem) + 16 * width].decode(encoding, "replace")
                found.add(f"{self._name(rest)}/{encoding}")
                at = data.find(stem, at + 1)
        return found


def names(found):
    return {name.partition("/")[0] for name in found}


def find_in_chunks(words, read):
    """`read` gives the next bytes, or none. A word across two reads is found as well."""
    found, tail = set(), b""
    while data := read():
        found |= words.find(tail + data)
        tail = data[-OVERLAP:]
    return found


def is_there(pages, start, end):
    """Whether any page was ever touched, and is in memory or swapped out."""
    pages.seek(start // PAGE * 8)
    flags = pages.read((end - start) // PAGE * 8)[7::8]
    return bool(flags) and max(flags) >= 0x40


def find_in_mapping(words, memory, pages, start, end):
    found, tail = set(), b""
    for position in range(start, end, CHUNK):
        size = min(CHUNK, end - position)
        try:
            memory.seek(position)
            data = memory.read(size) if is_there(pages, position, position + size) else b""
        except (OSError, ValueError, OverflowError):  # gone meanwhile, or of a device
            data = b""
        found |= words.find(tail + data)
        tail = data[-OVERLAP:]
    return found


def find_in_memory(words, pid):
    """In all that the process can read. What it never could write, and is a file, is looked at as a file."""
    found = set()
    with open(f"/proc/{pid}/maps", encoding="utf-8", errors="replace") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory, \
            open(f"/proc/{pid}/pagemap", "rb", 0) as pages:
        for line in maps.readlines():
            area = re.match(r"([0-9a-f]+)-([0-9a-f]+) r(.)\S+ \S+ \S+ \S+ *(.*)", line)
            if not area or area.group(4) in ("[vvar]", "[vsyscall]") or (area.group(3) == "-" and area.group(4).startswith("/usr/")):
                continue
            start, end = (int(part, 16) for part in area.groups()[:2])
            if end - start < SHADOW:
                found |= find_in_mapping(words, memory, pages, start, end)
    return found


def find_in_start(words, pid):
    """In what the process was started with."""
    found = set()
    for name in ("cmdline", "environ"):
        with open(f"/proc/{pid}/{name}", "rb") as file:
            found |= words.find(file.read())
    return found


def find_in_file(words, path):
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return set()
        with open(path, "rb") as file:
            return find_in_chunks(words, lambda: file.read(CHUNK))
    except OSError:  # removed while we look
        return set()


def find_in_open_files(words, pid):
    """Also in those that have no name any more."""
    found = set()
    for number in os.listdir(f"/proc/{pid}/fd"):
        found |= find_in_file(words, f"/proc/{pid}/fd/{number}")
    return found


def find_in_files(words, *roots):
    """{path: what is in it}, also in the names of files."""
    found = {}
    for root in roots:
        for folder, folders, files in os.walk(root):
            for name in folders + files:
                path = os.path.join(folder, name)
                here = words.find(os.fsencode(name))
                if name in files and not os.path.islink(path):
                    here |= find_in_file(words, path)
                if here:
                    found[path] = here
    return found


def find_on_screen(words):
    """In the properties of all windows, also of those that are not mapped."""
    tree = subprocess.run(["xwininfo", "-root", "-tree"], capture_output=True, text=True, check=True).stdout
    found = words.find(tree.encode())
    for window in sorted(set(re.findall(r"0x[0-9a-f]+", tree))):
        found |= words.find(subprocess.run(["xprop", "-id", window], capture_output=True, check=False).stdout)
    return found


def read_selections():
    """What could be pasted now: {"primary": text or None, "clipboard": text or None}."""
    answer = subprocess.run([sys.executable, "-c", SELECTIONS], env={**os.environ, "G_DEBUG": ""}, capture_output=True, text=True,
                            timeout=30, check=True)
    return json.loads(answer.stdout)


def find_in_selections(words):
    return words.find(json.dumps(read_selections()).encode())


def hear(node):
    return [name_of(node), text_of(node), node.get_description() or ""]


def everything(nodes):
    """All that the accessibility bus has of a program, shown or not."""
    return [said for node in nodes for said in hear(node) if said]


def find_by_ear(words, nodes):
    """Also in what a listener would not be told."""
    said = []
    for node in nodes:
        said += hear(node) + node.get_rest()
    return words.find("\n".join(said).encode())
