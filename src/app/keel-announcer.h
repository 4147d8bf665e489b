#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a screen reader say a sentence. GTK 4.8 has no call for that; what is read out at once is the
   description of the widget that has the focus, so the sentence stands there until the focus moves. */
#define KEEL_TYPE_ANNOUNCER (keel_announcer_get_type ())
G_DECLARE_FINAL_TYPE (KeelAnnouncer, keel_announcer, KEEL, ANNOUNCER, GObject)

KeelAnnouncer *keel_announcer_new (void);
void keel_announcer_say (KeelAnnouncer *self, const char *sentence);

/* Tells of the first focus once more when the window has become active: what GTK tells before is lost. */
void keel_announcer_greet (GtkWindow *window);
/* Names what @button opens, and takes the names of classes out of it. */
void keel_announcer_name_menu (GtkMenuButton *button, const char *name);
void keel_announcer_name_popover (GtkPopover *popover, const char *name);

G_END_DECLS
