#include "config.h"

#include "keel-reminder-style-box.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-chip-choice.h"
#include "keel-session-settings.h"

/* What stands there when it is switched on. */
#define FIRST_TRAVEL 20

struct _KeelReminderStyleBox
{
  AdwBin parent_instance;

  GtkSwitch *leaves;
  GtkWidget *travel_row;
  GtkSpinButton *travel;
  KeelChipChoice *texts;
  GtkLabel *sample_title;
  GtkLabel *sample_body;
  GtkLabel *closed_note;
  AdwActionRow *open_row;
  GtkSwitch *open;
  GtkSwitch *sound;
  GtkSwitch *important;

  KeelMeeting *meeting;
  char *when; /* when it begins next */
  gboolean protected;
  gboolean shared; /* others have a profile beside this one */
  KeelReminderText text;
};

G_DEFINE_FINAL_TYPE (KeelReminderStyleBox, keel_reminder_style_box, ADW_TYPE_BIN)

/* Whatever was chosen: as things are it says only the time. */
static gboolean
is_closed (KeelReminderStyleBox *self)
{
  return (self->protected || self->shared) && !gtk_switch_get_active (self->open);
}

static char *
write_title (KeelReminderStyleBox *self, KeelReminderText text)
{
  if (text == KEEL_REMINDER_DISCREET)
    /* Translators: the title of a notification that others may see: %s is a time. Say no more than that. */
    return g_strdup_printf (_ ("Reminder: %s"), self->when);
  /* Translators: when something begins, and its name, as in "tomorrow, 19:00 · Candle Corner". */
  return g_strdup_printf (C_ ("time and name", "%1$s · %2$s"), self->when, self->meeting->name);
}

static const char *
find_place (KeelReminderStyleBox *self, KeelReminderText text)
{
  if (text != KEEL_REMINDER_FULL)
    return NULL;
  return self->meeting->location != NULL ? self->meeting->location : self->meeting->address;
}

static const char *
describe_closed (KeelReminderStyleBox *self)
{
  if (self->text == KEEL_REMINDER_DISCREET || !is_closed (self))
    return NULL;
  if (self->protected)
    return _ ("Only the time, since this profile has a passphrase. Allow more with the switch below.");
  return _ ("Only the time, since others have a profile here. Allow more with the switch below.");
}

static void
show_sample (KeelReminderStyleBox *self)
{
  KeelReminderText text = is_closed (self) ? KEEL_REMINDER_DISCREET : self->text;
  g_autofree char *title = write_title (self, text);
  const char *place = find_place (self, text);
  const char *note = describe_closed (self);

  gtk_label_set_text (self->sample_title, title);
  gtk_label_set_text (self->sample_body, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sample_body), place != NULL);
  gtk_label_set_text (self->closed_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->closed_note), note != NULL);
}

static void
changed_cb (KeelReminderStyleBox *self)
{
  gtk_widget_set_visible (self->travel_row, gtk_switch_get_active (self->leaves));
  if (self->meeting != NULL)
    show_sample (self);
}

static void
text_chosen_cb (KeelReminderStyleBox *self, const char *id)
{
  self->text = (KeelReminderText) keel_word_find (keel_reminder_text_words, id);
  changed_cb (self);
}

static void
add_texts (KeelReminderStyleBox *self)
{
  static const char *const labels[] = {
    NC_ ("what a reminder says", "Only the time"),
    NC_ ("what a reminder says", "The name"),
    NC_ ("what a reminder says", "Name and place"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    keel_chip_choice_add (self->texts, keel_reminder_text_words[i],
                          g_dpgettext2 (GETTEXT_PACKAGE, "what a reminder says", labels[i]));
}

/* What the switch means: whoever cannot be harmed by it does not see it. */
static void
show_open_row (KeelReminderStyleBox *self)
{
  const char *meaning = _ (
      "Others have a profile on this computer. They may then read what the reminder says "
      "and press its buttons: Join, Directions and whether you go.");

  if (self->protected)
    meaning = _ (
        "What it says, and the link and place, are then kept outside the encryption. The reminder can "
        "offer Join, Directions and whether you go. Whoever sees the screen can read it.");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->open_row),
                                 self->protected ? _ ("Also while Keel is locked")
                                                 : _ ("Also though others have a profile here"));
  adw_action_row_set_subtitle (self->open_row, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->open_row), self->protected || self->shared);
}

static char *
describe_when (KeelSession *session, KeelMeeting *meeting, KeelSchedule *schedule)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (session);
  gint64 now = keel_session_get_now (session);
  g_autoptr (KeelSchedule) own = NULL;
  KeelOccurrence next;

  if (schedule == NULL)
    schedule = own = keel_meeting_to_schedule (meeting, keel_local_time_from_utc (now, person), NULL);
  if (schedule != NULL && keel_schedule_next (schedule, now, person, &next))
    return keel_sentence_clock_time (next.start, person);
  return keel_sentence_time (MAX (meeting->minute, 0));
}

static void
keel_reminder_style_box_dispose (GObject *object)
{
  KeelReminderStyleBox *self = KEEL_REMINDER_STYLE_BOX (object);

  g_clear_object (&self->meeting);
  g_clear_pointer (&self->when, g_free);
  G_OBJECT_CLASS (keel_reminder_style_box_parent_class)->dispose (object);
}

static void
keel_reminder_style_box_class_init (KeelReminderStyleBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_reminder_style_box_dispose;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-reminder-style-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, leaves);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, travel_row);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, travel);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, texts);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, sample_title);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, sample_body);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, closed_note);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, open_row);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, open);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, sound);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderStyleBox, important);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_chosen_cb);
}

static void
keel_reminder_style_box_init (KeelReminderStyleBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->travel, 1, KEEL_SERIES_MAX_TRAVEL);
  gtk_spin_button_set_increments (self->travel, 5, 30);
  add_texts (self);
}

void
keel_reminder_style_box_show (KeelReminderStyleBox *self, KeelSession *session, KeelMeeting *meeting,
                              KeelSchedule *schedule, const KeelReminderStyle *style)
{
  guint others = 0;
  g_autofree char *other = keel_session_find_other_profile (session, &others);

  g_free (self->when);
  self->when = describe_when (session, meeting, schedule);
  self->protected = keel_session_is_protected (session);
  self->shared = other != NULL;
  self->text = style->text;
  keel_chip_choice_select (self->texts, keel_reminder_text_words[style->text]);
  gtk_spin_button_set_value (self->travel, style->travel > 0 ? style->travel : FIRST_TRAVEL);
  gtk_switch_set_active (self->leaves, style->travel > 0);
  gtk_switch_set_active (self->open, style->open);
  gtk_switch_set_active (self->sound, !style->silent);
  gtk_switch_set_active (self->important, style->important);
  g_set_object (&self->meeting, meeting);
  show_open_row (self);
  changed_cb (self);
}

KeelReminderStyle
keel_reminder_style_box_read (KeelReminderStyleBox *self)
{
  gtk_spin_button_update (self->travel);
  return (KeelReminderStyle){
    .text = self->text,
    .open = gtk_switch_get_active (self->open),
    .silent = !gtk_switch_get_active (self->sound),
    .important = gtk_switch_get_active (self->important),
    .travel = gtk_switch_get_active (self->leaves) ? gtk_spin_button_get_value_as_int (self->travel) : 0,
  };
}
