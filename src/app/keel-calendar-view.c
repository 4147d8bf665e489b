#include "config.h"

#include "keel-calendar-view.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-agenda-view.h"
#include "keel-announcer.h"
#include "keel-calendar-paper.h"
#include "keel-care-book.h"
#include "keel-calendar.h"
#include "keel-date-popover.h"
#include "keel-month-view.h"
#include "keel-month.h"
#include "keel-pages.h"
#include "keel-quiet-note.h"
#include "keel-reminder-notes.h"
#include "keel-settings.h"
#include "keel-toggle.h"
#include "keel-week-view.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

/* As app.keel.Keel.CalendarView in the settings. */
typedef enum
{
  VIEW_MONTH,
  VIEW_WEEK,
  VIEW_AGENDA,
  N_VIEWS
} View;

static const char *const page_names[N_VIEWS] = { "month", "week", "agenda" };

struct _KeelCalendarView
{
  AdwBin parent_instance;

  KeelReminderNotes *notes;
  GtkStack *states;
  GtkStack *views;
  GtkToggleButton *buttons[N_VIEWS];
  GtkMenuButton *title;
  GtkMenuButton *more;
  KeelQuietNote *quiet;
  KeelDatePopover *date_popover;
  KeelMonthView *month;
  KeelWeekView *week;
  KeelAgendaView *agenda;

  KeelCalendar *calendar;
  GSettings *settings; /* nullable */
  View view;
  char *spoken; /* what is shown, as it was last told */
};

G_DEFINE_FINAL_TYPE (KeelCalendarView, keel_calendar_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_SHOW_SERIES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_series_cb (GtkWidget *view, KeelSeries *series, KeelCalendarView *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_SERIES], 0, series);
}

/* A meeting that is followed, or a high-risk date. */
static gboolean
has_something (KeelCalendarView *self)
{
  KeelSession *session = self->calendar != NULL ? keel_calendar_get_session (self->calendar) : NULL;
  const KeelCare *care = session != NULL ? keel_care_book_peek (keel_care_book_get (session)) : NULL;

  return session != NULL &&
         (keel_session_get_series (session)->len > 0 || (care != NULL && care->dates->len > 0));
}

/* A week goes by the month too, since its days have their numbers over them. */
static char *
describe_title (KeelCalendarView *self, const char *span)
{
  if (self->view == VIEW_WEEK)
    return keel_sentence_month (keel_calendar_get_day (self->calendar));
  return g_strdup (span);
}

static char *
describe_span (KeelCalendarView *self)
{
  gint64 day = keel_calendar_get_day (self->calendar);
  gint64 today = keel_calendar_get_today (self->calendar);
  g_autofree char *date = NULL;

  if (self->view == VIEW_MONTH)
    return keel_sentence_month (day);
  if (self->view == VIEW_AGENDA && day == today)
    return g_strdup (_ ("The coming days"));
  if (self->view == VIEW_WEEK)
    day = keel_week_view_get_first (self->week);
  date = keel_sentence_day (day, today);
  /* Translators: the heading over some days; %s is the first of them, a date. */
  return g_strdup_printf (_ ("From %s"), date);
}

/* Returns: whether it is another one. */
static gboolean
show_title (KeelCalendarView *self)
{
  g_autofree char *span = describe_span (self);
  g_autofree char *title = describe_title (self, span);
  g_autofree char *name = NULL;

  gtk_menu_button_set_label (self->title, title);
  if (g_strcmp0 (span, self->spoken) == 0)
    return FALSE;
  /* Translators: a button whose label is the month or the days that are shown. */
  name = g_strdup_printf (_ ("%s. Go to a date"), span);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&span);
  return TRUE;
}

/* The agenda has a note of its own, under its days. */
static char *
describe_quiet (KeelCalendarView *self)
{
  gint64 month = keel_month_get_first (keel_calendar_get_day (self->calendar));
  g_autofree char *name = keel_sentence_month (month);
  gint64 end = keel_month_shift (month, 1);

  if (self->view == VIEW_MONTH && !keel_calendar_has_any (self->calendar, month, end))
    /* Translators: %s is a month: "November 2026". Nothing is wrong with that. */
    return g_strdup_printf (_ ("%s is free. If you would like more company:"), name);
  if (self->view == VIEW_WEEK &&
      !keel_calendar_has_any (self->calendar, keel_week_view_get_first (self->week),
                              keel_week_view_get_first (self->week) + keel_week_view_get_n_days (self->week)))
    return g_strdup (_ ("These days are free. If you would like more company:"));
  return NULL;
}

