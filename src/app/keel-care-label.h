#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words that go on in the next line. @style is a class of style, nullable. */
GtkWidget *keel_care_label_new (const char *text, const char *style);
/* Shows @text, or hides @label where there is none. */
void keel_care_label_tell (GtkWidget *label, const char *text);

/* A button that calls @number, with @name as those who listen hear it; NULL where nothing can be dialled. */
GtkWidget *keel_care_label_new_call (const char *label, const char *name, const char *number);

/* A boxed list without selection. */
GtkListBox *keel_care_label_new_list (const char *name);

G_END_DECLS
