#include "config.h"

#include "keel-meetings-page.h"

#include <glib/gi18n-lib.h>

#include "keel-calendar-view.h"
#include "keel-find-view.h"
#include "keel-meeting-details.h"
#include "keel-pages.h"
#include "keel-toggle.h"

struct _KeelMeetingsPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *halves;
  GtkWidget *details_pane;
  GtkStack *stack;
  GtkToggleButton *calendar_button;
  GtkToggleButton *find_button;
  KeelCalendarView *calendar;
  KeelFindView *find;
  KeelMeetingDetails *details;
  GtkButton *close_button;

  GtkWidget *came_from; /* weak: what had the focus before the details opened */
};

G_DEFINE_FINAL_TYPE (KeelMeetingsPage, keel_meetings_page, ADW_TYPE_BIN)

/* In a narrow window the details stand in front of everything else, for the ear too. */
static void
hide_what_is_behind (KeelMeetingsPage *self)
{
  gboolean behind = adw_leaflet_get_folded (self->leaflet) && gtk_widget_get_visible (self->details_pane);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->halves), GTK_ACCESSIBLE_STATE_HIDDEN, behind, -1);
}

static void
open_details (KeelMeetingsPage *self, KeelMeeting *meeting)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && !gtk_widget_get_visible (self->details_pane))
    g_set_weak_pointer (&self->came_from, gtk_root_get_focus (root));
  gtk_widget_set_visible (self->details_pane, TRUE);
  adw_leaflet_set_visible_child (self->leaflet, self->details_pane);
  hide_what_is_behind (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details_pane), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  meeting->name, -1);
  keel_meeting_details_start (self->details);
}

static void
show_series_cb (KeelCalendarView *calendar, KeelSeries *series, KeelMeetingsPage *self)
{
  keel_meetings_page_show_series (self, series);
}

static void
show_match_cb (KeelFindView *find, KeelMatch *match, KeelMeetingsPage *self)
{
  keel_meeting_details_show_match (self->details, match);
  open_details (self, match->meeting);
}

static void
half_toggled_cb (KeelMeetingsPage *self)
{
  gboolean calendar = gtk_toggle_button_get_active (self->calendar_button);

  keel_pages_show (self->stack, calendar ? "calendar" : "find");
}

static void
folded_changed_cb (KeelMeetingsPage *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  const char *name = folded ? _ ("Back") : _ ("Close the details");

  gtk_button_set_icon_name (self->close_button, folded ? "go-previous-symbolic" : "window-close-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->close_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  hide_what_is_behind (self);
}

static void
details_gone_cb (KeelMeetingDetails *details, KeelMeetingsPage *self)
{
  keel_meetings_page_close_details (self);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_meetings_page_close_details (KEEL_MEETINGS_PAGE (widget));
}

static void
keel_meetings_page_dispose (GObject *object)
{
  g_clear_weak_pointer (&KEEL_MEETINGS_PAGE (object)->came_from);
  G_OBJECT_CLASS (keel_meetings_page_parent_class)->dispose (object);
}

static void
keel_meetings_page_class_init (KeelMeetingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_meetings_page_dispose;

  g_type_ensure (KEEL_TYPE_CALENDAR_VIEW);
  g_type_ensure (KEEL_TYPE_FIND_VIEW);
  g_type_ensure (KEEL_TYPE_MEETING_DETAILS);
  g_type_ensure (KEEL_TYPE_TOGGLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-meetings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingsPage, halves);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingsPage, details_pane);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingsPage, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingsPage, find_button);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingsPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingsPage, find);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingsPage, details);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingsPage, close_button);
  gtk_widget_class_bind_template_callback (widget_class, show_series_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, half_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_gone_cb);
  gtk_widget_class_install_action (widget_class, "meetings.close-details", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "meetings.close-details", NULL);
}

static void
keel_meetings_page_init (KeelMeetingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_pages_show (self->stack, "calendar");
  folded_changed_cb (self);
}

KeelMeetingsPage *
keel_meetings_page_new (KeelSession *session)
{
  KeelMeetingsPage *self = g_object_new (KEEL_TYPE_MEETINGS_PAGE, NULL);

  keel_calendar_view_set_session (self->calendar, session);
  keel_find_view_set_session (self->find, session);
  keel_meeting_details_set_session (self->details, session);
  return self;
}

void
keel_meetings_page_start (KeelMeetingsPage *self)
{
  if (gtk_widget_get_visible (self->details_pane))
    keel_meeting_details_start (self->details);
  else if (gtk_toggle_button_get_active (self->calendar_button))
    keel_calendar_view_start (self->calendar);
  else
    keel_find_view_start (self->find);
}

void
keel_meetings_page_show_calendar (KeelMeetingsPage *self)
{
  keel_meetings_page_close_details (self);
  gtk_toggle_button_set_active (self->calendar_button, TRUE);
  keel_calendar_view_start (self->calendar);
}

void
keel_meetings_page_show_find (KeelMeetingsPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    keel_meetings_page_close_details (self);
  gtk_toggle_button_set_active (self->find_button, TRUE);
  keel_find_view_start (self->find);
}

void
keel_meetings_page_show_series (KeelMeetingsPage *self, KeelSeries *series)
{
  keel_meeting_details_show_series (self->details, series);
  open_details (self, series->meeting);
}

void
keel_meetings_page_close_details (KeelMeetingsPage *self)
{
  if (!gtk_widget_get_visible (self->details_pane))
    return;
  adw_leaflet_set_visible_child (self->leaflet, self->halves);
  gtk_widget_set_visible (self->details_pane, FALSE);
  hide_what_is_behind (self);
  /* What it came from may have been made anew. */
  if (self->came_from != NULL && gtk_widget_get_mapped (self->came_from))
    gtk_widget_grab_focus (self->came_from);
  else if (gtk_toggle_button_get_active (self->calendar_button))
    keel_calendar_view_focus_series (self->calendar, keel_meeting_details_get_series (self->details));
  else
    keel_find_view_start (self->find);
  g_clear_weak_pointer (&self->came_from);
}
