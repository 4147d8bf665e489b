#include "config.h"

#include "keel-meeting-details.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-add-meeting-dialog.h"
#include "keel-choices.h"
#include "keel-meeting-facts.h"
#include "keel-open-link.h"
#include "keel-plans-here.h"
#include "keel-program-mark.h"
#include "keel-series-follow.h"
#include "keel-series-gone.h"
#include "keel-series-pane.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

struct _KeelMeetingDetails
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkWidget *program_box;
  KeelProgramMark *mark;
  GtkLabel *program;
  GtkLabel *name;
  GtkLabel *kind;
  KeelSeriesGone *vanished;
  GtkLabel *when;
  GtkLabel *their_when;
  GtkLabel *next;
  GtkLabel *rhythm;
  GtkWidget *by_appointment;
  GtkWidget *notes_box;
  GtkLabel *notes;
  KeelPlansHere *plans;
  KeelSeriesFollow *following;
  KeelSeriesPane *pane;
  GtkButton *join;
  GtkButton *page;
  GtkListBox *facts;
  GtkLabel *source;

  KeelSession *session;
  KeelMeeting *meeting;
  KeelSeries *series; /* nullable: not followed */
  GPtrArray *sources; /* of KeelMatchSource; nullable: of the one list that @meeting names */
  guint8 days;        /* of KeelMatch; 0: not known */
};

G_DEFINE_FINAL_TYPE (KeelMeetingDetails, keel_meeting_details, ADW_TYPE_BIN)

enum
{
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_program (KeelMeetingDetails *self)
{
  const KeelProgram *program;

  program = keel_choices_find_program (keel_session_get_content (self->session), self->meeting->program);
  gtk_widget_set_visible (self->program_box, program != NULL);
  keel_program_mark_show (self->mark, program);
  show_text (self->program, program != NULL ? program->name : NULL);
}

static void
show_when (KeelMeetingDetails *self)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  gint64 now = keel_session_get_now (self->session);
  g_autofree char *theirs = NULL;
  g_autofree char *when = keel_meeting_facts_describe_when (self->meeting, self->series, self->days, person,
                                                            now, &theirs);
  g_autofree char *next = keel_meeting_facts_describe_next (self->meeting, self->series, person, now);
  gboolean paused = self->series != NULL && keel_session_is_paused (self->session, self->series);
  g_autofree char *rhythm = paused ? g_strdup (_ ("Its list says that it does not meet at present."))
                                   : keel_meeting_facts_describe_rhythm (self->meeting, self->series);
  gboolean by_appointment = self->series == NULL && self->meeting->day == KEEL_DAY_BY_APPOINTMENT;

  show_text (self->when, when);
  show_text (self->their_when, theirs);
  show_text (self->next, next);
  show_text (self->rhythm, rhythm);
  gtk_widget_set_visible (self->by_appointment, by_appointment);
  show_text (self->notes, self->meeting->notes);
  gtk_widget_set_visible (self->notes_box, gtk_widget_get_visible (GTK_WIDGET (self->notes)));
}

static void
show_source (KeelMeetingDetails *self)
{
  KeelList *list = self->meeting->list != NULL ? keel_session_find_list (self->session, self->meeting->list)
                                               : NULL;
  g_autofree char *text = NULL;
  g_autofree char *age = NULL;

  if (list != NULL)
    {
      age = keel_sentence_age (list->imported_at, keel_session_get_now (self->session));
      text = g_strdup_printf (_ ("From the list “%s”, imported %s"), list->name, age);
    }
  else if (self->meeting->list != NULL)
    text = g_strdup_printf (_ ("From the list “%s”, which is no longer here"), self->meeting->list);
  else
    text = g_strdup (_ ("Added by you"));
  show_text (self->source, text);
}

static gboolean
is_on (KeelMeetingDetails *self)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);

  return keel_meeting_facts_is_on (self->meeting, self->series, person, keel_session_get_now (self->session),
                                   NULL);
}

static void
show_links (KeelMeetingDetails *self)
{
  gboolean on = is_on (self);
  g_autofree char *host = NULL;
  g_autofree char *page_host = NULL;
  g_autofree char *label = NULL;
  g_autofree char *page_label = NULL;

  if (self->meeting->conference_url != NULL)
    host = keel_link_get_host (self->meeting->conference_url);
  /* Translators: %s is where a link leads, e.g. zoom.us */
  label = host != NULL ? g_strdup_printf (_ ("Join on %s"), host) : g_strdup (_ ("Join"));
  gtk_button_set_label (self->join, label);
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self->join), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->join), "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->join), self->meeting->conference_url != NULL);

  if (self->meeting->url != NULL)
    page_host = keel_link_get_host (self->meeting->url);
  page_label = page_host != NULL ? g_strdup_printf (_ ("See its page on %s"), page_host) : NULL;
  gtk_button_set_label (self->page, page_label != NULL ? page_label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->page), page_label != NULL);
}

