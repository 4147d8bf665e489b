#include "config.h"

#include "keel-contact-card.h"

#include <glib/gi18n-lib.h>

#include "content/keel-person-sentences.h"

#include "keel-contact-log-dialog.h"
#include "keel-help-acts.h"
#include "keel-minute-watch.h"
#include "keel-session-contacts.h"
#include "keel-text-label.h"
#include "keel-wrap-box.h"

#define STANDING "keel-standing"
/* The others stand in the window with all people. */
#define SHOWN 3

struct _KeelContactCard
{
  AdwBin parent_instance;

  GtkBox *box;
  KeelMinuteWatch *watch;

  KeelSession *session;
  gint64 day; /* for which it was read */
};

G_DEFINE_FINAL_TYPE (KeelContactCard, keel_contact_card, ADW_TYPE_BIN)

static void refresh (KeelContactCard *self);

static void
look_cb (KeelContactCard *self)
{
  keel_minute_watch_arm (self->watch, keel_session_get_now (self->session));
  if (keel_session_is_open (self->session) && keel_session_get_wall_day (self->session) != self->day)
    refresh (self);
}

static void
put_down_cb (GtkWidget *button, KeelContactCard *self)
{
  const KeelPersonStanding *standing = g_object_get_data (G_OBJECT (button), STANDING);

  keel_contact_log_dialog_present (GTK_WINDOW (gtk_widget_get_root (button)), self->session, standing->person,
                                   NULL);
}

static void
keel_contact_card_dispose (GObject *object)
{
  KeelContactCard *self = KEEL_CONTACT_CARD (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_contact_card_parent_class)->dispose (object);
}

static void
keel_contact_card_class_init (KeelContactCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_contact_card_dispose;
}

static void
keel_contact_card_init (KeelContactCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
name_button (GtkWidget *button, const char *format, const char *person)
{
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", person, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static GtkWidget *
make_buttons (KeelContactCard *self, KeelPersonStanding *standing)
{
  GtkWidget *line = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);
  const KeelPerson *person = standing->person;
  g_autofree char *dial = keel_number_dup_dial (person->number);
  g_autofree char *link = dial != NULL ? g_strconcat ("tel:", dial, NULL) : NULL;
  g_autofree char *call = g_strdup_printf (_ ("Call %s"), person->name);
  GtkWidget *put_down = gtk_button_new_with_label (_ ("Put Down a Contact"));
  GtkWidget *open = gtk_button_new_with_label (C_ ("person", "Open"));

  if (link != NULL)
    keel_wrap_box_append (KEEL_WRAP_BOX (line),
                          keel_help_make_open_button (C_ ("button", "Call"), call, link, person->number));
  /* Translators: a button as a listener hears it: %s is somebody's first name. */
  name_button (put_down, _ ("Put down a contact with %s"), person->name);
  g_object_set_data (G_OBJECT (put_down), STANDING, standing);
  g_signal_connect_object (put_down, "clicked", G_CALLBACK (put_down_cb), self, 0);
  keel_wrap_box_append (KEEL_WRAP_BOX (line), put_down);
  /* Translators: a button as a listener hears it: opens the page of somebody whose first name is %s. */
  name_button (open, _ ("Open the page of %s"), person->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "app.person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "s", person->uuid);
  keel_wrap_box_append (KEEL_WRAP_BOX (line), open);
  return line;
}

/* Takes @standing. */
static void
add_person (KeelContactCard *self, KeelPersonStanding *standing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *next = keel_sentence_next_contact (standing->next, self->day);
  g_autofree char *open = NULL;

  gtk_box_append (GTK_BOX (box), keel_text_label_new (standing->person->name, "heading"));
  gtk_box_append (GTK_BOX (box), keel_text_label_new (next, "dim-label"));
  if (standing->n_open > 0)
    {
      open = g_strdup_printf (ngettext ("%u question to bring", "%u questions to bring", standing->n_open),
                              standing->n_open);
      gtk_box_append (GTK_BOX (box), keel_text_label_new (open, "dim-label"));
    }
  gtk_box_append (GTK_BOX (box), make_buttons (self, standing));
  g_object_set_data_full (G_OBJECT (box), STANDING, standing, (GDestroyNotify) keel_person_standing_free);
  gtk_box_append (self->box, box);
}

static void
add_rest (KeelContactCard *self, guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u more person", "%u more people", n), n);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.people");
  gtk_box_append (self->box, button);
}

/* Those whose day has come, in their order. Takes them out of @standings. */
static void
show (KeelContactCard *self, GPtrArray *standings)
{
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_free_func (standings, NULL);
  for (guint i = 0; i < standings->len; i++)
    {
      KeelPersonStanding *standing = standings->pdata[i];
      gboolean due = standing->next != KEEL_PERSON_NO_DAY && standing->next <= self->day;

      n += due ? 1 : 0;
      if (due && n <= SHOWN)
        add_person (self, standing);
      else
        keel_person_standing_free (standing);
    }
  if (n > SHOWN)
    add_rest (self, n - SHOWN);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelContactCard) self = data;
  g_autoptr (GPtrArray) standings = NULL;

  standings = keel_session_list_standings_finish (KEEL_SESSION (source), result, NULL);
  if (self->session != NULL && standings != NULL)
    show (self, standings);
}

static void
refresh (KeelContactCard *self)
{
  if (!keel_session_is_open (self->session))
    return;
  self->day = keel_session_get_wall_day (self->session);
  keel_session_list_standings_async (self->session, listed_cb, g_object_ref (self));
}

GtkWidget *
keel_contact_card_new (KeelSession *session)
{
  KeelContactCard *self = g_object_new (KEEL_TYPE_CONTACT_CARD, NULL);

  self->session = g_object_ref (session);
  self->watch = keel_minute_watch_new ();
  g_signal_connect_object (self->watch, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "people-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  keel_minute_watch_arm (self->watch, keel_session_get_now (session));
  refresh (self);
  return GTK_WIDGET (self);
}
