#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Names what GTK 4.8 and libadwaita 1.2 leave without a name in widgets of its own making, or says twice: the
 * buttons, texts and search entries under @widget. @close is what its close button is called. */
void keel_names_mend (GtkWidget *widget, const char *close);

/* Names the tabs of @switcher as a whole, and takes out of each what says its name again. */
void keel_names_mend_tabs (GtkWidget *switcher, const char *name);

/* Names the lists that @row is made of by its title, which has to be there. */
void keel_names_mend_expander (AdwExpanderRow *row);

/* From now on: GTK 4.8 says that a button with an icon is labelled by its picture, so that a screen reader
 * puts the name of the picture's class before the button's own. Once, at the start. */
void keel_names_watch_icons (void);

/* As keel_names_mend () for every message that @overlay shows from now on. */
void keel_names_mend_toasts (AdwToastOverlay *overlay);

G_END_DECLS