static void
show_all (KeelMeetingDetails *self)
{
  g_autofree char *kind = keel_meeting_facts_describe_kind (self->meeting);

  show_program (self);
  show_text (self->name, self->meeting->name);
  show_text (self->kind, kind);
  keel_series_gone_show (self->vanished, self->session, self->series);
  show_when (self);
  keel_plans_here_show_meeting (self->plans, self->session, self->series != NULL ? self->series->uuid : NULL,
                                self->meeting);
  keel_series_follow_show (self->following, self->session, self->meeting, self->series);
  keel_series_pane_show (self->pane, self->session, self->series);
  show_links (self);
  keel_meeting_facts_fill (self->facts, self->meeting, self->sources, self->session);
  show_source (self);
}

static void
set_shown (KeelMeetingDetails *self, KeelMeeting *meeting, KeelSeries *series)
{
  gboolean other = self->meeting != meeting;

  g_set_object (&self->meeting, meeting);
  g_set_object (&self->series, series);
  show_all (self);
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* What is shown may have been followed, changed or given up meanwhile. */
static void
series_changed_cb (KeelMeetingDetails *self)
{
  KeelSeries *series = NULL;
  gboolean loses_focus;

  if (self->meeting == NULL)
    return;
  if (self->series != NULL)
    series = keel_session_find_series (self->session, self->series->uuid);
  if (series == NULL)
    series = keel_session_find_followed (self->session, self->meeting);
  if (series == NULL &&
      (self->meeting->list == NULL || (self->series != NULL && self->series->vanished_at > 0)))
    {
      g_signal_emit (self, signals[SIGNAL_GONE], 0);
      return;
    }
  /* The button that was pressed goes away when following begins or ends. */
  loses_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL &&
                (series == NULL) != (self->series == NULL);
  if (series != NULL && (self->meeting->list == NULL || series->meeting->list == NULL))
    set_shown (self, series->meeting, series);
  else
    set_shown (self, self->meeting, series);
  if (loses_focus)
    keel_meeting_details_start (self);
}

static void
add_by_hand_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelMeetingDetails *self = KEEL_MEETING_DETAILS (widget);
  KeelAddMeetingDialog *dialog;

  dialog = keel_add_meeting_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session);
  keel_add_meeting_dialog_fill_in (dialog, self->meeting);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
join_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_open_link (widget, KEEL_MEETING_DETAILS (widget)->meeting->conference_url);
}

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_open_link (widget, KEEL_MEETING_DETAILS (widget)->meeting->url);
}

static void
keel_meeting_details_dispose (GObject *object)
{
  KeelMeetingDetails *self = KEEL_MEETING_DETAILS (object);

  g_clear_object (&self->series);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_meeting_details_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, program_box);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, mark);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, program);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, name);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, kind);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, vanished);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, when);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, their_when);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, next);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, rhythm);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, by_appointment);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, notes_box);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, notes);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, plans);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, following);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, pane);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, join);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, page);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, source);
}

static void
keel_meeting_details_class_init (KeelMeetingDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_meeting_details_dispose;

  signals[SIGNAL_GONE] = g_signal_new ("gone", KEEL_TYPE_MEETING_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_PLANS_HERE);
  g_type_ensure (KEEL_TYPE_PROGRAM_MARK);
  g_type_ensure (KEEL_TYPE_SERIES_FOLLOW);
  g_type_ensure (KEEL_TYPE_SERIES_GONE);
  g_type_ensure (KEEL_TYPE_SERIES_PANE);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-meeting-details.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "details.add-by-hand", NULL, add_by_hand_cb);
  gtk_widget_class_install_action (widget_class, "details.join", NULL, join_cb);
  gtk_widget_class_install_action (widget_class, "details.page", NULL, page_cb);
}

static void
keel_meeting_details_init (KeelMeetingDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_meeting_details_set_session (KeelMeetingDetails *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (series_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
keel_meeting_details_show_match (KeelMeetingDetails *self, KeelMatch *match)
{
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  self->sources = g_ptr_array_ref (match->sources);
  self->days = match->days;
  set_shown (self, match->meeting, keel_session_find_followed (self->session, match->meeting));
}

void
keel_meeting_details_show_series (KeelMeetingDetails *self, KeelSeries *series)
{
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  self->days = 0;
  set_shown (self, series->meeting, series);
}

void
keel_meeting_details_start (KeelMeetingDetails *self)
{
  if (!keel_series_follow_start (self->following))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

KeelSeries *
keel_meeting_details_get_series (KeelMeetingDetails *self)
{
  return self->series;
}
