#include "config.h"

#include "keel-today-page.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-headed-list.h"
#include "keel-minute-watch.h"
#include "keel-quiet-note.h"
#include "keel-session-programs.h"
#include "keel-session-today.h"
#include "keel-today-first.h"
#include "keel-today-meeting-card.h"
#include "keel-today-places.h"
#include "keel-window.h"
#include "keel-worksheet-choice.h"
#include "keel-worksheet-reminder-dialog.h"
#include "keel-worksheet-row.h"

/* More than a few is a list of duties. */
#define MOST_DAILY 4

struct _KeelTodayPage
{
  AdwBin parent_instance;

  GtkLabel *date;
  KeelTodayMeetingCard *meeting;
  KeelQuietNote *no_meeting;
  GtkWidget *first;
  GtkBox *lists;
  KeelTodayPlaces *places;

  KeelSession *session;
  KeelMinuteWatch *watch;
  gint64 day;        /* since 1970-01-01: that is shown */
  guint reading;     /* how many have begun; the last one counts */
  gboolean starting; /* the focus is to be led to what comes */
};

G_DEFINE_FINAL_TYPE (KeelTodayPage, keel_today_page, ADW_TYPE_BIN)

static KeelLocalTime
get_now (KeelTodayPage *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);

  return keel_local_time_from_utc (keel_session_get_now (self->session), zone);
}

static void
show_date (KeelTodayPage *self)
{
  g_autofree char *words = NULL;

  self->day = keel_local_time_get_days (get_now (self));
  words = keel_sentence_day (self->day, self->day);
  gtk_label_set_text (self->date, words);
}

/* NULL: there is one, or the page says already how to come to one. */
static const char *
describe_no_meeting (KeelTodayPage *self, const KeelAgendaItem *next)
{
  if (next != NULL || gtk_widget_get_visible (self->first))
    return NULL;
  return keel_session_get_series (self->session)->len == 0 ? _ ("You do not follow a meeting yet.")
                                                           : _ ("No meeting in the next two weeks.");
}

static void
show_meeting (KeelTodayPage *self)
{
  g_autoptr (KeelAgendaItem) item = keel_today_find_next (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self->meeting), item != NULL);
  if (item != NULL)
    keel_today_meeting_card_show (self->meeting, self->session, item);
  keel_quiet_note_tell (self->no_meeting, describe_no_meeting (self, item));
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelTodayPage *self)
{
  const KeelWorksheet *worksheet = keel_worksheet_row_get_worksheet (KEEL_WORKSHEET_ROW (row));

  if (worksheet != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-worksheet", "s", worksheet->id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-entry", "s",
                                keel_worksheet_row_get_entry (KEEL_WORKSHEET_ROW (row))->uuid);
}

static GtkListBox *
add_list (KeelTodayPage *self, const char *heading)
{
  GtkListBox *rows = keel_headed_list_append (self->lists, heading, heading);

  g_signal_connect_object (rows, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  return rows;
}

static void
remind_cb (GtkWidget *button, KeelTodayPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, KEEL_TYPE_WORKSHEET_ROW);

  keel_worksheet_reminder_dialog_present (GTK_WINDOW (gtk_widget_get_root (button)), self->session,
                                          keel_worksheet_row_get_worksheet (KEEL_WORKSHEET_ROW (row)));
}

static void
add_daily (KeelTodayPage *self, GtkListBox *rows, const KeelWorksheet *worksheet, KeelEntry *entry)
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
get_pages (KeelTodayPage *self)
{
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (
      keel_session_get_folder (self->session));

  return keel_worksheet_choice_get_pages (settings->pages, keel_session_get_programs (self->session));
}

static void
show_daily (KeelTodayPage *self, const KeelToday *today)
{
  KeelContent *content = keel_session_get_content (self->session);
  g_autoptr (GPtrArray) daily = keel_worksheet_choice_daily (keel_content_get_worksheets (content),
                                                             get_pages (self),
                                                             keel_session_get_programs (self->session),
                                                             keel_local_time_get_minute (get_now (self)));
  GtkListBox *rows = daily->len > 0 ? add_list (self, C_ ("worksheets", "Every day")) : NULL;

  for (guint i = 0; i < MIN (daily->len, MOST_DAILY); i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (daily, i);

      add_daily (self, rows, worksheet, keel_today_find (today, worksheet->id));
    }
}

