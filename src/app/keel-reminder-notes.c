#include "config.h"

#include "keel-reminder-notes.h"

#include <glib/gi18n-lib.h>

#include "content/keel-reminder-sentences.h"
#include "content/keel-sentences.h"

#include "keel-attendance-row.h"
#include "keel-session-reminders.h"
#include "keel-short-scroller.h"
#include "keel-undo-toast.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

#define MOST_QUESTIONS 3

struct _KeelReminderNotes
{
  AdwBin parent_instance;

  GtkLabel *trouble;
  GtkWidget *missed;
  GtkLabel *missed_words;
  GtkBox *questions;
  GtkWidget *autostart;

  KeelSession *session;
  KeelReminderConcerns *concerns; /* what is shown; nullable */
  gboolean brief;
  gboolean reading;
  gboolean read_again;
};

G_DEFINE_FINAL_TYPE (KeelReminderNotes, keel_reminder_notes, ADW_TYPE_BIN)

enum
{
  SIGNAL_EMPTIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
say_error (KeelReminderNotes *self, GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (GTK_WIDGET (self), sentence);
}

/* --- That a reminder could not be shown --- */

static char *
describe_missed (KeelReminderNotes *self, GPtrArray *missed)
{
  const KeelReminderLine *last = missed->pdata[0];
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  g_autofree char *line = keel_sentence_for_event (last->event, last->name, person,
                                                   keel_session_get_now (self->session));

  if (missed->len == 1)
    /* Translators: %s is when it was due, for which meeting and what became of it. */
    return g_strdup_printf (_ ("A reminder could not be shown. %s."), line);
  /* Translators: %1$u reminders; %2$s is when the last was due, for which meeting and what became of it. */
  return g_strdup_printf (ngettext ("%1$u reminder could not be shown. The last: %2$s.",
                                    "%1$u reminders could not be shown. The last: %2$s.", missed->len),
                          missed->len, line);
}

static void
show_missed (KeelReminderNotes *self)
{
  GPtrArray *missed = self->concerns->missed;
  g_autofree char *words = missed->len > 0 ? describe_missed (self, missed) : NULL;

  gtk_label_set_text (self->missed_words, words != NULL ? words : "");
  gtk_widget_set_visible (self->missed, words != NULL);
}

/* --- That reminders do not come, or not as they should --- */

static char *
describe_trouble (KeelReminderNotes *self)
{
  const char *delay = keel_session_get_reminder_delay (self->session);

  if (keel_session_are_reminders_stopped (self->session))
    return g_strdup (
        _ ("Reminders do not come at the moment: their small program stopped. Close Keel and open "
           "it again."));
  if (delay == NULL)
    return NULL;
  /* Translators: %s is why, such as "there is no room left where Keel keeps them". */
  return g_strdup_printf (
      _ ("What you changed last is saved, but not among the reminders yet: %s. Keel tries "
         "again every minute."),
      delay);
}

static void
show_trouble (KeelReminderNotes *self)
{
  g_autofree char *words = describe_trouble (self);

  if (words != NULL && g_strcmp0 (words, gtk_label_get_text (self->trouble)) != 0)
    keel_say (GTK_WIDGET (self), words);
  gtk_label_set_text (self->trouble, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), words != NULL);
}

/* --- Whether one went --- */

static const KeelUnanswered *
get_unanswered (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "keel-unanswered");
}

static char *
describe_date (KeelReminderNotes *self, const KeelUnanswered *unanswered)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  g_autofree char *moment = keel_sentence_moment (unanswered->occurrence.start, person,
                                                  keel_session_get_now (self->session));

  /* Translators: a meeting, and the day and time of it: "Candlelight Group, Yesterday, 19:00". */
  return g_strdup_printf (C_ ("meeting and time", "%1$s, %2$s"), unanswered->series->meeting->name, moment);
}

/* A date that nobody is to ask about, and the way back. */
typedef struct
{
  GtkWidget *window;
  KeelSession *session;
  char *series;
  KeelOccurrence occurrence;
  char *words;
} Away;

static void
away_free (Away *away)
{
  g_object_unref (away->window);
  g_object_unref (away->session);
  g_free (away->series);
  g_free (away->words);
  g_free (away);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Away, away_free)

static void
away_undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  keel_undo_toast_tell (window, error, NULL);
}

static void
undo_away_cb (gpointer data)
{
  Away *away = data;

  keel_session_ask_away_async (away->session, away->series, &away->occurrence, FALSE, away_undone_cb,
                               g_object_ref (away->window));
}

