#include "config.h"

#include "keel-recovery-code-page.h"

#include <glib/gi18n-lib.h>

#include "keel-passphrase.h"

#define SPACING 18.0 /* points */

static double
draw_text (cairo_t *cr, double width, double y, const char *font, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_size (layout, NULL, &height);
  return y + (double) height / PANGO_SCALE + SPACING;
}

void
keel_recovery_code_page_draw (cairo_t *cr, double width, const char *code, const char *date)
{
  /* The mark keeps groups in order where the text around them goes from right to left. */
  g_autoptr (KeelSecret) ordered = g_strconcat ("\u200e", code, NULL);
  double y = 0;

  cairo_set_source_rgb (cr, 0, 0, 0);
  y = draw_text (cr, width, y, "Sans 11", date);
  y = draw_text (cr, width, y, "Monospace Bold 22", ordered);
  draw_text (cr, width, y, "Sans 11",
             /* Translators: printed below a recovery code. It must not say what the code is for. */
             _ ("Keep this where only you find it."));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, const char *code)
{
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (today, "%x");

  keel_recovery_code_page_draw (gtk_print_context_get_cairo_context (context),
                                gtk_print_context_get_width (context), code, date);
}

static void
free_code (gpointer code, GClosure *closure)
{
  keel_secret_free (code);
}

GtkPrintOperation *
keel_recovery_code_page_new (const char *code)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* Translators: what the list of files waiting to be printed shows: nothing that tells what it is. */
  gtk_print_operation_set_job_name (operation, _ ("Note"));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_strdup (code), free_code, 0);
  return operation;
}
