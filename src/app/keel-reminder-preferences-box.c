#include "config.h"

#include "keel-reminder-preferences-box.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-reminders.h"
#include "keel-text-row.h"
#include "keel-typed-time.h"
#include "keel-window.h"

/* What stands there when quiet hours are switched on. */
#define FIRST_FROM (22 * 60)
#define FIRST_TO (7 * 60)

struct _KeelReminderPreferencesBox
{
  AdwBin parent_instance;

  GtkWidget *rows;
  GtkSwitch *autostart;
  GtkSwitch *sound;
  GtkSwitch *quiet;
  KeelTextRow *quiet_from;
  KeelTextRow *quiet_to;
  GtkSwitch *ask;

  KeelSession *session;
  KeelReminderPreferences saved;
  gboolean known;   /* what is kept stands in the rows */
  gboolean refused; /* and the person was told */
};

G_DEFINE_FINAL_TYPE (KeelReminderPreferencesBox, keel_reminder_preferences_box, ADW_TYPE_BIN)

static void
say_error (KeelReminderPreferencesBox *self, GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (GTK_WIDGET (self), sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderPreferencesBox) self = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    keel_say (GTK_WIDGET (self), _ ("Saved."));
  else
    say_error (self, error);
}

static gboolean
read_time (KeelTextRow *row, int *minute)
{
  const char *problem = _ ("Write the time as 19:00, 7:30 pm or 7pm.");

  if (keel_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (row)), minute))
    return TRUE;
  keel_text_row_show_problem (row, problem);
  keel_say (GTK_WIDGET (row), problem);
  return FALSE;
}

/* FALSE where what is typed is no time. */
static gboolean
read_quiet_hours (KeelReminderPreferencesBox *self, KeelReminderPreferences *preferences)
{
  int from, to;

  preferences->quiet_from = preferences->quiet_to = -1;
  if (!gtk_switch_get_active (self->quiet))
    return TRUE;
  if (!read_time (self->quiet_from, &from) || !read_time (self->quiet_to, &to))
    return FALSE;
  if (from == to)
    {
      keel_text_row_show_problem (self->quiet_to, _ ("Quiet hours end at another time than they begin."));
      return FALSE;
    }
  preferences->quiet_from = from;
  preferences->quiet_to = to;
  return TRUE;
}

static gboolean
equal_preferences (const KeelReminderPreferences *a, const KeelReminderPreferences *b)
{
  return a->silent == b->silent && a->quiet_from == b->quiet_from && a->quiet_to == b->quiet_to &&
         a->ask_afterwards == b->ask_afterwards;
}

/* FALSE where what is typed is no time: the quiet hours stay as they were, and the rest is saved. */
static gboolean
save (KeelReminderPreferencesBox *self)
{
  KeelReminderPreferences wanted = self->saved;
  gboolean right;

  keel_text_row_show_problem (self->quiet_from, NULL);
  keel_text_row_show_problem (self->quiet_to, NULL);
  wanted.silent = !gtk_switch_get_active (self->sound);
  wanted.ask_afterwards = gtk_switch_get_active (self->ask);
  right = read_quiet_hours (self, &wanted);
  if (!right)
    {
      wanted.quiet_from = self->saved.quiet_from;
      wanted.quiet_to = self->saved.quiet_to;
    }
  if (equal_preferences (&self->saved, &wanted))
    return right;
  self->saved = wanted;
  keel_session_set_reminder_preferences_async (self->session, &wanted, saved_cb, g_object_ref (self));
  return right;
}

static void
show_quiet_rows (KeelReminderPreferencesBox *self)
{
  gboolean quiet = gtk_switch_get_active (self->quiet);

  gtk_widget_set_visible (GTK_WIDGET (self->quiet_from), quiet);
  gtk_widget_set_visible (GTK_WIDGET (self->quiet_to), quiet);
}

static void
changed_cb (KeelReminderPreferencesBox *self)
{
  show_quiet_rows (self);
  self->refused = FALSE;
  /* The focus leaves once more when the window goes away. */
  if (self->known && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    save (self);
}

static void
show_autostart (KeelReminderPreferencesBox *self, gboolean on)
{
  gboolean known = self->known;

  self->known = FALSE;
  gtk_switch_set_active (self->autostart, on);
  self->known = known;
}

static void
autostart_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderPreferencesBox) self = data;
  g_autoptr (GError) error = NULL;
  gboolean on = gtk_switch_get_active (self->autostart);

  if (!keel_session_set_autostart_finish (KEEL_SESSION (source), result, &error))
    {
      say_error (self, error);
      show_autostart (self, !on);
      return;
    }
  keel_say (GTK_WIDGET (self),
            on ? _ ("Reminders start when you log in.") : _ ("Reminders start when you open Keel."));
}

static void
autostart_cb (KeelReminderPreferencesBox *self)
{
  if (self->known)
    keel_session_set_autostart_async (self->session, gtk_switch_get_active (self->autostart),
                                      autostart_set_cb, g_object_ref (self));
}

static void
show_time (KeelTextRow *row, int minute)
{
  g_autofree char *words = keel_sentence_time (minute);

  gtk_editable_set_text (GTK_EDITABLE (row), words);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelReminderPreferencesBox) self = data;
  g_autoptr (GError) error = NULL;
  gboolean autostart;

  if (!keel_session_read_reminder_preferences_finish (KEEL_SESSION (source), result, &self->saved, &autostart,
                                                      &error))
    {
      say_error (self, error);
      return;
    }
  gtk_switch_set_active (self->autostart, autostart);
  gtk_switch_set_active (self->sound, !self->saved.silent);
  gtk_switch_set_active (self->ask, self->saved.ask_afterwards);
  show_time (self->quiet_from, self->saved.quiet_from >= 0 ? self->saved.quiet_from : FIRST_FROM);
  show_time (self->quiet_to, self->saved.quiet_to >= 0 ? self->saved.quiet_to : FIRST_TO);
  gtk_switch_set_active (self->quiet, self->saved.quiet_from >= 0);
  show_quiet_rows (self);
  self->known = TRUE;
  gtk_widget_set_sensitive (self->rows, TRUE);
}

static void
keel_reminder_preferences_box_dispose (GObject *object)
{
  g_clear_object (&KEEL_REMINDER_PREFERENCES_BOX (object)->session);
  G_OBJECT_CLASS (keel_reminder_preferences_box_parent_class)->dispose (object);
}

static void
keel_reminder_preferences_box_class_init (KeelReminderPreferencesBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_reminder_preferences_box_dispose;

  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/keel/Keel/keel-reminder-preferences-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelReminderPreferencesBox, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderPreferencesBox, autostart);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderPreferencesBox, sound);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderPreferencesBox, quiet);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderPreferencesBox, quiet_from);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderPreferencesBox, quiet_to);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderPreferencesBox, ask);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, autostart_cb);
}

static void
keel_reminder_preferences_box_init (KeelReminderPreferencesBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_reminder_preferences_box_set_session (KeelReminderPreferencesBox *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  keel_session_read_reminder_preferences_async (session, read_cb, g_object_ref (self));
}

gboolean
keel_reminder_preferences_box_leave (KeelReminderPreferencesBox *self)
{
  /* Who closes a second time wants it as it was. */
  if (!self->known || self->refused || save (self))
    return TRUE;
  self->refused = TRUE;
  return FALSE;
}
