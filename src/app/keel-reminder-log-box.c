#include "config.h"

#include "keel-reminder-log-box.h"

#include <glib/gi18n-lib.h>

#include "content/keel-reminder-sentences.h"
#include "content/keel-sentences.h"

#include "keel-session-reminders.h"
#include "keel-toggle.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

/* Rows are made so many at a time. */
#define STEP 50

struct _KeelReminderLogBox
{
  AdwBin parent_instance;

  GtkToggleButton *wrong_only;
  GtkListBox *rows;
  GtkLabel *nothing;
  GtkWidget *more;

  KeelSession *session;
  guint most;        /* rows */
  gint64 newest;     /* id of the first line that is shown; 0: none */
  guint n_shown;     /* lines */
  int focus_when_in; /* the row that gets the focus when it is there; -1: none */
};

G_DEFINE_FINAL_TYPE (KeelReminderLogBox, keel_reminder_log_box, ADW_TYPE_BIN)

static gboolean
is_wrong (const KeelReminderEvent *event)
{
  return event->outcome == KEEL_OUTCOME_MISSED || event->outcome == KEEL_OUTCOME_FAILED;
}

static GtkWidget *
make_icon (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static GtkWidget *
make_row (KeelReminderLogBox *self, const KeelReminderLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  gint64 now = keel_session_get_now (self->session);
  g_autofree char *facts = keel_sentence_for_event_facts (line->event, person, now);
  g_autofree char *words = keel_sentence_for_event (line->event, line->name, person, now);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 line->name != NULL ? line->name : _ ("A meeting that you no longer follow"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  if (is_wrong (line->event))
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_icon ());
  /* All of it in one sentence, and not the title once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

static void
show_nothing (KeelReminderLogBox *self, gboolean nothing)
{
  gtk_label_set_text (self->nothing, gtk_toggle_button_get_active (self->wrong_only)
                                         ? _ ("Nothing went wrong.")
                                         : _ ("No reminder has been due yet. When one is, it stands here."));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), !nothing);
}

/* Rows that say the same stay: whoever reads them is not disturbed. */
static gboolean
is_shown (KeelReminderLogBox *self, GPtrArray *lines)
{
  const KeelReminderLine *first = lines->len > 0 ? lines->pdata[0] : NULL;

  return self->n_shown == lines->len && self->newest == (first != NULL ? first->event->id : 0);
}

/* -1 where no row has the focus. */
static int
find_focused (KeelReminderLogBox *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
show_rows (KeelReminderLogBox *self, GPtrArray *lines)
{
  guint count = MIN (lines->len, self->most);
  int focused = self->focus_when_in >= 0 ? self->focus_when_in : find_focused (self);
  GtkListBoxRow *row;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < count; i++)
    gtk_list_box_append (self->rows, make_row (self, lines->pdata[i]));
  row = focused >= 0 ? gtk_list_box_get_row_at_index (self->rows, MIN (focused, (int) count - 1)) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->focus_when_in = -1;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderLogBox) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = keel_session_read_reminder_log_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;
  const KeelReminderLine *first;

  if (lines == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      return;
    }
  if (!is_shown (self, lines))
    show_rows (self, lines);
  first = lines->len > 0 ? lines->pdata[0] : NULL;
  self->newest = first != NULL ? first->event->id : 0;
  self->n_shown = lines->len;
  show_nothing (self, lines->len == 0);
  gtk_widget_set_visible (self->more, lines->len > self->most);
}

/* One more than is shown: whether there is more. */
static void
read_log (KeelReminderLogBox *self)
{
  keel_session_read_reminder_log_async (self->session, self->most + 1,
                                        gtk_toggle_button_get_active (self->wrong_only), read_cb,
                                        g_object_ref (self));
}

static void
filter_cb (KeelReminderLogBox *self)
{
  self->most = STEP;
  self->newest = -1;
  if (self->session != NULL)
    read_log (self);
}

static void
more_cb (KeelReminderLogBox *self)
{
  self->focus_when_in = (int) self->most;
  self->most += STEP;
  self->newest = -1;
  read_log (self);
}

static void
keel_reminder_log_box_dispose (GObject *object)
{
  g_clear_object (&KEEL_REMINDER_LOG_BOX (object)->session);
  G_OBJECT_CLASS (keel_reminder_log_box_parent_class)->dispose (object);
}

static void
keel_reminder_log_box_class_init (KeelReminderLogBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_reminder_log_box_dispose;

  g_type_ensure (KEEL_TYPE_TOGGLE);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-reminder-log-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelReminderLogBox, wrong_only);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderLogBox, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderLogBox, nothing);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderLogBox, more);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
keel_reminder_log_box_init (KeelReminderLogBox *self)
{
  self->most = STEP;
  self->newest = -1;
  self->focus_when_in = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_reminder_log_box_set_session (KeelReminderLogBox *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "reminders-changed", G_CALLBACK (read_log), self, G_CONNECT_SWAPPED);
  read_log (self);
}