/* For whoever chose programs and wrote nothing yet: what each of them begins with. */
static void
show_beginnings (KeelTodayPage *self)
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
show_last (KeelTodayPage *self, KeelEntry *entry)
{
  /* Translators: a heading above what the person was writing last */
  GtkListBox *rows = add_list (self, _ ("Go on with"));

  gtk_list_box_append (rows, keel_worksheet_row_new_for_entry (self->session, entry));
}

static gboolean
is_new (KeelTodayPage *self, const KeelToday *today)
{
  return !today->any && keel_session_get_series (self->session)->len == 0 &&
         keel_session_get_programs (self->session)->len == 0;
}

/* What scrolls would take the focus itself. FALSE: there is nothing yet. */
static gboolean
focus_first (KeelTodayPage *self)
{
  GtkWidget *const parts[] = { GTK_WIDGET (self->meeting), GTK_WIDGET (self->no_meeting), self->first,
                               GTK_WIDGET (self->lists) };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (gtk_widget_get_visible (parts[i]) && gtk_widget_get_first_child (parts[i]) != NULL &&
          gtk_widget_child_focus (parts[i], GTK_DIR_TAB_FORWARD))
        return TRUE;
    }
  return FALSE;
}

static void
show_today (KeelTodayPage *self, const KeelToday *today)
{
  gboolean new_profile = is_new (self, today);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists))) != NULL)
    gtk_box_remove (self->lists, child);
  gtk_widget_set_visible (self->first, new_profile);
  show_meeting (self);
  if (!new_profile)
    {
      if (!today->any)
        show_beginnings (self);
      show_daily (self, today);
      if (today->last != NULL)
        show_last (self, today->last);
    }
  if (self->starting && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->starting = !focus_first (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelToday) today = keel_session_read_today_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  self->reading--;
  if (self->session == NULL || self->reading > 0) /* gone, or another one comes */
    return;
  if (today != NULL)
    {
      show_today (self, today);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
refresh (KeelTodayPage *self)
{
  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  show_date (self);
  keel_minute_watch_arm (self->watch, keel_session_get_now (self->session));
  self->reading++;
  keel_today_places_refresh (self->places, self->session);
  keel_session_read_today_async (self->session, read_cb, g_object_ref (self));
}

/* What changes while another page is shown is looked at when this one is. */
static void
changed_cb (KeelTodayPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
look_cb (KeelTodayPage *self)
{
  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  keel_minute_watch_arm (self->watch, keel_session_get_now (self->session));
  if (keel_local_time_get_days (get_now (self)) != self->day)
    changed_cb (self);
  else
    show_meeting (self);
}

static void
keel_today_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (keel_today_page_parent_class)->map (widget);
  refresh (KEEL_TODAY_PAGE (widget));
}

static void
keel_today_page_dispose (GObject *object)
{
  KeelTodayPage *self = KEEL_TODAY_PAGE (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_today_page_parent_class)->dispose (object);
}

static void
keel_today_page_class_init (KeelTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_today_page_dispose;
  widget_class->map = keel_today_page_map;

  g_type_ensure (KEEL_TYPE_QUIET_NOTE);
  g_type_ensure (KEEL_TYPE_TODAY_FIRST);
  g_type_ensure (KEEL_TYPE_TODAY_MEETING_CARD);
  g_type_ensure (KEEL_TYPE_TODAY_PLACES);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, meeting);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, no_meeting);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, first);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, lists);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, places);
}

static void
keel_today_page_init (KeelTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->watch = keel_minute_watch_new ();
  g_signal_connect_object (self->watch, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
}

KeelTodayPage *
keel_today_page_new (KeelSession *session)
{
  static const char *const changes[] = { "series-changed", "entries-changed", "programs-changed",
                                         "templates-changed", "progress-changed" };
  KeelTodayPage *self = g_object_new (KEEL_TYPE_TODAY_PAGE, NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (session, changes[i], G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
keel_today_page_start (KeelTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    self->starting = !focus_first (self);
}
