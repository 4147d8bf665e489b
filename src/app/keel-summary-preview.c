#include "config.h"

#include "keel-summary-preview.h"

#include <glib/gi18n-lib.h>

#include "content/keel-history-sentences.h"
#include "content/keel-sentences.h"
#include "content/keel-summary-facts.h"
#include "core/keel-series.h"
#include "paper/keel-summary-paper.h"

#include "keel-chip-choice.h"
#include "keel-local-paper.h"
#include "keel-paper-preview.h"
#include "keel-save-file.h"
#include "keel-session-history.h"
#include "keel-session-settings.h"
#include "keel-toggle.h"
#include "keel-week.h"
#include "keel-window.h"

/* What the person chooses above the pages. */
typedef struct
{
  KeelPaperPreview *preview; /* not owned: it owns this */
  KeelSession *session;
  KeelHistory *history; /* NULL: not read yet */
  KeelSummaryOptions options;
  GtkToggleButton *parts[KEEL_N_SUMMARY_PARTS];
  GtkToggleButton *name;
  GtkToggleButton *tables;
} Choice;

static void
choice_free (Choice *choice)
{
  g_clear_pointer (&choice->history, keel_history_free);
  g_object_unref (choice->session);
  g_free (choice);
}

static void
read_choice (Choice *choice)
{
  guint parts = 0;

  for (guint i = 0; i < KEEL_N_SUMMARY_PARTS; i++)
    {
      if (gtk_toggle_button_get_active (choice->parts[i]))
        parts |= 1u << i;
    }
  choice->options.parts = (KeelSummaryParts) parts;
  choice->options.name = gtk_toggle_button_get_active (choice->name);
  choice->options.tables = gtk_toggle_button_get_active (choice->tables);
  keel_history_days_init (&choice->options.days, choice->options.span, choice->history->today,
                          keel_history_get_oldest (choice->history), keel_week_get_first_day ());
}

static void
show_paper (Choice *choice)
{
  g_autoptr (KeelPaper) paper = keel_local_paper_new (FALSE);

  if (choice->history == NULL)
    return;
  read_choice (choice);
  keel_summary_paper_add (paper, choice->history, &choice->options);
  keel_paper_preview_set_paper (choice->preview, paper);
}

static void
span_chosen_cb (KeelChipChoice *chips, const char *id, Choice *choice)
{
  choice->options.span = (KeelSpan) keel_word_find (keel_span_words, id);
  show_paper (choice);
}

static void
add_spans (Choice *choice)
{
  KeelChipChoice *chips = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  for (guint span = 0; span < KEEL_N_SPANS; span++)
    keel_chip_choice_add (chips, keel_span_words[span], keel_sentence_span_name ((KeelSpan) span));
  keel_chip_choice_select (chips, keel_span_words[choice->options.span]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Which days"),
                                  -1);
  g_signal_connect (chips, "chosen", G_CALLBACK (span_chosen_cb), choice);
  keel_paper_preview_add_choice (choice->preview, GTK_WIDGET (chips));
}

static GtkToggleButton *
add_switch (Choice *choice, const char *label, gboolean active)
{
  GtkWidget *button = keel_toggle_new (label, GTK_ACCESSIBLE_ROLE_CHECKBOX);

  gtk_widget_add_css_class (button, "keel-chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (show_paper), choice);
  keel_paper_preview_add_choice (choice->preview, button);
  return GTK_TOGGLE_BUTTON (button);
}

/* Urges and medicine plans have no pages for whoever is here for somebody else. */
static gboolean
is_offered (KeelSession *session, guint part)
{
  return (1u << part & (KEEL_SUMMARY_URGES | KEEL_SUMMARY_MEDICINE)) == 0 ||
         !keel_session_is_for_family_alone (session);
}

/* --- As a table --- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) preview = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = keel_save_file_finish (result, &error);

  keel_paper_preview_tell_saved (KEEL_PAPER_PREVIEW (preview), name, error);
}

static void
table_cb (Choice *choice)
{
  g_autoptr (GBytes) bytes = NULL;

  if (choice->history == NULL)
    return;
  read_choice (choice);
  bytes = keel_summary_write_csv (choice->history, &choice->options.days, choice->options.parts);
  /* Translators: the name of a file with a summary. It says nothing of what is in it. */
  keel_save_file_async (GTK_WINDOW (choice->preview), _ ("Save as Table"), _ ("summary.csv"), bytes, saved_cb,
                        g_object_ref (choice->preview));
}

static void
add_table_button (Choice *choice)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Save as Table (CSV)…"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (table_cb), choice);
  keel_paper_preview_add_way (choice->preview, button);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) preview = data;
  g_autoptr (GError) error = NULL;
  KeelHistory *history = keel_session_read_history_finish (KEEL_SESSION (source), result, &error);
  Choice *choice = g_object_get_data (G_OBJECT (preview), "keel-choice");
  g_autofree char *sentence = NULL;

  if (history == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (gtk_window_get_transient_for (preview)), sentence);
      gtk_window_destroy (preview);
      return;
    }
  choice->history = history;
  show_paper (choice);
  gtk_window_present (preview);
}

void
keel_summary_preview_present (GtkWindow *parent, KeelSession *session)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->session = g_object_ref (session);
  choice->options.span = KEEL_SPAN_QUARTER;
  /* Translators: the name of a file with a summary. It says nothing of what is in it. */
  choice->preview = keel_paper_preview_new (parent, session, _ ("summary.pdf"));
  g_object_set_data_full (G_OBJECT (choice->preview), "keel-choice", choice, (GDestroyNotify) choice_free);
  add_spans (choice);
  for (guint i = 0; i < KEEL_N_SUMMARY_PARTS; i++)
    {
      choice->parts[i] = add_switch (choice, keel_summary_part_name ((KeelSummaryParts) (1u << i)),
                                     (KEEL_SUMMARY_USUAL & (1u << i)) != 0);
      gtk_widget_set_visible (GTK_WIDGET (choice->parts[i]), is_offered (session, i));
    }
  choice->tables = add_switch (choice, _ ("Each date"), FALSE);
  choice->name = add_switch (choice, _ ("A line for my name"), FALSE);
  add_table_button (choice);
  keel_session_read_history_async (session, read_cb, g_object_ref (choice->preview));
}
