#include "config.h"

#include "keel-record-preview.h"

#include <glib/gi18n-lib.h>

#include "keel-chip-choice.h"
#include "keel-month.h"
#include "keel-paper-preview.h"
#include "keel-record-paper.h"
#include "keel-toggle.h"

/* What the person chooses above the pages. */
typedef struct
{
  KeelPaperPreview *preview; /* not owned: it owns this */
  KeelSession *session;
  KeelRecordPaperOptions options;
  GtkToggleButton *names;
  GtkToggleButton *words;
  GtkToggleButton *signature;
} Choice;

static const struct
{
  const char *id;
  const char *label;
} spans[] = {
  { "month", NC_ ("days", "This month") },
  { "last-month", NC_ ("days", "Last month") },
  { "quarter", NC_ ("days", "Three months") },
  { "year", NC_ ("days", "A year") },
  { "all", NC_ ("days", "All time") },
};

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->session);
  g_free (choice);
}

static void
show_paper (Choice *choice)
{
  g_autoptr (KeelPaper) paper = NULL;

  choice->options.names = gtk_toggle_button_get_active (choice->names);
  choice->options.words = gtk_toggle_button_get_active (choice->words);
  choice->options.signature = gtk_toggle_button_get_active (choice->signature);
  paper = keel_record_paper_new (choice->session, &choice->options);
  keel_paper_preview_set_paper (choice->preview, paper);
}

static gint64
find_day (KeelSession *session, gint64 utc)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (session);

  return keel_local_time_get_days (keel_local_time_from_utc (utc, zone));
}

static gint64
find_oldest (KeelSession *session, gint64 today)
{
  GPtrArray *all = keel_session_get_attended (session);
  KeelAttendance *oldest = all->len > 0 ? all->pdata[all->len - 1] : NULL;

  return oldest != NULL ? MIN (find_day (session, oldest->start), today) : today;
}

static void
set_span (Choice *choice, const char *id)
{
  gint64 today = find_day (choice->session, keel_session_get_now (choice->session));
  gint64 month = keel_month_get_first (today);

  choice->options.last = today;
  if (strcmp (id, "month") == 0)
    choice->options.first = month;
  else if (strcmp (id, "last-month") == 0)
    {
      choice->options.first = keel_month_shift (month, -1);
      choice->options.last = month - 1;
    }
  else if (strcmp (id, "quarter") == 0)
    choice->options.first = keel_month_shift (today, -3) + 1;
  else if (strcmp (id, "year") == 0)
    choice->options.first = keel_month_shift (today, -12) + 1;
  else
    choice->options.first = find_oldest (choice->session, today);
}

static void
span_chosen_cb (KeelChipChoice *chips, const char *id, Choice *choice)
{
  set_span (choice, id);
  show_paper (choice);
}

static void
add_spans (Choice *choice)
{
  KeelChipChoice *chips = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    keel_chip_choice_add (chips, spans[i].id, g_dpgettext2 (GETTEXT_PACKAGE, "days", spans[i].label));
  keel_chip_choice_select (chips, "month");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Which days"),
                                  -1);
  g_signal_connect (chips, "chosen", G_CALLBACK (span_chosen_cb), choice);
  keel_paper_preview_add_choice (choice->preview, GTK_WIDGET (chips));
}

static GtkToggleButton *
add_switch (Choice *choice, const char *label)
{
  GtkWidget *button = keel_toggle_new (label, GTK_ACCESSIBLE_ROLE_CHECKBOX);

  gtk_widget_add_css_class (button, "keel-chip");
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (show_paper), choice);
  keel_paper_preview_add_choice (choice->preview, button);
  return GTK_TOGGLE_BUTTON (button);
}

void
keel_record_preview_present (GtkWindow *parent, KeelSession *session)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->session = g_object_ref (session);
  /* Translators: the name of a file with a journal of attendance. It says nothing of what is in it. */
  choice->preview = keel_paper_preview_new (parent, session, _ ("journal.pdf"));
  g_object_set_data_full (G_OBJECT (choice->preview), "keel-choice", choice, (GDestroyNotify) choice_free);
  add_spans (choice);
  choice->names = add_switch (choice, _ ("Show meeting names"));
  choice->words = add_switch (choice, _ ("What I heard"));
  choice->signature = add_switch (choice, _ ("With a column for a signature"));
  set_span (choice, "month");
  show_paper (choice);
  gtk_window_present (GTK_WINDOW (choice->preview));
}
