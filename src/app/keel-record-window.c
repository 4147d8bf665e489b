#include "config.h"

#include "keel-record-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-attendance-dialog.h"
#include "keel-attendance-put.h"
#include "keel-chip-choice.h"
#include "keel-goal-box.h"
#include "keel-headed-list.h"
#include "keel-month.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-private-text.h"
#include "keel-record-filter.h"
#include "keel-record-preview.h"
#include "keel-record-row.h"
#include "keel-window.h"

/* Rows are made so many at a time. */
#define STEP 50
#define EVERY_GROUP ""

struct _KeelRecordWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkEditable *search;
  KeelGoalBox *goal;
  AdwBin *groups_bin;
  GtkBox *months;
  GtkWidget *nothing;
  GtkWidget *more;

  KeelSession *session;
  char *group; /* nullable: all */
  guint most;  /* rows */
};

G_DEFINE_FINAL_TYPE (KeelRecordWindow, keel_record_window, ADW_TYPE_WINDOW)

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelRecordWindow *self)
{
  KeelAttendance *attendance = keel_record_row_get_attendance (KEEL_RECORD_ROW (row));

  keel_attendance_dialog_present (GTK_WINDOW (self), self->session, attendance, attendance->name);
}

static void
remove_cb (KeelRecordRow *row, KeelRecordWindow *self)
{
  KeelAttendance *attendance = keel_record_row_get_attendance (row);

  keel_attendance_clear (GTK_WIDGET (self), self->session, attendance, attendance->name);
}

static gint64
find_month (KeelAttendance *attendance, GTimeZone *zone)
{
  return keel_month_get_first (keel_local_time_get_days (keel_local_time_from_utc (attendance->start, zone)));
}

/* Also of those for which there is no row yet. */
static guint
count_month (GPtrArray *found, guint first, GTimeZone *zone)
{
  gint64 month = find_month (found->pdata[first], zone);
  guint count = 0;

  for (guint i = first; i < found->len && find_month (found->pdata[i], zone) == month; i++)
    count += keel_attendance_was_there (found->pdata[i]);
  return count;
}

static GtkListBox *
add_month (KeelRecordWindow *self, gint64 month, guint count)
{
  g_autofree char *title = keel_sentence_month (month);
  /* Translators: a month and how many meetings there were in it: "November 2026 · 9" */
  g_autofree char *words = g_strdup_printf (C_ ("month", "%1$s · %2$u"), title, count);
  GtkListBox *rows = keel_headed_list_append (self->months, words, title);

  g_signal_connect (rows, "row-activated", G_CALLBACK (row_activated_cb), self);
  return rows;
}

static void
clear_months (KeelRecordWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->months))) != NULL)
    gtk_box_remove (self->months, child);
}

static GPtrArray *
find_rows (KeelRecordWindow *self)
{
  const KeelRecordFilter filter = { .text = gtk_editable_get_text (self->search), .group = self->group };

  return keel_record_filter_apply (&filter, keel_session_get_attended (self->session));
}

static void
show_rows (KeelRecordWindow *self)
{
  g_autoptr (GPtrArray) found = find_rows (self);
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  GtkListBox *rows = NULL;
  gint64 last = 0;

  clear_months (self);
  for (guint i = 0; i < MIN (found->len, self->most); i++)
    {
      gint64 month = find_month (found->pdata[i], zone);
      GtkWidget *row = keel_record_row_new (self->session, found->pdata[i]);

      if (rows == NULL || month != last)
        rows = add_month (self, month, count_month (found, i, zone));
      last = month;
      g_signal_connect (row, "remove", G_CALLBACK (remove_cb), self);
      gtk_list_box_append (rows, row);
    }
  gtk_widget_set_visible (self->nothing, found->len == 0);
  gtk_widget_set_visible (self->more, found->len > self->most);
}

/* The rows one after the other, whatever month they are in. */
static GtkWidget *
get_row (KeelRecordWindow *self, int index)
{
  GtkWidget *last = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->months)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      for (GtkWidget *row = GTK_IS_LIST_BOX (child) ? gtk_widget_get_first_child (child) : NULL; row != NULL;
           row = gtk_widget_get_next_sibling (row))
        {
          last = row;
          if (index-- == 0)
            return row;
        }
    }
  return last;
}

