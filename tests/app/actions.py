"""Activates an action of the program, as a menu of the desktop does."""
from gi.repository import Gio, GLib


def find_name(process):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    names = bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListNames", None, None, 0, -1, None).unpack()[0]
    for name in names:
        if name.startswith("app.keel.Keel") and "Reminders" not in name:
            owner = bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                  GLib.Variant("(s)", (name,)), None, 0, -1, None).unpack()[0]
            if owner == process:
                return name
    return None


def activate(keel, action, parameter=None):
    name = keel.wait(lambda: find_name(keel.process.pid), "the program's name on the bus")
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    wanted = [GLib.Variant("s", parameter)] if parameter is not None else []
    keel.bus.turn += 1
    bus.call_sync(name, "/" + name.replace(".", "/"), "org.gtk.Actions", "Activate",
                  GLib.Variant("(sava{sv})", (action, wanted, {})), None, 0, 30000, None)
    keel.settle()
