#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A sheet of paper with a recovery code on it. It names neither Keel nor the person, nor what they belong to.
 */
GtkPrintOperation *keel_recovery_code_page_new (const char *code);
/* As it is drawn on a page that is @width wide; @date as it is to be read. */
void keel_recovery_code_page_draw (cairo_t *cr, double width, const char *code, const char *date);

G_END_DECLS
