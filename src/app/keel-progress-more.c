#include "config.h"

#include "keel-progress-more.h"

#include <glib/gi18n-lib.h>

#include "keel-headed-list.h"
#include "keel-session-settings.h"

struct _KeelProgressMore
{
  AdwBin parent_instance;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelProgressMore, keel_progress_more, ADW_TYPE_BIN)

typedef enum
{
  GROUP_BEHIND,
  GROUP_OTHERS,
  GROUP_AHEAD,
  N_GROUPS,
} Group;

static const char *const groups[N_GROUPS] = {
  NC_ ("more", "Looking back"),
  NC_ ("more", "With others"),
  NC_ ("more", "What is ahead"),
};

typedef struct
{
  Group group;
  const char *action;
  const char *title;
  const char *subtitle;
} Row;

static const Row rows[] = {
  { GROUP_BEHIND, "app.days", NC_ ("more", "Days and milestones"),
    N_ ("Start dates, what you have reached") },
  { GROUP_BEHIND, "app.lapse", NC_ ("more", "I had a lapse"),
    N_ ("First: are you safe? What you kept stays") },
  { GROUP_BEHIND, "app.check-in", NC_ ("more", "Check-ins"), N_ ("How you are, and how you were") },
  { GROUP_BEHIND, "app.journal", NC_ ("more", "Journal and story"),
    N_ ("What you write for yourself, gratitude, your story") },
  { GROUP_BEHIND, "app.urge-log", NC_ ("more", "Urge log"), N_ ("Your urges, and what they have in common") },
  { GROUP_BEHIND, "win.record", NC_ ("more", "Meetings you were at"), N_ ("With what you wrote about them") },
  { GROUP_OTHERS, "app.people", NC_ ("more", "People"), N_ ("Who is with you, and when you last spoke") },
  { GROUP_OTHERS, "app.together", NC_ ("more", "Together"),
    N_ ("A sheet to hand to someone: what helps me, what I ask of you") },
  { GROUP_OTHERS, "app.involvement", NC_ ("more", "Taking part"),
    N_ ("Six questions about you and your group") },
  { GROUP_OTHERS, "app.summary", NC_ ("more", "Summary to hand over"),
    N_ ("For a clinician, a court or a sponsor: you choose what is in it") },
  { GROUP_AHEAD, "app.care", NC_ ("more", "My plans"), N_ ("Medicine plan, high-risk dates, goals") },
  { GROUP_AHEAD, "app.plans", NC_ ("more", "If-then plans"), N_ ("What you do when it gets hard") },
  { GROUP_AHEAD, "app.reasons", NC_ ("more", "My reasons"), N_ ("Why you do this") },
};

/* What is another thing for whoever is here for somebody else; without a title there is no such row. */
static const Row rows_of_families[] = {
  { GROUP_BEHIND, "app.days", NC_ ("more", "My time in the group"),
    N_ ("Your own start, and what you have reached") },
  { GROUP_BEHIND, "app.lapse", NULL, NULL },
  { GROUP_BEHIND, "app.urge-log", NULL, NULL },
  { GROUP_OTHERS, "app.summary", NC_ ("more", "Summary to hand over"),
    N_ ("For someone who helps you: you choose what is in it") },
  { GROUP_AHEAD, "app.care", NC_ ("more", "My plans"), N_ ("Hard dates, goals") },
  { GROUP_AHEAD, "app.reasons", NC_ ("more", "What I want for my life"),
    N_ ("What is good, and what you look forward to") },
};

static const Row *
find_row (KeelProgressMore *self, gsize which)
{
  gboolean families = keel_session_is_for_family_alone (self->session);

  for (gsize i = 0; i < G_N_ELEMENTS (rows_of_families) && families; i++)
    if (g_str_equal (rows_of_families[i].action, rows[which].action))
      return &rows_of_families[i];
  return &rows[which];
}

static gboolean
is_there (const char *action)
{
  const char *name = g_str_has_prefix (action, "app.") ? action + strlen ("app.") : NULL;

  return name == NULL || g_action_group_has_action (G_ACTION_GROUP (g_application_get_default ()), name);
}

static GtkWidget *
make_row (const Row *which)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dpgettext2 (GETTEXT_PACKAGE, "more", which->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (which->subtitle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), which->action);
  return row;
}

/* Nothing where none of its rows is there. */
static void
add_group (KeelProgressMore *self, GtkBox *box, Group group)
{
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "more", groups[group]);
  GtkListBox *list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = find_row (self, i);

      if (row->group != group || row->title == NULL || !is_there (row->action))
        continue;
      if (list == NULL)
        list = keel_headed_list_append (box, name, name);
      gtk_list_box_append (list, make_row (row));
    }
}

static void
build (KeelProgressMore *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  for (guint group = 0; group < N_GROUPS; group++)
    add_group (self, box, (Group) group);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

static void
keel_progress_more_dispose (GObject *object)
{
  g_clear_object (&KEEL_PROGRESS_MORE (object)->session);
  G_OBJECT_CLASS (keel_progress_more_parent_class)->dispose (object);
}

static void
keel_progress_more_class_init (KeelProgressMoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_progress_more_dispose;
}

static void
keel_progress_more_init (KeelProgressMore *self)
{
}

void
keel_progress_more_set_session (KeelProgressMore *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
  build (self);
}
