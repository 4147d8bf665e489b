#include "config.h"

#include "keel-calendar-paper.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "paper/keel-month-block.h"
#include "paper/keel-table-block.h"
#include "paper/keel-text-block.h"

#include "keel-date-words.h"
#include "keel-local-paper.h"
#include "keel-month.h"
#include "keel-paper-preview.h"
#include "keel-toggle.h"
#include "keel-week.h"

#define AGENDA_DAYS 28
#define WEEKS_OF_A_MONTH 6
#define MONTH_MARGIN 42      /* points */
#define EPOCH_AS_DATE 719163 /* 1970-01-01 as GDate counts days */

typedef struct
{
  KeelPaperPreview *preview; /* not owned: it owns this */
  KeelCalendar *calendar;
  gint64 day;
  gboolean month;
} Choice;

/* A calendar of its own: the one in the window shows other days, or goes on to others. */
static KeelCalendar *
open_days (KeelCalendar *shown, gint64 day, gint64 first, guint n)
{
  KeelCalendar *calendar = keel_calendar_new (keel_calendar_get_session (shown));

  keel_calendar_choose_day (calendar, day);
  keel_calendar_set_days (calendar, first, n);
  return calendar;
}

static char *
describe_on_grid (KeelCalendar *calendar, KeelAgendaItem *item, gboolean names)
{
  GTimeZone *zone = keel_calendar_get_zone (calendar);
  g_autofree char *time = keel_date_words_time (item, zone);
  g_autofree char *change = keel_date_words_change (item, zone, keel_calendar_get_today (calendar));
  g_autofree char *line = names ? g_strdup_printf ("%s %s", time, item->series->meeting->name)
                                : g_strdup (time);

  if (change == NULL)
    return g_steal_pointer (&line);
  /* Translators: a meeting, and what is different about it this time: "19:00 Harbour Group (Cancelled)" */
  return g_strdup_printf (C_ ("meeting", "%1$s (%2$s)"), line, change);
}

static void
add_day_to_grid (KeelMonthBlock *grid, KeelCalendar *calendar, gint64 day, gboolean names)
{
  g_autoptr (GPtrArray) items = keel_calendar_list_day (calendar, day);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + EPOCH_AS_DATE));
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *line = describe_on_grid (calendar, items->pdata[i], names);

      keel_month_block_add_line (grid, &date, line);
    }
}

static KeelMonthBlock *
make_grid (gint64 day)
{
  const char *weekdays[] = { keel_week_get_short_name (1), keel_week_get_short_name (2),
                             keel_week_get_short_name (3), keel_week_get_short_name (4),
                             keel_week_get_short_name (5), keel_week_get_short_name (6),
                             keel_week_get_short_name (0), NULL };
  g_autofree char *title = keel_sentence_month (day);
  int first = keel_week_get_first_day ();
  KeelMonthBlock *grid;
  int year, month, month_day;

  keel_civil_from_days (day, &year, &month, &month_day);
  grid = keel_month_block_new (title, (GDateYear) year, (GDateMonth) month,
                               first == 0 ? G_DATE_SUNDAY : (GDateWeekday) first, weekdays);
  keel_month_block_set_fill (grid, TRUE);
  return grid;
}

static KeelPaper *
make_month (KeelCalendar *shown, gint64 day, gboolean names)
{
  gint64 first = keel_month_get_week (keel_month_get_first (day));
  g_autoptr (KeelCalendar) calendar = open_days (shown, day, first, WEEKS_OF_A_MONTH * 7);
  KeelPaper *paper = keel_local_paper_new (TRUE);
  KeelMonthBlock *grid = make_grid (day);

  for (guint i = 0; i < WEEKS_OF_A_MONTH * 7; i++)
    add_day_to_grid (grid, calendar, first + i, names);
  keel_paper_set_margins (paper, MONTH_MARGIN, MONTH_MARGIN, MONTH_MARGIN, MONTH_MARGIN);
  keel_paper_add (paper, KEEL_BLOCK (grid));
  return paper;
}

static const char *
find_place (KeelMeeting *meeting)
{
  return meeting->location != NULL ? meeting->location : meeting->address;
}