/* -1 where no row has the focus. */
static int
find_focused (KeelRecordWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *focused = focus != NULL ? gtk_widget_get_ancestor (focus, KEEL_TYPE_RECORD_ROW) : NULL;
  int index = 0;

  if (focused == NULL)
    return -1;
  while (get_row (self, index) != focused)
    index++;
  return index;
}

static void show_groups (KeelRecordWindow *self);

/* Whoever stands on a row that goes stands on the next one then. */
static void
changed_cb (KeelRecordWindow *self)
{
  int focused = find_focused (self);
  GtkWidget *row;
  gboolean any = keel_session_get_attended (self->session)->len > 0;

  show_groups (self);
  show_rows (self);
  keel_pages_show (self->stack, any ? "record" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.print", any);
  row = focused >= 0 ? get_row (self, focused) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  else if (focused >= 0)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
search_changed_cb (KeelRecordWindow *self)
{
  self->most = STEP;
  show_rows (self);
}

/* Escape empties the entry first, and then closes the window. */
static void
stop_search_cb (KeelRecordWindow *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
group_chosen_cb (KeelChipChoice *groups, const char *name, KeelRecordWindow *self)
{
  g_free (self->group);
  self->group = *name != '\0' ? g_strdup (name) : NULL;
  self->most = STEP;
  show_rows (self);
}

static void
add_group (KeelChipChoice *choice, KeelRecordGroup *group)
{
  /* Translators: a group and how often the person was there: "Harbour Group · 12" */
  g_autofree char *label = g_strdup_printf (C_ ("group", "%1$s · %2$u"), group->name, group->count);

  keel_chip_choice_add (choice, group->name, label);
}

static void
show_groups (KeelRecordWindow *self)
{
  g_autoptr (GPtrArray) groups = keel_record_list_groups (keel_session_get_attended (self->session));
  KeelChipChoice *choice = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  keel_chip_choice_add (choice, EVERY_GROUP, C_ ("groups", "All"));
  for (guint i = 0; i < groups->len; i++)
    add_group (choice, groups->pdata[i]);
  if (self->group != NULL && !keel_chip_choice_has (choice, self->group))
    g_clear_pointer (&self->group, g_free);
  keel_chip_choice_select (choice, self->group != NULL ? self->group : EVERY_GROUP);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Groups"), -1);
  g_signal_connect (choice, "chosen", G_CALLBACK (group_chosen_cb), self);
  adw_bin_set_child (self->groups_bin, GTK_WIDGET (choice));
  gtk_widget_set_visible (GTK_WIDGET (self->groups_bin), groups->len > 1);
}

static void
more_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelRecordWindow *self = KEEL_RECORD_WINDOW (widget);
  int first = (int) self->most;

  self->most += STEP;
  show_rows (self);
  gtk_widget_grab_focus (get_row (self, first));
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelRecordWindow *self = KEEL_RECORD_WINDOW (widget);

  keel_record_preview_present (GTK_WINDOW (self), self->session);
}

static void
keel_record_window_dispose (GObject *object)
{
  KeelRecordWindow *self = KEEL_RECORD_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->group, g_free);
  G_OBJECT_CLASS (keel_record_window_parent_class)->dispose (object);
}

static void
keel_record_window_class_init (KeelRecordWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_record_window_dispose;

  g_type_ensure (KEEL_TYPE_GOAL_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-record-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRecordWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordWindow, search);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordWindow, goal);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordWindow, groups_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordWindow, months);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, KeelRecordWindow, more);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_install_action (widget_class, "record.more", NULL, more_cb);
  gtk_widget_class_install_action (widget_class, "record.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "record.print", NULL);
}

static void
keel_record_window_init (KeelRecordWindow *self)
{
  self->most = STEP;
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_private_text_mark (self->search);
  keel_names_mend_toasts (self->toasts);
  keel_announcer_greet (GTK_WINDOW (self));
}

KeelRecordWindow *
keel_record_window_new (GtkWindow *parent, KeelSession *session)
{
  KeelRecordWindow *self = g_object_new (KEEL_TYPE_RECORD_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  keel_goal_box_set_session (self->goal, session);
  g_signal_connect_object (session, "attendance-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}
