#include "config.h"

#include "keel-local-paper.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

static char *
say_page_cb (guint page, guint n_pages, gpointer data)
{
  if (n_pages == 1)
    return NULL;
  /* Translators: %1$u is the number of a page, %2$u how many there are. */
  return g_strdup_printf (_ ("Page %1$u of %2$u"), page, n_pages);
}

KeelPaper *
keel_local_paper_new (gboolean landscape)
{
  KeelPaper *paper = keel_paper_new ();
  GtkPaperSize *size = gtk_paper_size_new (NULL);
  double width = gtk_paper_size_get_width (size, GTK_UNIT_POINTS);
  double height = gtk_paper_size_get_height (size, GTK_UNIT_POINTS);
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  keel_paper_set_size (paper, landscape ? height : width, landscape ? width : height);
  keel_paper_set_language (paper, pango_language_to_string (gtk_get_default_language ()),
                           mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  keel_paper_set_footer (paper, say_page_cb, NULL, NULL);
  gtk_paper_size_free (size);
  return paper;
}
