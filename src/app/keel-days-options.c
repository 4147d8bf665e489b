#include "config.h"

#include "keel-days-options.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-chip-choice.h"
#include "keel-window.h"

struct _KeelDaysOptions
{
  AdwBin parent_instance;

  KeelChipChoice *night;
  GtkSwitch *moments;

  KeelSession *session;
  KeelDayOptions options;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (KeelDaysOptions, keel_days_options, ADW_TYPE_BIN)

/* Hours after midnight. */
static const int nights[] = { 0, 2, 3, 4, 5, 6 };

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelDaysOptions) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    return;
  sentence = keel_sentence_for_error (error, NULL);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    keel_say (GTK_WIDGET (self), sentence);
}

static void
keep (KeelDaysOptions *self)
{
  if (!self->showing && keel_session_is_open (self->session))
    keel_session_set_day_options_async (self->session, &self->options, kept_cb, g_object_ref (self));
}

static void
night_chosen_cb (KeelDaysOptions *self, const char *id)
{
  self->options.night_end = (int) g_ascii_strtoll (id, NULL, 10);
  keep (self);
}

static void
moments_cb (KeelDaysOptions *self)
{
  self->options.moments = gtk_switch_get_active (self->moments);
  keep (self);
}

static void
keel_days_options_dispose (GObject *object)
{
  g_clear_object (&KEEL_DAYS_OPTIONS (object)->session);
  G_OBJECT_CLASS (keel_days_options_parent_class)->dispose (object);
}

static void
keel_days_options_class_init (KeelDaysOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_days_options_dispose;
}

static GtkWidget *
make_label (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

static GtkWidget *
make_moments (KeelDaysOptions *self)
{
  const char *words = _ ("Show a milestone when it is reached");
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", words, "title-lines", 0, NULL);

  self->moments = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->moments), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->moments), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->moments));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->moments));
  /* Else a listener hears the title twice. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->moments), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (self->moments, "notify::active", G_CALLBACK (moments_cb), self, G_CONNECT_SWAPPED);
  return list;
}

static void
keel_days_options_init (KeelDaysOptions *self)
{
  const char *heading = _ ("My day ends at");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->night = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);
  keel_chip_choice_add (self->night, "0", _ ("Midnight"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->night), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_signal_connect_object (self->night, "chosen", G_CALLBACK (night_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_label (heading, "heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->night));
  gtk_box_append (GTK_BOX (box), make_label (_ ("For who is often up late: until then it is still the day "
                                                "before. Your reminders are as they were."),
                                             "dim-label"));
  gtk_box_append (GTK_BOX (box), make_moments (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
add_night (KeelDaysOptions *self, int minute)
{
  g_autofree char *id = g_strdup_printf ("%d", minute);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *time = keel_sentence_clock_time ((gint64) minute * 60, utc);

  if (!keel_chip_choice_has (self->night, id))
    keel_chip_choice_add (self->night, id, time);
}

KeelDaysOptions *
keel_days_options_new (KeelSession *session)
{
  KeelDaysOptions *self = g_object_new (KEEL_TYPE_DAYS_OPTIONS, NULL);

  self->session = g_object_ref (session);
  for (gsize i = 1; i < G_N_ELEMENTS (nights); i++)
    add_night (self, nights[i] * 60);
  return self;
}

void
keel_days_options_show (KeelDaysOptions *self, const KeelDayOptions *options)
{
  g_autofree char *id = g_strdup_printf ("%d", options->night_end);

  self->showing = TRUE;
  self->options = *options;
  add_night (self, options->night_end);
  keel_chip_choice_select (self->night, id);
  gtk_switch_set_active (self->moments, options->moments);
  self->showing = FALSE;
}
