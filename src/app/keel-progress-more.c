#include "config.h"

#include "keel-progress-more.h"

#include <glib/gi18n-lib.h>

#include "keel-headed-list.h"

struct _KeelProgressMore
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KeelProgressMore, keel_progress_more, ADW_TYPE_BIN)

static const struct
{
  const char *action;
  const char *title;
  const char *subtitle;
} rows[] = {
  { "app.days", NC_ ("more", "Days and milestones"), N_ ("Start dates, what you have reached") },
  { "app.lapse", NC_ ("more", "I had a lapse"), N_ ("First: are you safe? What you kept stays") },
  { "app.check-in", NC_ ("more", "Check-ins"), N_ ("How you are, and how you were") },
  { "app.journal", NC_ ("more", "Journal and story"),
    N_ ("What you write for yourself, gratitude, your story") },
  { "app.people", NC_ ("more", "People"), N_ ("Who is with you, and when you last spoke") },
  { "app.together", NC_ ("more", "Together"),
    N_ ("A sheet to hand to someone: what helps me, what I ask of you") },
  { "app.care", NC_ ("more", "Plans"), N_ ("Medicine plan, high-risk dates, goals") },
  { "app.plans", NC_ ("more", "If-then plans"), N_ ("What you do when it gets hard") },
  { "win.record", NC_ ("more", "Meetings you were at"), N_ ("With what you wrote about them") },
  { "app.urge-log", NC_ ("more", "Urge log"), N_ ("Your urges, and what they have in common") },
  { "app.involvement", NC_ ("more", "Taking part"), N_ ("Six questions about you and your group") },
  { "app.reasons", NC_ ("more", "My reasons"), N_ ("Why you do this") },
  { "app.summary", NC_ ("more", "Summary to hand over"),
    N_ ("For a clinician, a court or a sponsor: you choose what is in it") },
};

static gboolean
is_there (const char *action)
{
  const char *name = g_str_has_prefix (action, "app.") ? action + strlen ("app.") : NULL;

  return name == NULL || g_action_group_has_action (G_ACTION_GROUP (g_application_get_default ()), name);
}

static GtkWidget *
make_row (gsize which)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dpgettext2 (GETTEXT_PACKAGE, "more", rows[which].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (rows[which].subtitle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), rows[which].action);
  return row;
}

static void
keel_progress_more_class_init (KeelProgressMoreClass *klass)
{
}

static void
keel_progress_more_init (KeelProgressMore *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkListBox *list = keel_headed_list_append (box, C_ ("progress", "More"), C_ ("progress", "More"));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (is_there (rows[i].action))
        gtk_list_box_append (list, make_row (i));
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}