static void
show_quiet (KeelCalendarView *self)
{
  g_autofree char *words = describe_quiet (self);

  keel_quiet_note_tell (self->quiet, words);
}

static void
refresh_view (KeelCalendarView *self)
{
  if (self->view == VIEW_MONTH)
    keel_month_view_refresh (self->month);
  else if (self->view == VIEW_WEEK)
    keel_week_view_refresh (self->week);
  else
    keel_agenda_view_refresh (self->agenda);
  show_quiet (self);
}

static void
show_state (KeelCalendarView *self)
{
  KeelSession *session = keel_calendar_get_session (self->calendar);

  if (has_something (self))
    keel_pages_show (self->states, "followed");
  else if (keel_session_get_lists (session)->len > 0)
    keel_pages_show (self->states, "nothing-followed");
  else
    keel_pages_show (self->states, "empty");
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
changed_cb (KeelCalendarView *self)
{
  GtkWidget *state = gtk_stack_get_visible_child (self->states);
  gboolean focused = state != NULL && has_focus (state);

  show_state (self);
  if (has_something (self))
    refresh_view (self);
  show_title (self);
  /* What had it is hidden now. */
  if (focused && gtk_stack_get_visible_child (self->states) != state)
    keel_calendar_view_start (self);
}

static void
notes_emptied_cb (KeelCalendarView *self)
{
  keel_calendar_view_start (self);
}

static void
tick_cb (KeelCalendarView *self)
{
  keel_reminder_notes_refresh (self->notes);
  if (has_something (self) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh_view (self);
}

static void
day_changed_cb (KeelCalendarView *self)
{
  refresh_view (self);
  if (show_title (self) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    keel_say (GTK_WIDGET (self), self->spoken);
}

static void
show_view (KeelCalendarView *self, View view)
{
  self->view = view;
  keel_pages_show (self->views, page_names[view]);
  if (has_something (self))
    refresh_view (self);
  show_title (self);
}

static void
view_toggled_cb (KeelCalendarView *self, GtkToggleButton *button)
{
  for (View view = 0; view < N_VIEWS; view++)
    {
      if (self->buttons[view] != button || !gtk_toggle_button_get_active (button) || self->view == view)
        continue;
      show_view (self, view);
      if (self->settings != NULL)
        g_settings_set_enum (self->settings, "calendar-view", (int) view);
    }
}

static void
step (KeelCalendarView *self, int direction)
{
  gint64 day = keel_calendar_get_day (self->calendar);

  if (!has_something (self))
    return;
  if (self->view == VIEW_MONTH)
    day = keel_month_shift (day, direction);
  else if (self->view == VIEW_WEEK)
    day += direction * (int) keel_week_view_get_n_days (self->week);
  else
    day += direction * KEEL_AGENDA_VIEW_DAYS;
  keel_calendar_choose_day (self->calendar, day);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (KEEL_CALENDAR_VIEW (widget), -1);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (KEEL_CALENDAR_VIEW (widget), 1);
}

/* Whoever stands on a day goes on standing on the chosen one. */
static void
choose_day (KeelCalendarView *self, gint64 day)
{
  if (!has_something (self))
    return;
  keel_calendar_choose_day (self->calendar, day);
  keel_calendar_view_start (self);
}

static void
today_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelCalendarView *self = KEEL_CALENDAR_VIEW (widget);

  keel_calendar_look_at_clock (self->calendar);
  choose_day (self, keel_calendar_get_today (self->calendar));
}

static void
go_to_date_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (has_something (KEEL_CALENDAR_VIEW (widget)))
    gtk_menu_button_popup (KEEL_CALENDAR_VIEW (widget)->title);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelCalendarView *self = KEEL_CALENDAR_VIEW (widget);

  if (has_something (self))
    keel_calendar_paper_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->calendar,
                                 self->view == VIEW_MONTH);
}

static void
date_chosen_cb (KeelDatePopover *popover, gint64 day, KeelCalendarView *self)
{
  choose_day (self, day);
}

static void
date_popover_shown_cb (KeelCalendarView *self)
{
  keel_date_popover_start (self->date_popover, keel_calendar_get_day (self->calendar));
}

/* A window that comes to the front again may have been away for long. */
static void
keel_calendar_view_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  KeelCalendarView *self = KEEL_CALENDAR_VIEW (widget);
  gboolean was_behind = (before & GTK_STATE_FLAG_BACKDROP) != 0;

  if (self->calendar != NULL && was_behind &&
      (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_BACKDROP) == 0)
    keel_calendar_look_at_clock (self->calendar);
}

