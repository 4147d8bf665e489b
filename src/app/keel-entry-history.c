#include "config.h"

#include "keel-entry-history.h"

#include <glib/gi18n-lib.h>

#include "content/keel-entry-text.h"
#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-pages.h"
#include "keel-window.h"

#define ID "keel-id"

struct _KeelEntryHistory
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *rows;
  GtkLabel *when;
  GtkLabel *words;
  GtkWidget *back;
  GtkWidget *bring;
  GtkLabel *failed;

  KeelSession *session;
  KeelWorksheet *worksheet;
  char *uuid;
  KeelAnswers *answers; /* of the version that is looked at; nullable */
};

G_DEFINE_FINAL_TYPE (KeelEntryHistory, keel_entry_history, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fail (KeelEntryHistory *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  gtk_label_set_text (self->failed, sentence);
  keel_pages_show (self->stack, "failed");
  keel_say (GTK_WIDGET (self), sentence);
}

static char *
describe_time (KeelEntryHistory *self, gint64 at)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  g_autofree char *date = keel_sentence_date (at, zone, keel_session_get_now (self->session));
  g_autofree char *time = keel_sentence_clock_time (at, zone);

  return g_strdup_printf (C_ ("date and time", "%1$s, %2$s"), date, time);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_version (KeelEntryHistory *self, const KeelEntryVersion *version)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *when = describe_time (self, version->at);
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", version->n_words),
                                            version->n_words);
  g_autofree char *name = g_strdup_printf ("%s, %s", when, words);

  gtk_box_append (GTK_BOX (box), make_label (when, "numeric"));
  gtk_box_append (GTK_BOX (box), make_label (words, "dim-label"));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), ID, g_memdup2 (version, sizeof *version), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->rows, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelEntryHistory) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) versions = keel_session_list_versions_finish (KEEL_SESSION (source), result, &error);

  if (self->session == NULL) /* it was closed meanwhile */
    return;
  if (versions == NULL)
    {
      fail (self, error);
      return;
    }
  for (guint i = 0; i < versions->len; i++)
    add_version (self, &g_array_index (versions, KeelEntryVersion, i));
  keel_pages_show (self->stack, versions->len > 0 ? "versions" : "empty");
  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelEntryHistory) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autoptr (KeelAnswers) answers = NULL;

  answers = keel_session_read_version_finish (KEEL_SESSION (source), result, &error);
  if (self->session == NULL) /* it was closed meanwhile */
    return;
  if (answers == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->answers, keel_answers_unref);
  self->answers = g_steal_pointer (&answers);
  words = keel_entry_text_describe (self->worksheet, self->answers);
  gtk_label_set_text (self->words, words);
  keel_pages_show (self->stack, "version");
  gtk_widget_set_visible (self->back, TRUE);
  gtk_widget_grab_focus (self->bring);
}

static void
row_activated_cb (KeelEntryHistory *self, GtkListBoxRow *row)
{
  const KeelEntryVersion *version = g_object_get_data (G_OBJECT (row), ID);
  g_autofree char *when = describe_time (self, version->at);

  gtk_label_set_text (self->when, when);
  keel_session_read_version_async (self->session, self->uuid, version->id, read_cb, g_object_ref (self));
}

static void
back_cb (KeelEntryHistory *self)
{
  gtk_widget_set_visible (self->back, FALSE);
  keel_pages_show (self->stack, "versions");
  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}

static void
bring_cb (KeelEntryHistory *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->answers);
  gtk_window_close (GTK_WINDOW (self));
}

static void
keel_entry_history_dispose (GObject *object)
{
  g_clear_object (&KEEL_ENTRY_HISTORY (object)->session);
  G_OBJECT_CLASS (keel_entry_history_parent_class)->dispose (object);
}

static void
keel_entry_history_finalize (GObject *object)
{
  KeelEntryHistory *self = KEEL_ENTRY_HISTORY (object);

  g_clear_pointer (&self->worksheet, keel_worksheet_unref);
  g_clear_pointer (&self->answers, keel_answers_unref);
  g_free (self->uuid);
  G_OBJECT_CLASS (keel_entry_history_parent_class)->finalize (object);
}

static void
keel_entry_history_class_init (KeelEntryHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_entry_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_entry_history_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_ENTRY_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-entry-history.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelEntryHistory, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryHistory, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryHistory, when);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryHistory, words);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryHistory, back);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryHistory, bring);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryHistory, failed);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, bring_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_entry_history_init (KeelEntryHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_pages_silence (self->stack);
  keel_announcer_greet (GTK_WINDOW (self));
}

KeelEntryHistory *
keel_entry_history_new (GtkWindow *parent, KeelSession *session, const char *uuid, KeelWorksheet *worksheet)
{
  KeelEntryHistory *self = g_object_new (KEEL_TYPE_ENTRY_HISTORY, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->worksheet = keel_worksheet_ref (worksheet);
  self->uuid = g_strdup (uuid);
  keel_session_list_versions_async (session, uuid, listed_cb, g_object_ref (self));
  return self;
}
