#include "config.h"

#include "keel-today-writing.h"

#include <glib/gi18n-lib.h>

#include "keel-headed-list.h"
#include "keel-session-programs.h"
#include "keel-session-settings.h"
#include "keel-worksheet-choice.h"
#include "keel-worksheet-reminder-dialog.h"
#include "keel-worksheet-row.h"

/* More than a few is a list of duties. */
#define MOST_DAILY 2
#define MOST_REVIEWS 1
#define EVENING (18 * 60) /* in minutes of the day */

struct _KeelTodayWriting
{
  AdwBin parent_instance;

  GtkBox *lists;

  KeelSession *session;
  KeelTodayPart part;
};

G_DEFINE_FINAL_TYPE (KeelTodayWriting, keel_today_writing, ADW_TYPE_BIN)

static void
row_activated_cb (KeelTodayWriting *self, GtkListBoxRow *row)
{
  const KeelWorksheet *worksheet = keel_worksheet_row_get_worksheet (KEEL_WORKSHEET_ROW (row));

  if (worksheet != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-worksheet", "s", worksheet->id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-entry", "s",
                                keel_worksheet_row_get_entry (KEEL_WORKSHEET_ROW (row))->uuid);
}

static void
remind_cb (GtkWidget *button, KeelTodayWriting *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, KEEL_TYPE_WORKSHEET_ROW);

  keel_worksheet_reminder_dialog_present (GTK_WINDOW (gtk_widget_get_root (button)), self->session,
                                          keel_worksheet_row_get_worksheet (KEEL_WORKSHEET_ROW (row)));
}

static GtkListBox *
add_list (KeelTodayWriting *self, const char *heading)
{
  gboolean first = gtk_widget_get_first_child (GTK_WIDGET (self->lists)) == NULL;
  GtkListBox *rows = keel_headed_list_append (self->lists, heading, heading);

  if (first)
    gtk_widget_set_margin_top (gtk_widget_get_first_child (GTK_WIDGET (self->lists)), 0);
  g_signal_connect_object (rows, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  return rows;
}

static void
add_daily (KeelTodayWriting *self, GtkListBox *rows, const KeelWorksheet *worksheet, KeelEntry *entry)
{
  GtkWidget *row = keel_worksheet_row_new_daily (self->session, worksheet, entry);
  /* Translators: %s is the name of a worksheet */
  g_autofree char *name = g_strdup_printf (_ ("Remind me of %s"), worksheet->name);
  GtkWidget *button = keel_line_row_add_button (KEEL_LINE_ROW (row), "alarm-symbolic", _ ("Remind me…"),
                                                name);

  g_signal_connect_object (button, "clicked", G_CALLBACK (remind_cb), self, 0);
  gtk_list_box_append (rows, row);
}

static KeelPageGroups
get_pages (KeelTodayWriting *self)
{
  return keel_worksheet_choice_get_pages (keel_session_get_page_groups (self->session),
                                          keel_session_get_programs (self->session));
}

static int
get_minute (KeelTodayWriting *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);

  return keel_local_time_get_minute (keel_local_time_from_utc (keel_session_get_now (self->session), zone));
}

/* What belongs to another time of the day is on the page of worksheets. In the evening what looks back has a
 * card of its own. */
static gboolean
is_its_time (KeelTodayWriting *self, const KeelWorksheet *worksheet)
{
  const gboolean evening = keel_today_is_evening (get_minute (self));

  if (self->part == KEEL_TODAY_REVIEW)
    return evening && worksheet->time == KEEL_WORKSHEET_EVENING;
  return worksheet->time == KEEL_WORKSHEET_ANYTIME || (worksheet->time == KEEL_WORKSHEET_MORNING && !evening);
}

static void
show_daily (KeelTodayWriting *self, const KeelToday *today)
{
  const gboolean review = self->part == KEEL_TODAY_REVIEW;
  KeelContent *content = keel_session_get_content (self->session);
  g_autoptr (GPtrArray) daily = keel_worksheet_choice_daily (keel_content_get_worksheets (content),
                                                             get_pages (self),
                                                             keel_session_get_programs (self->session),
                                                             get_minute (self));
  GtkListBox *rows = NULL;
  guint n = 0;

  for (guint i = 0; i < daily->len && n < (review ? MOST_REVIEWS : MOST_DAILY); i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (daily, i);

      if (!is_its_time (self, worksheet))
        continue;
      if (rows == NULL)
        /* Translators: the heading of a worksheet for the evening */
        rows = add_list (self, review ? _ ("Look back on the day") : C_ ("worksheets", "Every day"));
      add_daily (self, rows, worksheet, keel_today_find (today, worksheet->id));
      n++;
    }
}

/* For whoever chose programs and wrote nothing yet: what each of them begins with. */
static void
show_beginnings (KeelTodayWriting *self)
{
  const GPtrArray *programs = keel_session_get_programs (self->session);
  const GPtrArray *all = keel_content_get_worksheets (keel_session_get_content (self->session));
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GtkListBox *rows = NULL;

  for (guint i = 0; i < programs->len; i++)
    {
      const KeelProgram *program = g_ptr_array_index (programs, i);
      g_autoptr (GPtrArray) beginnings = keel_worksheet_choice_begin (all, get_pages (self), program->code,
                                                                      taken);

      if (beginnings->len == 0)
        continue;
      if (rows == NULL)
        rows = add_list (self, _ ("To begin with"));
      gtk_list_box_append (rows,
                           keel_worksheet_row_new_for_program (g_ptr_array_index (beginnings, 0), program));
    }
}

static void
show_last (KeelTodayWriting *self, KeelEntry *entry)
{
  /* Translators: a heading above what the person was writing last */
  GtkListBox *rows = add_list (self, _ ("Go on with"));

  gtk_list_box_append (rows, keel_worksheet_row_new_for_entry (self->session, entry));
}

static void
keel_today_writing_dispose (GObject *object)
{
  g_clear_object (&KEEL_TODAY_WRITING (object)->session);
  G_OBJECT_CLASS (keel_today_writing_parent_class)->dispose (object);
}

static void
keel_today_writing_class_init (KeelTodayWritingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_today_writing_dispose;
}

static void
keel_today_writing_init (KeelTodayWriting *self)
{
  self->lists = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->lists));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
keel_today_writing_new (KeelSession *session, KeelTodayPart part)
{
  KeelTodayWriting *self = g_object_new (KEEL_TYPE_TODAY_WRITING, NULL);

  self->session = g_object_ref (session);
  self->part = part;
  return GTK_WIDGET (self);
}

void
keel_today_writing_show (KeelTodayWriting *self, const KeelToday *today, gboolean new_profile)
{
  GtkWidget *child;

  if (self->session == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists))) != NULL)
    gtk_box_remove (self->lists, child);
  if (!new_profile)
    {
      show_daily (self, today);
      if (self->part == KEEL_TODAY_EVERY_DAY && today->last != NULL)
        show_last (self, today->last);
      else if (self->part == KEEL_TODAY_EVERY_DAY && !today->any)
        show_beginnings (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->lists)) != NULL);
}

gboolean
keel_today_is_evening (int minute)
{
  return minute >= EVENING;
}
