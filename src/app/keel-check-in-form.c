#include "config.h"

#include "keel-check-in-form.h"

#include <glib/gi18n-lib.h>

#include "content/keel-check-in-words.h"
#include "content/keel-sentences.h"
#include "core/keel-local-time.h"

#include "keel-dot-choice.h"
#include "keel-minute-watch.h"
#include "keel-row-undo.h"
#include "keel-session-check-ins.h"
#include "keel-session-settings.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

/* Seconds: for so long a press belongs to the same check-in. */
#define ONE_MOMENT (15 * 60)
/* What Keel itself has put into a field last. */
#define SHOWN "keel-shown"

struct _KeelCheckInForm
{
  AdwBin parent_instance;

  KeelDotChoice *mood;
  KeelDotChoice *craving;
  KeelDotChoice *energy;
  GtkEditable *sleep; /* nullable */
  GtkEditable *word;
  GtkWidget *help;
  GtkWidget *more; /* nullable: in a full form */

  KeelSession *session;
  KeelMinuteWatch *watch;
  KeelCheckIn *current; /* of this moment; without a UUID while nothing is said */
  guint saving;         /* how many are under way */
};

static const char *const faces[KEEL_N_DOTS] = { "face-crying-symbolic", "face-sad-symbolic",
                                                "face-plain-symbolic", "face-smile-symbolic",
                                                "face-smile-big-symbolic" };

G_DEFINE_FINAL_TYPE (KeelCheckInForm, keel_check_in_form, ADW_TYPE_BIN)

static gboolean
has_focus (GtkEditable *field)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (field));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (field));
}

/* Nothing is wiped out under the hands of whoever is typing. */
static void
set_text (GtkEditable *field, const char *text)
{
  const char *shown, *now;

  if (field == NULL)
    return;
  shown = g_object_get_data (G_OBJECT (field), SHOWN);
  now = gtk_editable_get_text (field);
  if (has_focus (field) && g_strcmp0 (now, shown != NULL ? shown : "") != 0 && g_strcmp0 (now, text) != 0)
    return;
  g_object_set_data_full (G_OBJECT (field), SHOWN, g_strdup (text), g_free);
  if (g_strcmp0 (now, text) != 0)
    gtk_editable_set_text (field, text);
}

static void
show (KeelCheckInForm *self)
{
  g_autofree char *sleep = keel_check_in_words_sleep_field (self->current->sleep);

  keel_dot_choice_set (self->mood, self->current->mood);
  keel_dot_choice_set (self->craving, keel_check_in_words_craving_step (self->current->craving));
  keel_dot_choice_set (self->energy, self->current->energy);
  set_text (self->sleep, sleep);
  set_text (self->word, self->current->word != NULL ? self->current->word : "");
  gtk_widget_set_visible (self->help, self->current->mood == 0);
}

static void
take (KeelCheckInForm *self, KeelCheckIn *check_in)
{
  keel_check_in_free (self->current);
  self->current = check_in;
  show (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelCheckInForm) self = data;
  g_autoptr (GPtrArray) check_ins = keel_session_list_check_ins_finish (KEEL_SESSION (source), result, NULL);
  const KeelCheckIn *last;

  if (self->session == NULL || self->saving > 0 || check_ins == NULL)
    return;
  last = check_ins->len > 0 ? g_ptr_array_index (check_ins, 0) : NULL;
  if (last != NULL && last->at <= keel_session_get_now (self->session))
    take (self, keel_check_in_copy (last));
  else
    take (self, keel_check_in_new ());
}

static void
refresh (KeelCheckInForm *self)
{
  gint64 now;

  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  now = keel_session_get_now (self->session);
  keel_session_list_check_ins_async (self->session, now - ONE_MOMENT + 1, 1, listed_cb, g_object_ref (self));
}

static gboolean
is_writing (KeelCheckInForm *self)
{
  return has_focus (self->word) || (self->sleep != NULL && has_focus (self->sleep));
}

/* What is being typed belongs to the moment in which it was begun. */
static void
look_cb (KeelCheckInForm *self)
{
  gint64 now;

  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  now = keel_session_get_now (self->session);
  keel_minute_watch_arm (self->watch, now);
  if (self->current->uuid != NULL && self->saving == 0 && !is_writing (self) &&
      (now - self->current->at >= ONE_MOMENT || now < self->current->at))
    take (self, keel_check_in_new ());
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelCheckInForm) self = data;
  g_autoptr (KeelCheckIn) before = NULL;
  g_autoptr (KeelCheckIn) saved = NULL;
  gpointer was = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  saved = keel_session_save_row_finish (KEEL_SESSION (source), result, &was, &error);
  before = was;
  self->saving--;
  if (self->session == NULL)
    return;
  if (saved != NULL)
    {
      keel_row_undo_offer (GTK_WIDGET (self), self->session, &keel_check_in_rows, saved->uuid, before,
                           _ ("Your check-in is saved."));
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (self), sentence);
  refresh (self);
}

static void
set_moment (KeelCheckInForm *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  KeelCheckIn *current = self->current;

  current->uuid = g_uuid_string_random ();
  current->at = keel_session_get_now (self->session);
  current->offset = (int) (keel_local_time_from_utc (current->at, zone) - current->at / 60);
}

static void
save (KeelCheckInForm *self)
{
  if (self->current->uuid == NULL && keel_check_in_is_possible (self->current))
    set_moment (self);
  show (self);
  if (self->current->uuid == NULL)
    return;
  self->saving++;
  keel_session_save_row_async (self->session, &keel_check_in_rows, self->current, saved_cb,
                               g_object_ref (self));
}

