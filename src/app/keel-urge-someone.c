#include "config.h"

#include "keel-urge-someone.h"

#include <glib/gi18n-lib.h>

#include "keel-help-person-row.h"
#include "keel-open-link.h"
#include "keel-plans-here.h"
#include "keel-urge-offers.h"

struct _KeelUrgeSomeone
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KeelUrgeSomeone, keel_urge_someone, ADW_TYPE_BIN)

static void
keel_urge_someone_class_init (KeelUrgeSomeoneClass *klass)
{
}

static void
keel_urge_someone_init (KeelUrgeSomeone *self)
{
}

static GtkWidget *
make_line (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

static GtkWidget *
make_person (KeelSession *session, const KeelPerson *person)
{
  KeelPlansHere *plans = keel_plans_here_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, person->name, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), keel_help_person_row_new (person, TRUE, NULL));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (plans));
  keel_plans_here_show_person (plans, session, person);
  gtk_box_append (GTK_BOX (box),
                  make_line (_ ("You can say: “I am having a hard time. Can you talk for five minutes?”"),
                             "keel-run-note"));
  gtk_box_append (GTK_BOX (box),
                  make_line (_ ("Nobody answers? Try the next one, or a help line."), "dim-label"));
  return box;
}

static void
join_cb (GtkWidget *button, KeelMeeting *meeting)
{
  keel_open_link (button, meeting->conference_url);
}

static void
add_join (GtkBox *box, KeelMeeting *meeting)
{
  g_autofree char *host = meeting->conference_url != NULL ? keel_link_get_host (meeting->conference_url)
                                                          : NULL;
  /* Translators: %s is where a link leads, e.g. zoom.us */
  g_autofree char *label = host != NULL ? g_strdup_printf (_ ("Join on %s"), host) : g_strdup (_ ("Join"));
  GtkWidget *join;

  if (meeting->conference_url == NULL)
    return;
  join = gtk_button_new_with_label (label);
  gtk_widget_set_halign (join, GTK_ALIGN_START);
  gtk_widget_add_css_class (join, "pill");
  gtk_widget_add_css_class (join, "suggested-action");
  g_signal_connect_object (join, "clicked", G_CALLBACK (join_cb), meeting, 0);
  gtk_box_append (box, join);
}

static void
fill_meeting (GtkBox *box, KeelSession *session, KeelSeries *series)
{
  KeelPlansHere *plans = keel_plans_here_new ();

  gtk_box_append (box, make_line (series->meeting->name, "title-3"));
  gtk_box_append (box, GTK_WIDGET (plans));
  add_join (box, series->meeting);
  keel_plans_here_show_meeting (plans, session, series->uuid, series->meeting);
}

static GtkWidget *
make_meeting (KeelSession *session, const char *uuid)
{
  KeelSeries *series = keel_session_find_series (session, uuid);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *show = gtk_button_new_with_label (_ ("Show the Meeting"));

  if (series != NULL)
    fill_meeting (GTK_BOX (box), session, series);
  gtk_box_append (GTK_BOX (box),
                  make_line (_ ("Say that you have a rough day, or only listen."), "keel-run-note"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "win.show-series");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (show), "s", uuid);
  gtk_widget_set_halign (show, GTK_ALIGN_START);
  gtk_widget_add_css_class (show, "pill");
  gtk_box_append (GTK_BOX (box), show);
  return box;
}

KeelUrgeSomeone *
keel_urge_someone_new (void)
{
  return g_object_new (KEEL_TYPE_URGE_SOMEONE, NULL);
}

void
keel_urge_someone_show (KeelUrgeSomeone *self, KeelSession *session, const KeelOffer *offer,
                        GPtrArray *people)
{
  const KeelPerson *person = keel_urge_offers_find_person (people, offer->id);
  GtkWidget *child = NULL;

  if (offer->kind == KEEL_OFFER_MEETING)
    child = make_meeting (session, offer->id);
  else if (person != NULL)
    child = make_person (session, person);
  adw_bin_set_child (ADW_BIN (self), child);
}
