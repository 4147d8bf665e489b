#include "config.h"

#include "keel-paper-printing.h"

#include <glib/gi18n-lib.h>

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, KeelPaper *paper)
{
  gtk_print_operation_set_n_pages (operation, (int) keel_paper_get_n_pages (paper));
}

/* The pages of the preview, made smaller or larger where another size of paper was chosen. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, KeelPaper *paper)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (width / keel_paper_get_width (paper), height / keel_paper_get_height (paper));

  cairo_translate (cr, (width - keel_paper_get_width (paper) * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  keel_paper_draw_page (paper, (guint) page, cr);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  GError *error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      g_task_return_error (task, error);
    }
  else
    {
      g_task_return_boolean (task, result == GTK_PRINT_OPERATION_RESULT_APPLY);
    }
  g_object_unref (task);
}

static GtkPageSetup *
make_page_setup (KeelPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  if (keel_paper_get_width (paper) > keel_paper_get_height (paper))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

void
keel_paper_printing_async (GtkWindow *parent, KeelPaper *paper, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (paper);
  GTask *task = g_task_new (parent, NULL, callback, data);

  g_task_set_task_data (task, g_object_ref (paper), g_object_unref);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Translators: what a printer's queue calls that which is printed. It says nothing. */
  gtk_print_operation_set_job_name (operation, C_ ("print job", "Document"));
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), paper, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), paper, 0);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), task);
  /* Also what goes wrong is told by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

gboolean
keel_paper_printing_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