static void
asked_away_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Away) away = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!keel_session_change_finish (KEEL_SESSION (source), result, &error))
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (away->window, sentence);
      return;
    }
  /* Translators: %s is a meeting, with its day and time. */
  sentence = g_strdup_printf (_ ("Keel does not ask about %s any more."), away->words);
  keel_undo_toast_show (away->window, sentence, undo_away_cb, away, (GDestroyNotify) away_free);
  g_steal_pointer (&away);
}

static void
ask_away_cb (GtkWidget *button, KeelReminderNotes *self)
{
  const KeelUnanswered *unanswered = get_unanswered (button);
  Away *away = g_new (Away, 1);

  *away = (Away){ g_object_ref (GTK_WIDGET (gtk_widget_get_root (button))), g_object_ref (self->session),
                  g_strdup (unanswered->series->uuid), unanswered->occurrence,
                  describe_date (self, unanswered) };
  keel_session_ask_away_async (self->session, away->series, &away->occurrence, TRUE, asked_away_cb, away);
}

static GtkWidget *
make_away_button (KeelReminderNotes *self, const KeelUnanswered *unanswered, const char *words)
{
  /* Translators: a button: this question is not to be asked any more. */
  GtkWidget *button = gtk_button_new_with_label (_ ("Don’t Ask"));
  /* Translators: %s is a meeting, with its day and time. */
  g_autofree char *name = g_strdup_printf (_ ("Don’t ask about %s"), words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "keel-chip");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "keel-unanswered", (gpointer) unanswered);
  g_signal_connect (button, "clicked", G_CALLBACK (ask_away_cb), self);
  return button;
}

static GtkWidget *
make_answers (KeelReminderNotes *self, const KeelUnanswered *unanswered)
{
  g_autoptr (KeelAgendaItem) item = g_object_new (KEEL_TYPE_AGENDA_ITEM, NULL);

  item->series = g_object_ref (unanswered->series);
  item->occurrence = unanswered->occurrence;
  return keel_attendance_row_new (self->session, item);
}

static void
append_question (KeelReminderNotes *self, const KeelUnanswered *unanswered)
{
  GtkWidget *question = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_grid_new (); /* a box would ask the label how wide it is for many heights */
  g_autofree char *date = describe_date (self, unanswered);
  /* Translators: %s is a meeting, with its day and time: "Did you go? Candlelight Group, Yesterday, 19:00" */
  g_autofree char *words = g_strdup_printf (_ ("Did you go? %s"), date);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (line), 6);
  gtk_grid_attach (GTK_GRID (line), label, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (line), make_away_button (self, unanswered, date), 1, 0, 1, 1);
  gtk_box_append (GTK_BOX (question), line);
  gtk_box_append (GTK_BOX (question), make_answers (self, unanswered));
  gtk_box_append (self->questions, question);
}

static gboolean
same_questions (GPtrArray *a, GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    {
      const KeelUnanswered *one = a->pdata[i];
      const KeelUnanswered *other = b->pdata[i];

      same = one->occurrence.original == other->occurrence.original &&
             one->occurrence.start == other->occurrence.start &&
             keel_series_equal (one->series, other->series) &&
             g_strcmp0 (one->series->uuid, other->series->uuid) == 0;
    }
  return same;
}

static void
show_questions (KeelReminderNotes *self)
{
  GPtrArray *unanswered = self->concerns->unanswered;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions))) != NULL)
    gtk_box_remove (self->questions, child);
  for (guint i = 0; i < unanswered->len && !self->brief; i++)
    append_question (self, unanswered->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->questions), !self->brief && unanswered->len > 0);
}

/* --- All of it --- */

