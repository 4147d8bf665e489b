#include "config.h"

#include "keel-today-writing.h"

#include <glib/gi18n-lib.h>

#include "keel-session-programs.h"
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

  GtkListBox *rows;

  KeelSession *session;
  KeelTodayPart part;
  guint n_rows;
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

static void
add_row (KeelTodayWriting *self, GtkWidget *row)
{
  gtk_list_box_append (self->rows, row);
  self->n_rows++;
}

static void
add_daily (KeelTodayWriting *self, const KeelWorksheet *worksheet, KeelEntry *entry)
{
  GtkWidget *row = keel_worksheet_row_new_daily (self->session, worksheet, entry);
  /* Translators: %s is the name of a worksheet */
  g_autofree char *name = g_strdup_printf (_ ("Remind me of %s"), worksheet->name);
  GtkWidget *button = keel_line_row_add_button (KEEL_LINE_ROW (row), "alarm-symbolic", _ ("Remind me…"),
                                                name);

  g_signal_connect_object (button, "clicked", G_CALLBACK (remind_cb), self, 0);
  add_row (self, row);
}

static KeelPageGroups
get_pages (KeelTodayWriting *self)
{
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (
      keel_session_get_folder (self->session));

  return keel_worksheet_choice_get_pages (settings->pages, keel_session_get_programs (self->session));
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
  const guint most = self->part == KEEL_TODAY_REVIEW ? MOST_REVIEWS : MOST_DAILY;
  KeelContent *content = keel_session_get_content (self->session);
  g_autoptr (GPtrArray) daily = keel_worksheet_choice_daily (keel_content_get_worksheets (content),
                                                             get_pages (self),
                                                             keel_session_get_programs (self->session),
                                                             get_minute (self));

  for (guint i = 0; i < daily->len && self->n_rows < most; i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (daily, i);

      if (is_its_time (self, worksheet))
        add_daily (self, worksheet, keel_today_find (today, worksheet->id));
    }
}

/* For whoever chose programs and wrote nothing yet: what each of them begins with. */
static void
show_beginnings (KeelTodayWriting *self)
{
  const GPtrArray *programs = keel_session_get_programs (self->session);
  const GPtrArray *all = keel_content_get_worksheets (keel_session_get_content (self->session));
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < programs->len; i++)
    {
      const KeelProgram *program = g_ptr_array_index (programs, i);
      g_autoptr (GPtrArray) beginnings = keel_worksheet_choice_begin (all, get_pages (self), program->code,
                                                                      taken);

      if (beginnings->len > 0)
        add_row (self, keel_worksheet_row_new_for_program (g_ptr_array_index (beginnings, 0), program));
    }
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
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "keel-today-list");
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
keel_today_writing_new (KeelSession *session, KeelTodayPart part)
{
  KeelTodayWriting *self = g_object_new (KEEL_TYPE_TODAY_WRITING, NULL);

  self->session = g_object_ref (session);
  self->part = part;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  part == KEEL_TODAY_REVIEW ? _ ("Look back on the day")
                                                            : C_ ("worksheets", "Every day"),
                                  -1);
  return GTK_WIDGET (self);
}

void
keel_today_writing_show (KeelTodayWriting *self, const KeelToday *today, gboolean new_profile)
{
  GtkWidget *row;

  if (self->session == NULL)
    return;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  self->n_rows = 0;
  if (!new_profile)
    {
      show_daily (self, today);
      if (self->part == KEEL_TODAY_EVERY_DAY && today->last != NULL)
        add_row (self, keel_worksheet_row_new_for_entry (self->session, today->last));
      else if (self->part == KEEL_TODAY_EVERY_DAY && !today->any)
        show_beginnings (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_rows > 0);
}

gboolean
keel_today_is_evening (int minute)
{
  return minute >= EVENING;
}
