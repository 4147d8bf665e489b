#include "config.h"

#include "keel-local-paper.h"

#include <gtk/gtk.h>

#include "content/keel-sentences.h"

static char *
say_page_cb (guint page, guint n_pages, gpointer data)
{
  return n_pages > 1 ? keel_sentence_page (page, n_pages) : NULL;
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
