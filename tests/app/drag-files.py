#!/usr/bin/python3
"""A small window whose files can be dragged onto another: a file manager for tests."""
import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402


def prepare(_source, _x, _y):
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[1:]])
    value = GObject.Value()
    value.init(Gdk.FileList.__gtype__)
    value.set_boxed(files)
    return Gdk.ContentProvider.new_for_value(value)


def show(application):
    window = Gtk.ApplicationWindow(application=application, title="Files to drag", default_width=160, default_height=90)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect("prepare", prepare)
    label = Gtk.Label(label="Drag me", hexpand=True, vexpand=True)
    label.add_controller(source)
    window.set_child(label)
    window.present()
    GLib.timeout_add(700, lambda: print("ready", flush=True))


app = Gtk.Application(application_id="org.example.DragFiles", flags=Gio.ApplicationFlags.NON_UNIQUE)
app.connect("activate", show)
app.run([])