static void
mood_cb (KeelCheckInForm *self, int mood)
{
  self->current->mood = mood;
  save (self);
}

static void
craving_cb (KeelCheckInForm *self, int step)
{
  self->current->craving = keel_check_in_words_craving_of_step (step);
  save (self);
}

static void
energy_cb (KeelCheckInForm *self, int energy)
{
  self->current->energy = energy;
  save (self);
}

static void
word_cb (KeelCheckInForm *self)
{
  g_autofree char *word = g_strstrip (g_strdup (gtk_editable_get_text (self->word)));

  if (g_strcmp0 (word, self->current->word != NULL ? self->current->word : "") == 0)
    return;
  g_free (self->current->word);
  self->current->word = *word != '\0' ? g_steal_pointer (&word) : NULL;
  save (self);
}

static void
sleep_cb (KeelCheckInForm *self)
{
  int minutes;

  if (!keel_check_in_words_parse_sleep (gtk_editable_get_text (self->sleep), &minutes))
    {
      keel_say (GTK_WIDGET (self), _ ("Hours of sleep are a number up to 24, such as 7 or 7:30."));
      show (self);
      return;
    }
  if (minutes == self->current->sleep)
    return;
  self->current->sleep = minutes;
  save (self);
}

static void
keel_check_in_form_dispose (GObject *object)
{
  KeelCheckInForm *self = KEEL_CHECK_IN_FORM (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_check_in_form_parent_class)->dispose (object);
}

static void
keel_check_in_form_finalize (GObject *object)
{
  keel_check_in_free (KEEL_CHECK_IN_FORM (object)->current);
  G_OBJECT_CLASS (keel_check_in_form_parent_class)->finalize (object);
}

static void
keel_check_in_form_class_init (KeelCheckInFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_check_in_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_check_in_form_finalize;
}

static void
keel_check_in_form_init (KeelCheckInForm *self)
{
  self->current = keel_check_in_new ();
  self->watch = keel_minute_watch_new ();
  g_signal_connect_object (self->watch, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
}

static KeelDotChoice *
add_dots (KeelCheckInForm *self, GtkBox *box, const char *label, const char *const names[KEEL_N_DOTS],
          const char *const icons[KEEL_N_DOTS], GCallback chosen)
{
  KeelDotChoice *dots = keel_dot_choice_new (label, names, icons);

  g_signal_connect_object (dots, "chosen", chosen, self, G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (dots));
  return dots;
}

static GtkEditable *
add_field (KeelCheckInForm *self, GtkBox *box, const char *label, GCallback changed)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 60);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "activate", changed, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", changed, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (box, entry);
  return GTK_EDITABLE (entry);
}

/* With its label below those of the buttons. */
static GtkBox *
add_line (GtkBox *box, const char *label)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_add_css_class (words, "keel-dot-label");
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (box, line);
  return GTK_BOX (line);
}

static GtkWidget *
make_help (void)
{
  KeelWrapBox *box = g_object_new (KEEL_TYPE_WRAP_BOX, "visible", FALSE, NULL);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Help now"));

  gtk_label_set_text (GTK_LABEL (words), _ ("You do not have to get through this alone."));
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.help-now");
  gtk_widget_add_css_class (GTK_WIDGET (box), "keel-note");
  keel_wrap_box_append (box, words);
  keel_wrap_box_append (box, button);
  return GTK_WIDGET (box);
}

static GtkWidget *
make_more (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-more-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.check-in");
  return button;
}

/* Nobody who is here for somebody else is asked for a craving; the short form has energy in its place. */
static void
suit_pages (KeelCheckInForm *self)
{
  gboolean families = keel_session_is_for_family_alone (self->session);
  const char *more = families ? _ ("Sleep and earlier check-ins") : _ ("Energy, sleep and earlier check-ins");

  gtk_widget_set_visible (GTK_WIDGET (self->craving), !families);
  gtk_widget_set_visible (GTK_WIDGET (self->energy), families || self->more == NULL);
  if (self->more == NULL)
    return;
  gtk_widget_set_tooltip_text (self->more, more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
}

static void
build (KeelCheckInForm *self, gboolean full)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkBox *line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));

  self->mood = add_dots (self, box, C_ ("check-in", "Mood"), keel_check_in_words_moods (), faces,
                         G_CALLBACK (mood_cb));
  self->craving = add_dots (self, box, C_ ("check-in", "Craving"), keel_check_in_words_cravings (), NULL,
                            G_CALLBACK (craving_cb));
  self->energy = add_dots (self, box, C_ ("check-in", "Energy"), keel_check_in_words_energies (), NULL,
                           G_CALLBACK (energy_cb));
  if (full)
    self->sleep = add_field (self, add_line (box, C_ ("check-in", "Sleep")),
                             _ ("Hours of sleep, if you like"), G_CALLBACK (sleep_cb));
  self->help = make_help ();
  gtk_box_append (box, self->help);
  self->word = add_field (self, line, _ ("A word for it, if you like"), G_CALLBACK (word_cb));
  if (!full)
    {
      self->more = make_more ();
      gtk_box_append (line, self->more);
    }
  gtk_box_append (box, GTK_WIDGET (line));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  suit_pages (self);
}

GtkWidget *
keel_check_in_form_new (KeelSession *session, gboolean full)
{
  KeelCheckInForm *self = g_object_new (KEEL_TYPE_CHECK_IN_FORM, NULL);

  self->session = g_object_ref (session);
  build (self, full);
  g_signal_connect_object (session, "check-ins-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (suit_pages), self, G_CONNECT_SWAPPED);
  keel_minute_watch_arm (self->watch, keel_session_get_now (session));
  refresh (self);
  return GTK_WIDGET (self);
}
