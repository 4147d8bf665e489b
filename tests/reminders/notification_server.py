"""A notification server without a screen: it answers as it is told.

usage: notification_server.py HOW
HOW: plain | error | crash (on the first Notify) | sleep=SECONDS (before it answers Notify) | gnome (by its name, with
sounds) | inhibited (as Plasma says that it is not to be disturbed)
It prints its unique name once it has the well-known one.
"""
import os
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
INTERFACE = f"""<node><interface name='{NAME}'>
<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
<arg type='a{{sv}}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>
<method name='CloseNotification'><arg type='u' direction='in'/></method>
<method name='GetCapabilities'><arg type='as' direction='out'/></method>
<method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/>
<arg type='s' direction='out'/><arg type='s' direction='out'/></method>
<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>
<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>
<property name='Inhibited' type='b' access='read'/>
</interface></node>"""

how = sys.argv[1]
last = 0


def notify(parameters, invocation):
    global last
    if how == "crash":
        os._exit(1)
    if how == "error":
        invocation.return_dbus_error("org.freedesktop.Notifications.Error.ExcessNotificationGeneration", "It is too much")
        return
    last += 1
    answer = GLib.Variant("(u)", (parameters.unpack()[1] or last,))
    if how.startswith("sleep="):
        GLib.timeout_add(int(1000 * float(how[6:])), lambda: invocation.return_value(answer))
    else:
        invocation.return_value(answer)


def call_cb(connection, sender, path, interface, method, parameters, invocation):
    if method == "Notify":
        notify(parameters, invocation)
    elif method == "GetCapabilities":
        invocation.return_value(GLib.Variant("(as)", (["actions", "body"] + ["sound"] * (how == "gnome"),)))
    elif method == "GetServerInformation":
        invocation.return_value(GLib.Variant("(ssss)", ("gnome-shell" if how == "gnome" else "plain", "keel-tests", "1", "1.2")))
    else:
        number, = parameters.unpack()
        invocation.return_value(None)
        connection.emit_signal(None, path, NAME, "NotificationClosed", GLib.Variant("(uu)", (number, 3)))


def property_cb(connection, sender, path, interface, name):
    return GLib.Variant("b", how == "inhibited")


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/org/freedesktop/Notifications", Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], call_cb,
                    property_cb)
Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE,
                               lambda *_: print(bus.get_unique_name(), flush=True), None)
GLib.MainLoop().run()
