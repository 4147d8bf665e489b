#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words in as many lines as they need, from the side where one begins to read; a word that is too long for a
 * narrow window breaks. @style: a class of the style sheet; nullable. */
GtkWidget *keel_text_label_new (const char *text, const char *style);

G_END_DECLS
