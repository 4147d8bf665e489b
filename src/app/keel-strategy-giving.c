#include "config.h"

#include "keel-strategy-giving.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "content/keel-strategy-sentences.h"
#include "paper/keel-list-block.h"
#include "paper/keel-text-block.h"

#include "keel-local-paper.h"
#include "keel-paper-preview.h"
#include "keel-save-file.h"
#include "keel-window.h"

/* Read at arm's length, and by someone whose hands shake. */
#define FONT_SIZE 14

void
keel_strategy_copy_text (GtkWidget *widget, const KeelStrategy *strategy)
{
  g_autofree char *text = keel_strategy_format_plain (strategy, NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  keel_say (
      widget,
      _ ("The card is copied. Your note is not in it. Other programs can read it until you copy something else."));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = keel_save_file_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (name == NULL)
    return;
  if (error != NULL)
    sentence = keel_sentence_for_error (error, name);
  else
    /* Translators: %s is the name of a file */
    sentence = g_strdup_printf (_ ("The card is in %s. Your note is not in it."), name);
  keel_say (GTK_WIDGET (source), sentence);
}

void
keel_strategy_save_text (GtkWidget *widget, const KeelStrategy *strategy)
{
  char *text = keel_strategy_format_plain (strategy, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  /* Translators: the name of a file, which says nothing of what is in it */
  keel_save_file_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save the Card"), _ ("card.txt"), bytes,
                        saved_cb, NULL);
}

static void
add_note (KeelPaper *paper, const char *words)
{
  if (words != NULL)
    keel_paper_add (paper, keel_note_new (words));
}

static void
add_steps (KeelPaper *paper, const KeelStrategy *strategy)
{
  KeelListBlock *list = keel_list_block_new ();

  for (guint i = 0; i < strategy->steps->len; i++)
    {
      const KeelStrategyStep *step = g_ptr_array_index (strategy->steps, i);
      g_autofree char *time = keel_sentence_step_time (step->seconds);
      g_autofree char *line = g_strjoin (" · ", step->text, time, NULL);

      keel_list_block_add (list, KEEL_SIGN_NUMBER, line);
    }
  keel_paper_add (paper, KEEL_BLOCK (list));
}

static KeelPaper *
make_paper (const KeelStrategy *strategy)
{
  KeelPaper *paper = keel_local_paper_new (FALSE);
  g_autofree char *minutes = keel_sentence_strategy_minutes (strategy);

  /* Translators: the title that a PDF has, which readers show. It says nothing. */
  keel_paper_set_title (paper, C_ ("print job", "Document"));
  keel_paper_set_font (paper, "Sans", FONT_SIZE);
  keel_paper_add (paper, keel_heading_new (1, strategy->name));
  add_note (paper, minutes);
  if (strategy->when != NULL)
    keel_paper_add (paper, keel_paragraph_new (strategy->when));
  for (guint i = 0; i < strategy->cautions->len; i++)
    keel_paper_add (paper,
                    keel_paragraph_new (((KeelCaution *) g_ptr_array_index (strategy->cautions, i))->text));
  add_steps (paper, strategy);
  add_note (paper, strategy->evidence);
  add_note (paper, strategy->source);
  return paper;
}

static void
given_cb (KeelPaperPreview *preview, const char *sentence, GtkWindow *parent)
{
  keel_say (GTK_WIDGET (parent), sentence);
}

void
keel_strategy_present_paper (GtkWindow *parent, KeelSession *session, const KeelStrategy *strategy)
{
  g_autoptr (KeelPaper) paper = make_paper (strategy);
  /* Translators: the name of a file with one card. It says nothing of what is in it. */
  KeelPaperPreview *preview = keel_paper_preview_new (parent, session, _ ("card.pdf"));

  keel_paper_preview_set_paper (preview, paper);
  g_signal_connect_object (preview, "given", G_CALLBACK (given_cb), parent, 0);
  gtk_window_present (GTK_WINDOW (preview));
}
