#include "config.h"

#include "keel-plan-paper.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "paper/keel-space-block.h"
#include "paper/keel-text-block.h"

#include "keel-local-paper.h"
#include "keel-paper-printing.h"
#include "keel-plan-form.h"
#include "keel-window.h"

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_paper_printing_finish (result, &error))
    {
      keel_say (widget, _ ("Sent to the printer."));
    }
  else if (error != NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (widget, sentence);
    }
}

static KeelPaper *
make_paper (GPtrArray *plans)
{
  KeelPaper *paper = keel_local_paper_new (FALSE);

  for (guint i = 0; i < plans->len; i++)
    {
      g_autofree char *sentence = keel_plan_form_describe (g_ptr_array_index (plans, i));

      if (i > 0)
        keel_paper_add (paper, KEEL_BLOCK (keel_rule_new ()));
      keel_paper_add (paper, KEEL_BLOCK (keel_space_new (1)));
      keel_paper_add (paper, keel_heading_new (1, sentence));
      keel_paper_add (paper, KEEL_BLOCK (keel_space_new (1)));
    }
  return paper;
}

void
keel_plan_paper_print (GtkWidget *widget, GPtrArray *plans)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KeelPaper *paper = make_paper (plans);

  if (GTK_IS_WINDOW (root))
    keel_paper_printing_async (GTK_WINDOW (root), paper, printed_cb, g_object_ref (widget));
  g_object_unref (paper);
}
