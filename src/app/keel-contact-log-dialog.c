#include "config.h"

#include "keel-contact-log-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-person-sentences.h"
#include "core/keel-local-time.h"
#include "core/keel-series.h"

#include "keel-announcer.h"
#include "keel-chip-choice.h"
#include "keel-contact-undo.h"
#include "keel-note-area.h"
#include "keel-person-fields.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"
#include "keel-typed-time.h"

struct _KeelContactLogDialog
{
  AdwWindow parent_instance;

  KeelChipChoice *hows;
  GtkEditable *day;
  GtkEditable *time;
  GtkEditable *topic;
  GtkEditable *to_do;
  GtkEditable *next;
  KeelNoteArea *note;
  GtkWidget *delete_button;

  KeelSession *session;
  KeelContact *contact;
  gint64 agreed;       /* what is agreed with the person */
  KeelLocalTime shown; /* what stood in day and time */
};

G_DEFINE_FINAL_TYPE (KeelContactLogDialog, keel_contact_log_dialog, ADW_TYPE_WINDOW)

static void
how_cb (KeelContactLogDialog *self, const char *id)
{
  self->contact->how = (KeelContactHow) keel_word_find (keel_contact_how_words, id);
}

static char *
dup_text (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* What nobody touched stays as it was, to the second and in its own zone. */
static gboolean
read_moment (KeelContactLogDialog *self, KeelContact *wanted)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  KeelLocalTime local;
  gint64 day;
  int minute;

  if (!keel_typed_day_parse (gtk_editable_get_text (self->day), &day))
    {
      keel_text_row_show_problem (KEEL_TEXT_ROW (self->day),
                                  _ ("Write the date as year, month and day, for example 2027-03-31."));
      keel_text_row_mend (KEEL_TEXT_ROW (self->day));
      return FALSE;
    }
  if (!keel_typed_time_parse (gtk_editable_get_text (self->time), &minute))
    {
      keel_text_row_show_problem (KEEL_TEXT_ROW (self->time), _ ("Write a time, for example 19:00 or 7pm."));
      keel_text_row_mend (KEEL_TEXT_ROW (self->time));
      return FALSE;
    }
  local = day * KEEL_MINUTES_PER_DAY + minute;
  if (local == self->shown)
    return TRUE;
  wanted->at = keel_local_time_to_utc (local, zone);
  wanted->offset = (int) (keel_local_time_from_utc (wanted->at, zone) - wanted->at / 60);
  return TRUE;
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelContactLogDialog *self = KEEL_CONTACT_LOG_DIALOG (widget);
  g_autoptr (KeelContact) wanted = keel_contact_new (self->contact->person, self->contact->how);
  KeelNextContact next = { 0 };

  wanted->uuid = g_strdup (self->contact->uuid);
  wanted->at = self->contact->at;
  wanted->offset = self->contact->offset;
  wanted->topic = dup_text (self->topic);
  wanted->to_do = dup_text (self->to_do);
  wanted->note = keel_note_area_dup_text (self->note);
  if (!read_moment (self, wanted) || !keel_person_fields_read_day (self->next, &next.day))
    return;
  next.set = next.day != self->agreed;
  keel_contact_undo_save (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session,
                          wanted, &next);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelContactLogDialog *self = KEEL_CONTACT_LOG_DIALOG (widget);

  keel_contact_undo_delete (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session,
                            self->contact->uuid);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
keel_contact_log_dialog_dispose (GObject *object)
{
  KeelContactLogDialog *self = KEEL_CONTACT_LOG_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->contact, keel_contact_free);
  G_OBJECT_CLASS (keel_contact_log_dialog_parent_class)->dispose (object);
}

static void
keel_contact_log_dialog_class_init (KeelContactLogDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_contact_log_dialog_dispose;
  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_NOTE_AREA);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-contact-log-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelContactLogDialog, hows);
  gtk_widget_class_bind_template_child (widget_class, KeelContactLogDialog, day);
  gtk_widget_class_bind_template_child (widget_class, KeelContactLogDialog, time);
  gtk_widget_class_bind_template_child (widget_class, KeelContactLogDialog, topic);
  gtk_widget_class_bind_template_child (widget_class, KeelContactLogDialog, to_do);
  gtk_widget_class_bind_template_child (widget_class, KeelContactLogDialog, next);
  gtk_widget_class_bind_template_child (widget_class, KeelContactLogDialog, note);
  gtk_widget_class_bind_template_child (widget_class, KeelContactLogDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, how_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_contact_log_dialog_init (KeelContactLogDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What it was"), -1);
  for (KeelContactHow how = KEEL_CONTACT_CALL; how <= KEEL_CONTACT_VISIT; how++)
    keel_chip_choice_add (self->hows, keel_contact_how_words[how], keel_sentence_contact_how (how));
  keel_note_area_set_title (
      self->note, _ ("Notes about me"),
      _ ("What it did with you. What they shared is theirs: it is not asked for here."));
}

static void
set_text (GtkEditable *editable, const char *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
}

/* As it was on the wall where the person was; now, where it is new. */
static void
show_moment (KeelContactLogDialog *self)
{
  g_autoptr (GTimeZone) zone = self->contact->at != 0 ? g_time_zone_new_offset (self->contact->offset * 60)
                                                      : keel_session_get_zone (self->session);
  gint64 at = self->contact->at != 0 ? self->contact->at : keel_session_get_now (self->session);
  g_autofree char *time = NULL;
  int minute;

  self->shown = keel_local_time_from_utc (at, zone);
  minute = keel_local_time_get_minute (self->shown);
  time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  keel_person_fields_show_day (self->day, keel_local_time_get_days (self->shown));
  gtk_editable_set_text (self->time, time);
}

/* The day that was agreed is shown while it is still to come. */
static void
show (KeelContactLogDialog *self, const KeelPerson *person)
{
  gboolean comes = person->next != KEEL_PERSON_NO_DAY &&
                   person->next > keel_session_get_wall_day (self->session);

  self->agreed = comes || self->contact->uuid != NULL ? person->next : KEEL_PERSON_NO_DAY;
  keel_chip_choice_select (self->hows, keel_contact_how_words[self->contact->how]);
  show_moment (self);
  set_text (self->topic, self->contact->topic);
  set_text (self->to_do, self->contact->to_do);
  keel_note_area_set_text (self->note, self->contact->note);
  keel_person_fields_show_day (self->next, self->agreed);
  gtk_widget_set_visible (self->delete_button, self->contact->uuid != NULL);
}

void
keel_contact_log_dialog_present (GtkWindow *parent, KeelSession *session, const KeelPerson *person,
                                 const KeelContact *contact)
{
  KeelContactLogDialog *self = g_object_new (KEEL_TYPE_CONTACT_LOG_DIALOG, "transient-for", parent, NULL);
  /* Translators: the title of a window: a contact with somebody whose first name is %s. */
  g_autofree char *title = g_strdup_printf (_ ("With %s"), person->name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  self->session = g_object_ref (session);
  self->contact = contact != NULL ? keel_contact_copy (contact)
                                  : keel_contact_new (person->uuid, person->kind == KEEL_PERSON_THERAPIST
                                                                        ? KEEL_CONTACT_VISIT
                                                                        : KEEL_CONTACT_CALL);
  show (self, person);
  gtk_window_present (GTK_WINDOW (self));
}
