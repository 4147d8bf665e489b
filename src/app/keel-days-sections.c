#include "config.h"

#include "keel-days-sections.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"
#include "content/keel-sentences.h"

#include "keel-colour-spot.h"
#include "keel-days-colour.h"
#include "keel-headed-list.h"
#include "keel-lapse-window.h"
#include "keel-line-row.h"
#include "keel-milestone-window.h"

/* What a list shows. */
typedef struct
{
  KeelSession *session;
  KeelDays *days;
} Shown;

static void
shown_free (gpointer data, GClosure *closure)
{
  Shown *shown = data;

  g_object_unref (shown->session);
  keel_days_unref (shown->days);
  g_free (shown);
}

static Shown *
shown_new (KeelSession *session, KeelDays *days)
{
  Shown *shown = g_new0 (Shown, 1);

  shown->session = g_object_ref (session);
  shown->days = keel_days_ref (days);
  return shown;
}

static void
reached_cb (GtkListBox *list, GtkListBoxRow *row, Shown *shown)
{
  keel_milestone_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list))), shown->session,
                                 shown->days,
                                 g_ptr_array_index (shown->days->reached,
                                                    (guint) gtk_list_box_row_get_index (row)),
                                 FALSE);
}

static void
lapse_cb (GtkListBox *list, GtkListBoxRow *row, Shown *shown)
{
  keel_lapse_window_present_lapse (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list))), shown->session,
                                   shown->days,
                                   g_ptr_array_index (shown->days->lapses,
                                                      (guint) gtk_list_box_row_get_index (row)));
}

/* NULL: nothing is given for it. */
static const char *
find_colour (KeelSession *session, const KeelDays *days, const KeelReached *reached)
{
  const KeelCountStand *stand = reached->count != NULL ? keel_days_find (days, reached->count) : NULL;
  KeelDayMark mark;

  if (!keel_day_mark_parse (reached->mark, &mark))
    return NULL;
  return keel_days_colour_name (session, stand != NULL ? stand->count->scheme : NULL, mark.unit, mark.count);
}

static GtkWidget *
make_reached (KeelSession *session, KeelDays *days, const KeelReached *reached)
{
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, NULL);
  const KeelCountStand *stand = reached->count != NULL ? keel_days_find (days, reached->count) : NULL;
  const char *colour = find_colour (session, days, reached);
  g_autofree char *title = keel_sentence_reached (keel_session_get_content (session), reached);
  g_autofree char *date = keel_sentence_day (reached->day, days->now.day);
  /* Translators: %1$s is a date, %2$s what is counted, in the person's words. */
  g_autofree char *when = stand != NULL && stand->count->name != NULL
                              ? g_strdup_printf (_ ("%1$s · %2$s"), date, stand->count->name)
                              : g_strdup (date);

  if (colour != NULL)
    {
      GtkWidget *spot = keel_colour_spot_new (colour);

      gtk_widget_set_margin_end (spot, 6);
      keel_line_row_add_before (row, spot);
    }
  keel_line_row_add_line (row, title, NULL, 0);
  keel_line_row_add_line (row, when, "dim-label", 0);
  gtk_widget_set_name (GTK_WIDGET (row), reached->uuid);
  return GTK_WIDGET (row);
}

static GtkWidget *
make_lapse (KeelDays *days, const KeelLapse *lapse)
{
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, NULL);
  const KeelCountStand *stand = lapse->count != NULL ? keel_days_find (days, lapse->count) : NULL;
  g_autofree char *date = keel_sentence_day (lapse->day, days->now.day);
  const char *choice = keel_sentence_lapse_choice (lapse->choice);
  g_autofree char *about = stand != NULL ? g_strdup_printf (_ ("%1$s · %2$s"),
                                                            keel_sentence_count_name (stand->count), choice)
                                         : g_strdup (choice);

  keel_line_row_add_line (row, date, NULL, 0);
  keel_line_row_add_line (row, about, "dim-label", 0);
  keel_line_row_add_line (row, lapse->note, NULL, 2);
  gtk_widget_set_name (GTK_WIDGET (row), lapse->uuid);
  return GTK_WIDGET (row);
}

gboolean
keel_days_sections_append (GtkBox *box, KeelSession *session, KeelDays *days, guint limit)
{
  GtkListBox *list;

  if (days->reached->len > 0)
    {
      list = keel_headed_list_append (box, _ ("Milestones reached"), _ ("Milestones reached"));
      for (guint i = 0; i < MIN (days->reached->len, limit); i++)
        gtk_list_box_append (list, make_reached (session, days, g_ptr_array_index (days->reached, i)));
      g_signal_connect_data (list, "row-activated", G_CALLBACK (reached_cb), shown_new (session, days),
                             shown_free, 0);
    }
  if (days->lapses->len > 0)
    {
      list = keel_headed_list_append (box, _ ("Lapses"), _ ("Lapses"));
      for (guint i = 0; i < MIN (days->lapses->len, limit); i++)
        gtk_list_box_append (list, make_lapse (days, g_ptr_array_index (days->lapses, i)));
      g_signal_connect_data (list, "row-activated", G_CALLBACK (lapse_cb), shown_new (session, days),
                             shown_free, 0);
    }
  return MAX (days->reached->len, days->lapses->len) > limit;
}