static void
add_date (KeelTableBlock *table, KeelCalendar *calendar, KeelAgendaItem *item, gboolean names)
{
  GTimeZone *zone = keel_calendar_get_zone (calendar);
  KeelMeeting *meeting = item->series->meeting;
  g_autofree char *time = keel_date_words_time (item, zone);
  g_autofree char *their_time = keel_date_words_their_time (item, zone);
  g_autofree char *change = keel_date_words_change (item, zone, keel_calendar_get_today (calendar));
  g_autofree char *venue = keel_sentence_venue (meeting);
  g_autoptr (GString) what = g_string_new (names ? meeting->name : C_ ("calendar", "Appointment"));
  const char *cells[] = { time, what->str, NULL, NULL };

  if (names && their_time != NULL)
    g_string_append_printf (what, "\n%s", their_time);
  if (change != NULL)
    g_string_append_printf (what, "\n%s", change);
  cells[1] = what->str;
  if (names)
    cells[2] = find_place (meeting) != NULL ? find_place (meeting) : venue;
  keel_table_block_add_row (table, cells);
}

static void
add_day_to_list (KeelTableBlock *table, KeelCalendar *calendar, gint64 day, gboolean names)
{
  g_autoptr (GPtrArray) items = keel_calendar_list_day (calendar, day);
  g_autofree char *title = keel_sentence_day (day, keel_calendar_get_today (calendar));

  if (items->len > 0)
    keel_table_block_add_section (table, title);
  for (guint i = 0; i < items->len; i++)
    add_date (table, calendar, items->pdata[i], names);
}

static KeelPaper *
make_list (KeelCalendar *shown, gint64 day, gboolean names)
{
  g_autoptr (KeelCalendar) calendar = open_days (shown, day, day, AGENDA_DAYS);
  g_autofree char *date = keel_sentence_day (day, keel_calendar_get_today (calendar));
  g_autofree char *title = g_strdup_printf (_ ("From %s"), date);
  KeelPaper *paper = keel_local_paper_new (FALSE);
  KeelTableBlock *table = keel_table_block_new ();

  keel_paper_add (paper, keel_heading_new (1, title));
  keel_table_block_add_column (table, C_ ("column", "Time"), 1, KEEL_ALIGN_START);
  keel_table_block_add_column (table, C_ ("column", "What"), 3, KEEL_ALIGN_START);
  if (names)
    keel_table_block_add_column (table, C_ ("column", "Where"), 4, KEEL_ALIGN_START);
  for (guint i = 0; i < AGENDA_DAYS; i++)
    add_day_to_list (table, calendar, day + i, names);
  keel_table_block_set_empty_text (table, _ ("Nothing in these days."));
  keel_paper_add (paper, KEEL_BLOCK (table));
  return paper;
}

static KeelPaper *
make_paper (KeelCalendar *calendar, gint64 day, gboolean month, gboolean names)
{
  KeelPaper *paper = month ? make_month (calendar, day, names) : make_list (calendar, day, names);

  /* Translators: what a printed calendar is called as a file; it says nothing of what is in it. */
  keel_paper_set_title (paper, C_ ("document", "Calendar"));
  return paper;
}

static void
names_toggled_cb (GtkToggleButton *button, Choice *choice)
{
  g_autoptr (KeelPaper) paper = make_paper (choice->calendar, choice->day, choice->month,
                                            gtk_toggle_button_get_active (button));

  keel_paper_preview_set_paper (choice->preview, paper);
}

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->calendar);
  g_free (choice);
}

KeelPaper *
keel_calendar_paper_new (KeelCalendar *calendar, gboolean month, gboolean names)
{
  return make_paper (calendar, keel_calendar_get_day (calendar), month, names);
}

void
keel_calendar_paper_present (GtkWindow *parent, KeelCalendar *calendar, gboolean month)
{
  GtkWidget *names = keel_toggle_new (_ ("Show meeting names"), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  g_autoptr (KeelPaper) paper = keel_calendar_paper_new (calendar, month, FALSE);
  Choice *choice = g_new0 (Choice, 1);

  /* Translators: the name of a file with a calendar. It says nothing of what is in it. */
  choice->preview = keel_paper_preview_new (parent, keel_calendar_get_session (calendar), _ ("calendar.pdf"));
  choice->calendar = g_object_ref (calendar);
  choice->day = keel_calendar_get_day (calendar);
  choice->month = month;
  gtk_widget_add_css_class (names, "keel-chip");
  g_signal_connect (names, "toggled", G_CALLBACK (names_toggled_cb), choice);
  g_object_set_data_full (G_OBJECT (choice->preview), "keel-choice", choice, (GDestroyNotify) choice_free);
  keel_paper_preview_add_choice (choice->preview, names);
  keel_paper_preview_set_paper (choice->preview, paper);
  gtk_window_present (GTK_WINDOW (choice->preview));
}
