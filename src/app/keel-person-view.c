#include "config.h"

#include "keel-person-view.h"

#include <glib/gi18n-lib.h>

#include "content/keel-person-sentences.h"
#include "content/keel-sentences.h"

#include "keel-contact-log-dialog.h"
#include "keel-help-person-row.h"
#include "keel-line-row.h"
#include "keel-person-questions.h"
#include "keel-plans-here.h"

#define CONTACT "keel-contact"

struct _KeelPersonView
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *role;
  GtkListBox *reach;
  GtkLabel *reach_words;
  KeelPlansHere *plans;
  GtkListBox *agreed;
  KeelPersonQuestions *questions;
  GtkWidget *log_heading;
  GtkListBox *log;
  GtkWidget *more;
  GtkWidget *notes_heading;
  GtkLabel *notes;

  KeelSession *session;
  KeelPersonStanding *standing; /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelPersonView, keel_person_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
put_down_cb (KeelPersonView *self)
{
  keel_contact_log_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                   self->standing->person, NULL);
}

static void
row_cb (KeelPersonView *self, GtkListBoxRow *row)
{
  keel_contact_log_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                   self->standing->person, g_object_get_data (G_OBJECT (row), CONTACT));
}

static void
more_cb (KeelPersonView *self)
{
  g_signal_emit (self, signals[SIGNAL_MORE], 0);
}

static void
keel_person_view_dispose (GObject *object)
{
  KeelPersonView *self = KEEL_PERSON_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->standing, keel_person_standing_free);
  G_OBJECT_CLASS (keel_person_view_parent_class)->dispose (object);
}

static void
keel_person_view_class_init (KeelPersonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_person_view_dispose;
  signals[SIGNAL_MORE] = g_signal_new ("more", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  g_type_ensure (KEEL_TYPE_PERSON_QUESTIONS);
  g_type_ensure (KEEL_TYPE_PLANS_HERE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-person-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, name);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, role);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, reach);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, reach_words);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, agreed);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, questions);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, log_heading);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, log);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, more);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, plans);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, notes_heading);
  gtk_widget_class_bind_template_child (widget_class, KeelPersonView, notes);
  gtk_widget_class_bind_template_callback (widget_class, put_down_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
keel_person_view_init (KeelPersonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static void
show_who (KeelPersonView *self, const KeelPerson *person)
{
  g_autofree char *role = keel_sentence_person_role (person);
  gboolean reachable = person->number != NULL || person->message != NULL;

  gtk_label_set_text (self->name, person->name);
  show_words (self->role, role);
  clear (self->reach);
  if (reachable)
    gtk_list_box_append (self->reach, keel_help_person_row_new_nameless (person));
  gtk_widget_set_visible (GTK_WIDGET (self->reach), reachable);
  show_words (self->reach_words, person->reach);
  gtk_widget_set_visible (self->notes_heading, person->notes != NULL);
  show_words (self->notes, person->notes);
}

static char *
describe_reminder (const KeelPerson *person)
{
  g_autofree char *time = NULL;

  if (person->remind == KEEL_PERSON_NO_TIME)
    return NULL;
  time = keel_sentence_time (person->remind);
  /* Translators: of a reminder; %s is a time. */
  return g_strdup_printf (_ ("Reminder on that day at %s"), time);
}

static void
show_agreed (KeelPersonView *self)
{
  const KeelPerson *person = self->standing->person;
  gint64 today = keel_session_get_wall_day (self->session);
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, "activatable", FALSE, NULL);
  g_autofree char *next = keel_sentence_next_contact (self->standing->next, today);
  g_autofree char *rhythm = keel_sentence_contact_rhythm (person->rhythm);
  g_autofree char *last = keel_sentence_last_contact (self->standing->last, today);
  g_autofree char *reminder = next != NULL ? describe_reminder (person) : NULL;

  clear (self->agreed);
  keel_line_row_add_line (row, next, "heading", 0);
  keel_line_row_add_line (row, rhythm, NULL, 0);
  keel_line_row_add_line (row, last, next != NULL ? "dim-label" : NULL, 0);
  keel_line_row_add_line (row, reminder, "dim-label", 0);
  gtk_list_box_append (self->agreed, GTK_WIDGET (row));
}

static char *
describe_moment (KeelPersonView *self, const KeelContact *contact)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_offset (contact->offset * 60);
  g_autofree char *day = NULL;
  g_autofree char *time = keel_sentence_clock_time (contact->at, there);

  day = keel_sentence_day (keel_contact_get_day (contact), keel_session_get_wall_day (self->session));
  /* Translators: of a contact with somebody: what it was ("Call"), its day and its time. */
  return g_strdup_printf (_ ("%1$s · %2$s, %3$s"), keel_sentence_contact_how (contact->how), day, time);
}

static void
add_contact (KeelPersonView *self, const KeelContact *contact)
{
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, NULL);
  g_autofree char *moment = describe_moment (self, contact);
  /* Translators: %s is what the person said in a call that they would do. */
  g_autofree char *to_do = contact->to_do != NULL ? g_strdup_printf (_ ("I want to: %s"), contact->to_do)
                                                  : NULL;

  keel_line_row_add_line (row, moment, "heading", 0);
  keel_line_row_add_line (row, contact->topic, NULL, 2);
  keel_line_row_add_line (row, to_do, NULL, 3);
  keel_line_row_add_line (row, contact->note, "dim-label", 3);
  g_object_set_data_full (G_OBJECT (row), CONTACT, keel_contact_copy (contact),
                          (GDestroyNotify) keel_contact_free);
  gtk_list_box_append (self->log, GTK_WIDGET (row));
}

static void
show_log (KeelPersonView *self, GPtrArray *contacts, gboolean more)
{
  clear (self->log);
  for (guint i = 0; i < contacts->len; i++)
    add_contact (self, contacts->pdata[i]);
  gtk_widget_set_visible (self->log_heading, contacts->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->log), contacts->len > 0);
  gtk_widget_set_visible (self->more, more);
}

void
keel_person_view_set_session (KeelPersonView *self, KeelSession *session)
{
  g_set_object (&self->session, session);
}

void
keel_person_view_show (KeelPersonView *self, KeelPersonStanding *standing, GPtrArray *contacts,
                       GPtrArray *questions, gboolean more)
{
  g_clear_pointer (&self->standing, keel_person_standing_free);
  self->standing = standing;
  show_who (self, standing->person);
  show_agreed (self);
  keel_plans_here_show_person (self->plans, self->session, standing->person);
  keel_person_questions_show (self->questions, self->session, standing->person->uuid, questions);
  show_log (self, contacts, more);
  g_ptr_array_unref (contacts);
  g_ptr_array_unref (questions);
}

const KeelPerson *
keel_person_view_get_person (KeelPersonView *self)
{
  return self->standing != NULL ? self->standing->person : NULL;
}
