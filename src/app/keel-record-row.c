#include "config.h"

#include "keel-record-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-date-words.h"
#include "keel-series-words.h"

struct _KeelRecordRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *state;
  GtkLabel *when;
  GtkLabel *heard;
  GtkLabel *note;
  GtkLabel *mood;
  GtkWidget *remove;

  KeelAttendance *attendance;
};

G_DEFINE_FINAL_TYPE (KeelRecordRow, keel_record_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remove_cb (KeelRecordRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
describe_when (KeelSession *session, KeelAttendance *attendance)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (session);
  g_autofree char *date = keel_sentence_date (attendance->start, person, keel_session_get_now (session));
  g_autofree char *time = keel_sentence_clock_time (attendance->start, person);

  /* Translators: a date and a time: "Tuesday 24 November, 19:00" */
  return g_strdup_printf (C_ ("date and time", "%1$s, %2$s"), date, time);
}

static char *
describe_heard (KeelAttendance *attendance)
{
  if (attendance->heard == NULL || *attendance->heard == '\0')
    return NULL;
  /* Translators: what the person heard in a meeting, in quotation marks. */
  return g_strdup_printf (_ ("“%s”"), attendance->heard);
}

/* As far as it was said. */
static char *
describe_mood (KeelAttendance *attendance)
{
  const char *before = keel_series_words_mood (attendance->mood_before);
  const char *after = keel_series_words_mood (attendance->mood_after);
  gboolean says_before = attendance->mood_before != KEEL_MOOD_NONE;
  gboolean says_after = attendance->mood_after != KEEL_MOOD_NONE;

  if (says_before && says_after)
    /* Translators: how the person felt before a meeting and after it. */
    return g_strdup_printf (_ ("Before: %1$s · After: %2$s"), before, after);
  if (says_before)
    return g_strdup_printf (_ ("Before: %s"), before);
  return says_after ? g_strdup_printf (_ ("After: %s"), after) : NULL;
}

static void
append_words (GString *sentence, GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);

  if (*text != '\0')
    g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? ", " : "", text);
}

static void
name_row (KeelRecordRow *self)
{
  g_autoptr (GString) sentence = g_string_new (NULL);
  g_autofree char *remove = NULL;

  append_words (sentence, self->name);
  append_words (sentence, self->when);
  /* Translators: a button that takes away what was put down about a meeting; %s is its name and the date. */
  remove = g_strdup_printf (_ ("Remove %s"), sentence->str);
  append_words (sentence, self->state);
  append_words (sentence, self->heard);
  append_words (sentence, self->note);
  append_words (sentence, self->mood);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence->str, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

static void
keel_record_row_dispose (GObject *object)
{
  g_clear_object (&KEEL_RECORD_ROW (object)->attendance);
  G_OBJECT_CLASS (keel_record_row_parent_class)->dispose (object);
}

static void
keel_record_row_class_init (KeelRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_record_row_dispose;

  signals[SIGNAL_REMOVE] = g_signal_new ("remove", KEEL_TYPE_RECORD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRecordRow, name);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordRow, state);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordRow, when);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordRow, heard);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordRow, note);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordRow, mood);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
keel_record_row_init (KeelRecordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
keel_record_row_new (KeelSession *session, KeelAttendance *attendance)
{
  KeelRecordRow *self = g_object_new (KEEL_TYPE_RECORD_ROW, NULL);
  g_autofree char *when = describe_when (session, attendance);
  g_autofree char *heard = describe_heard (attendance);
  g_autofree char *mood = describe_mood (attendance);

  self->attendance = g_object_ref (attendance);
  show_text (self->name, attendance->name);
  show_text (self->state, keel_date_words_attendance (attendance->state));
  show_text (self->when, when);
  show_text (self->heard, heard);
  show_text (self->note, attendance->note);
  show_text (self->mood, mood);
  name_row (self);
  return GTK_WIDGET (self);
}

KeelAttendance *
keel_record_row_get_attendance (KeelRecordRow *self)
{
  return self->attendance;
}