static void
keel_calendar_view_dispose (GObject *object)
{
  KeelCalendarView *self = KEEL_CALENDAR_VIEW (object);

  g_clear_object (&self->calendar);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->spoken, g_free);
  G_OBJECT_CLASS (keel_calendar_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-calendar-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelCalendarView, notes);
  gtk_widget_class_bind_template_child (widget_class, KeelCalendarView, states);
  gtk_widget_class_bind_template_child (widget_class, KeelCalendarView, views);
  gtk_widget_class_bind_template_child (widget_class, KeelCalendarView, title);
  gtk_widget_class_bind_template_child (widget_class, KeelCalendarView, more);
  gtk_widget_class_bind_template_child (widget_class, KeelCalendarView, quiet);
  gtk_widget_class_bind_template_child (widget_class, KeelCalendarView, date_popover);
  gtk_widget_class_bind_template_child (widget_class, KeelCalendarView, month);
  gtk_widget_class_bind_template_child (widget_class, KeelCalendarView, week);
  gtk_widget_class_bind_template_child (widget_class, KeelCalendarView, agenda);
  gtk_widget_class_bind_template_child_full (widget_class, "month_button", FALSE,
                                             G_STRUCT_OFFSET (KeelCalendarView, buttons[VIEW_MONTH]));
  gtk_widget_class_bind_template_child_full (widget_class, "week_button", FALSE,
                                             G_STRUCT_OFFSET (KeelCalendarView, buttons[VIEW_WEEK]));
  gtk_widget_class_bind_template_child_full (widget_class, "agenda_button", FALSE,
                                             G_STRUCT_OFFSET (KeelCalendarView, buttons[VIEW_AGENDA]));
  gtk_widget_class_bind_template_callback (widget_class, notes_emptied_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_series_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_popover_shown_cb);
}

static void
keel_calendar_view_class_init (KeelCalendarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_calendar_view_dispose;
  widget_class->state_flags_changed = keel_calendar_view_state_flags_changed;

  g_type_ensure (KEEL_TYPE_AGENDA_VIEW);
  g_type_ensure (KEEL_TYPE_DATE_POPOVER);
  g_type_ensure (KEEL_TYPE_MONTH_VIEW);
  g_type_ensure (KEEL_TYPE_QUIET_NOTE);
  g_type_ensure (KEEL_TYPE_REMINDER_NOTES);
  g_type_ensure (KEEL_TYPE_TOGGLE);
  g_type_ensure (KEEL_TYPE_WEEK_VIEW);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  signals[SIGNAL_SHOW_SERIES] = g_signal_new ("show-series", KEEL_TYPE_CALENDAR_VIEW, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, KEEL_TYPE_SERIES);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "calendar.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "calendar.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "calendar.go-to-date", NULL, go_to_date_cb);
  gtk_widget_class_install_action (widget_class, "calendar.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "calendar.go-to-date",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "calendar.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "calendar.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "calendar.next",
                                       NULL);
}

static void
keel_calendar_view_init (KeelCalendarView *self)
{
  self->view = N_VIEWS;
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_name_menu (self->title, _ ("Go to a date"));
  keel_announcer_name_menu (self->more, _ ("More of the calendar"));
}

void
keel_calendar_view_set_session (KeelCalendarView *self, KeelSession *session)
{
  View view = VIEW_AGENDA;

  self->settings = keel_settings_open ();
  if (self->settings != NULL)
    view = (View) g_settings_get_enum (self->settings, "calendar-view");
  self->calendar = keel_calendar_new (session);
  keel_reminder_notes_set_session (self->notes, session);
  keel_month_view_set_calendar (self->month, self->calendar);
  keel_week_view_set_calendar (self->week, self->calendar);
  keel_agenda_view_set_calendar (self->agenda, self->calendar);
  g_signal_connect_object (self->calendar, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-changed", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "tick", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "lists-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
  show_view (self, view);
  gtk_toggle_button_set_active (self->buttons[view], TRUE);
}

void
keel_calendar_view_start (KeelCalendarView *self)
{
  if (!has_something (self))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->states), GTK_DIR_TAB_FORWARD);
  else if (self->view == VIEW_MONTH)
    keel_month_view_start (self->month);
  else if (self->view == VIEW_WEEK)
    keel_week_view_start (self->week);
  else
    keel_agenda_view_start (self->agenda);
}

void
keel_calendar_view_focus_series (KeelCalendarView *self, KeelSeries *series)
{
  if (!has_something (self))
    keel_calendar_view_start (self);
  else if (self->view == VIEW_MONTH)
    keel_month_view_focus_series (self->month, series);
  else if (self->view == VIEW_WEEK)
    keel_week_view_focus_series (self->week, series);
  else
    keel_agenda_view_focus_series (self->agenda, series);
}
