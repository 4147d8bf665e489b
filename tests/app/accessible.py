"""What a program tells a screen reader, read in one piece.

AT-SPI's own library asks the program for every name, state and child by itself, and a window has hundreds. Here one
call (org.a11y.atspi.Cache.GetItems) brings the whole tree. GTK makes a part of the tree only when somebody asks for its
children, so what is missing is asked for first."""
import collections
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

Role = Atspi.Role
State = Atspi.StateType

ROOT = "/org/a11y/atspi/accessible/root"
NOBODY = "/org/a11y/atspi/null"
Box = collections.namedtuple("Box", "x y width height")

MOMENT = 1  # seconds: for so long counts what was read, unless something was done


class Bus:
    """The connection to the accessibility bus."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.turn = 0  # goes up with everything that is done

    def ask(self, program, path, interface, method, arguments=None):
        return self.connection.call_sync(program, path, interface, method, arguments, None, 0, 10000, None)

    def call(self, *what):
        return self.ask(*what).unpack()

    def call_all(self, calls):
        """The answers to all, in order: none waits for the one before."""
        answers = [None] * len(calls)
        left = len(calls)

        def answered(connection, result, place):
            nonlocal left
            left -= 1
            try:
                answers[place] = connection.call_finish(result).unpack()
            except GLib.Error as error:
                answers[place] = error

        for place, (program, path, interface, method) in enumerate(calls):
            self.connection.call(program, path, interface, method, None, None, 0, 10000, None, answered, place)
        while left:
            GLib.MainContext.default().iteration(True)
        for answer in answers:
            if isinstance(answer, GLib.Error):
                raise answer
        return answers

    def programs(self):
        return [program for program, _ in self.call("org.a11y.atspi.Registry", ROOT, "org.a11y.atspi.Accessible", "GetChildren")[0]]

    def process_of(self, program):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                         GLib.Variant("(s)", (program,)))[0]


class Tree:
    """All that one program had to tell at one moment."""

    def __init__(self, bus, program, hidden=False):
        self.bus, self.program = bus, program
        for _ in range(10):
            self.read()
            if self.arrange(hidden):
                self.at = time.monotonic()  # on a slow machine the moment is over before all is read, else
                return
        raise GLib.Error("the tree does not come to rest")

    def read(self):
        self.turn, self.at = self.bus.turn, time.monotonic()
        items = self.bus.ask(self.program, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems").get_child_value(0)
        self.nodes = {}
        for place in range(items.n_children()):
            item = items.get_child_value(place)
            self.nodes[item.get_child_value(0).get_child_value(1).get_string()] = Node(self, item)
        self.inside = {}

    def arrange(self, hidden):
        """Who is in whom, level by level. FALSE if somebody is there who was not read. The parents that were read do not
        tell: GTK goes on counting the pages of a stack that are not shown, and closed menus."""
        known = True
        level = [ROOT]
        while level:
            found = self.bus.call_all([(self.program, path, "org.a11y.atspi.Accessible", "GetChildren") for path in level])
            below = []
            for path, (children,) in zip(level, found):
                paths = [child for program, child in children if program == self.program and child != NOBODY]
                known = known and all(child in self.nodes for child in paths)
                self.inside[path] = [self.nodes[child] for child in paths if child in self.nodes]
                below += [child for child in paths if self.may_have_children(child, hidden)]
            level = below
        return known

    def may_have_children(self, path, hidden):
        node = self.nodes.get(path)
        return not node or node.count > 0 and (hidden or node.said(State.VISIBLE))

    def is_fresh(self):
        return self.turn == self.bus.turn and time.monotonic() - self.at < MOMENT

    def windows(self):
        return self.inside.get(ROOT, [])

    def walk(self, hidden=False, front_first=False):
        """Every node in order, with those behind something hidden if @hidden. The newest window comes last, or @front_first."""
        waiting = self.windows()[::1 if front_first else -1]
        while waiting:
            node = waiting.pop()
            if hidden or node.said(State.VISIBLE):
                yield node
                waiting += self.inside.get(node.path, [])[::-1]


class Node:
    """One thing in the window. It answers from its tree for a moment and asks anew after that."""

    def __init__(self, tree, item):
        self.tree = tree
        self.item = item

    def __getattr__(self, name):
        """To unpack all that was read takes longer than to read it, and most of it is not on the screen."""
        item = self.__dict__.get("item")
        if item is None:
            raise AttributeError(name)
        self.item = None
        (_, self.path), _, (_, self.parent), _, self.count, interfaces, self.name, role, self.description, states = item.unpack()
        self.interfaces = {interface.rsplit(".", 1)[-1] for interface in interfaces}
        self.role = Role(role)
        self.states = states[0] | states[1] << 32
        return getattr(self, name)

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path and self.tree.program == other.tree.program

    def __hash__(self):
        return hash(self.path)

    def call(self, interface, method, arguments=None):
        return self.tree.bus.call(self.tree.program, self.path, "org.a11y.atspi." + interface, method, arguments)

    def get(self, prop, interface="Accessible"):
        return self.tree.bus.call(self.tree.program, self.path, "org.freedesktop.DBus.Properties", "Get",
                                  GLib.Variant("(ss)", ("org.a11y.atspi." + interface, prop)))[0]

    # As it was when the tree was read

    def said(self, state):
        return bool(self.states >> int(state) & 1)

    def children(self):
        return self.tree.inside.get(self.path, [])

    # As it is now

    def get_name(self):
        return self.name if self.tree.is_fresh() else self.get("Name")

    def get_description(self):
        return self.description if self.tree.is_fresh() else self.get("Description")

    def has(self, state):
        if not self.tree.is_fresh():
            low, high = self.call("Accessible", "GetState")[0]
            self.states = low | high << 32
        return self.said(state)

    def get_text(self):
        if "Text" not in self.interfaces:
            return ""
        length = self.get("CharacterCount", "Text")  # an entry of GTK 4.8 does not know “to the end”
        return self.call("Text", "GetText", GLib.Variant("(ii)", (0, length)))[0]

    def get_rest(self):
        """What a listener is not told."""
        relations = self.call("Accessible", "GetRelationSet")[0]
        related = [node.get_name() for _, targets in relations for _, path in targets if (node := self.tree.nodes.get(path))]
        return related + [f"{key}:{value}" for key, value in self.call("Accessible", "GetAttributes")[0].items()] + [self.get("AccessibleId")]

    def get_parent(self):
        return self.tree.nodes.get(self.parent)

    def get_extents(self):
        """Where it stands in its window."""
        return Box(*self.call("Component", "GetExtents", GLib.Variant("(u)", (int(Atspi.CoordType.WINDOW),)))[0])

    # What one can do

    def act(self):
        self.tree.bus.turn += 1
        self.call("Action", "DoAction", GLib.Variant("(i)", (0,)))

    def set_text(self, text):
        self.tree.bus.turn += 1
        self.call("EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))