static gboolean
has_focus (KeelReminderNotes *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Whoever stood on what is gone stands on what is left. */
static void
keep_focus (KeelReminderNotes *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    g_signal_emit (self, signals[SIGNAL_EMPTIED], 0);
  else if (!has_focus (self))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* The buttons know the questions that they were made for. */
static void
keep_questions (KeelReminderConcerns *concerns, KeelReminderConcerns *before)
{
  GPtrArray *read = concerns->unanswered;

  concerns->unanswered = before->unanswered;
  before->unanswered = read;
}

/* Whether reminders are to start at login is asked when there is nothing else. */
static void
show_rest (KeelReminderNotes *self)
{
  gboolean asks = !self->brief && self->concerns->unanswered->len > 0;
  gboolean tells = self->concerns->missed->len > 0;
  gboolean troubled = gtk_widget_get_visible (GTK_WIDGET (self->trouble));
  gboolean offers = !self->brief && self->concerns->offers_autostart && !asks && !tells && !troubled;

  gtk_widget_set_visible (self->autostart, offers);
  gtk_widget_set_visible (GTK_WIDGET (self), asks || tells || troubled || offers);
}

/* Takes @concerns. */
static void
take_concerns (KeelReminderNotes *self, KeelReminderConcerns *concerns)
{
  KeelReminderConcerns *before = g_steal_pointer (&self->concerns);
  gboolean focused = has_focus (self);
  gboolean same = before != NULL && same_questions (before->unanswered, concerns->unanswered);

  if (same)
    keep_questions (concerns, before);
  self->concerns = concerns;
  show_trouble (self);
  show_missed (self);
  if (!same)
    show_questions (self);
  show_rest (self);
  if (focused)
    keep_focus (self);
  g_clear_pointer (&before, keel_reminder_concerns_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderNotes) self = data;
  g_autoptr (GError) error = NULL;
  KeelReminderConcerns *concerns;

  concerns = keel_session_read_reminder_concerns_finish (KEEL_SESSION (source), result, &error);
  self->reading = FALSE;
  if (concerns != NULL && self->session != NULL)
    take_concerns (self, concerns);
  else if (concerns != NULL)
    keel_reminder_concerns_free (concerns);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Cannot read what became of the reminders: %s", error->message);
  if (self->read_again && self->session != NULL)
    keel_reminder_notes_refresh (self);
}

static void
seen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderNotes) self = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    keel_reminder_notes_refresh (self);
  else
    say_error (self, error);
}

static void
dismiss_cb (KeelReminderNotes *self)
{
  const KeelReminderLine *last = self->concerns->missed->pdata[0];

  keel_session_see_reminder_event_async (self->session, last->event->id, seen_cb, g_object_ref (self));
}

static void
show_cb (KeelReminderNotes *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reminders", NULL);
  dismiss_cb (self);
}

static void
autostart_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderNotes) self = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_set_autostart_finish (KEEL_SESSION (source), result, &error))
    keel_say (GTK_WIDGET (self), _ ("Saved. You can change it under Reminders."));
  else
    say_error (self, error);
  keel_reminder_notes_refresh (self);
}

static void
start_cb (KeelReminderNotes *self)
{
  keel_session_set_autostart_async (self->session, TRUE, autostart_set_cb, g_object_ref (self));
}

static void
not_now_cb (KeelReminderNotes *self)
{
  keel_session_set_autostart_async (self->session, FALSE, autostart_set_cb, g_object_ref (self));
}

static void
keel_reminder_notes_dispose (GObject *object)
{
  g_clear_object (&KEEL_REMINDER_NOTES (object)->session);
  G_OBJECT_CLASS (keel_reminder_notes_parent_class)->dispose (object);
}

static void
keel_reminder_notes_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_REMINDER_NOTES (object)->concerns, keel_reminder_concerns_free);
  G_OBJECT_CLASS (keel_reminder_notes_parent_class)->finalize (object);
}

static void
keel_reminder_notes_class_init (KeelReminderNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_reminder_notes_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_reminder_notes_finalize;

  g_type_ensure (KEEL_TYPE_SHORT_SCROLLER);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  signals[SIGNAL_EMPTIED] = g_signal_new ("emptied", KEEL_TYPE_REMINDER_NOTES, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-reminder-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelReminderNotes, trouble);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderNotes, missed);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderNotes, missed_words);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderNotes, questions);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderNotes, autostart);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_now_cb);
}

static void
keel_reminder_notes_init (KeelReminderNotes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_reminder_notes_set_brief (KeelReminderNotes *self)
{
  self->brief = TRUE;
}

void
keel_reminder_notes_set_session (KeelReminderNotes *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "reminders-changed", G_CALLBACK (keel_reminder_notes_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "attendance-changed", G_CALLBACK (keel_reminder_notes_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (keel_reminder_notes_refresh), self,
                           G_CONNECT_SWAPPED);
  keel_reminder_notes_refresh (self);
}

void
keel_reminder_notes_refresh (KeelReminderNotes *self)
{
  self->read_again = self->reading;
  if (self->reading || self->session == NULL)
    return;
  self->reading = TRUE;
  keel_session_read_reminder_concerns_async (self->session, MOST_QUESTIONS, read_cb, g_object_ref (self));
}
