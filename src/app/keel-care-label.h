#pragma once

#include <gtk/gtk.h>

#include "core/keel-medicine.h"

G_BEGIN_DECLS

/* Words that go on in the next line. @style is a class of style, nullable. */
GtkWidget *keel_care_label_new (const char *text, const char *style);
/* Shows @text, or hides @label where there is none. */
void keel_care_label_tell (GtkWidget *label, const char *text);

/* A button that calls @number, with @name as those who listen hear it; NULL where nothing can be dialled. */
GtkWidget *keel_care_label_new_call (const char *label, const char *name, const char *number);

/* "Next injection: Friday 27 November"; NULL where it is none, or none is known. Transfer full. */
char *keel_care_label_describe_injection (const KeelMedicine *medicine, gint64 today);

/* A boxed list without selection. */
GtkListBox *keel_care_label_new_list (const char *name);

G_END_DECLS
