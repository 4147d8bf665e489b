#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows one page of @stack and hides the others. GTK 4.8 tells a screen reader of the pages that a stack
 * does not show, unless they are hidden. */
void keel_pages_show (GtkStack *stack, const char *name);

/* Whether @name is the page that is shown. */
gboolean keel_pages_shows (GtkStack *stack, const char *name);

/* Takes the class names away that GTK 4.8 gives to the pages of @stack. */
void keel_pages_silence (GtkStack *stack);

/* Leads the focus to the first thing in @widget that takes it, in the order in which things were put there:
 * what was just made has no size yet, by which GTK would look. FALSE: nothing takes it. */
gboolean keel_pages_start (GtkWidget *widget);

G_END_DECLS
