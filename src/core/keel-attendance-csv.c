#include "keel-attendance-csv.h"

#include "keel-series-csv.h"

static char *
write_mood (int mood)
{
  return mood == KEEL_MOOD_NONE ? NULL : g_strdup_printf ("%d", mood);
}

static void
add_row (GString *text, KeelAttendance *attendance, GTimeZone *person, const char *discreet_title)
{
  gboolean discreet = discreet_title != NULL;
  g_autofree char *start = keel_local_time_format (keel_local_time_from_utc (attendance->start, person));
  g_autofree char *before = write_mood (attendance->mood_before);
  g_autofree char *after = write_mood (attendance->mood_after);
  const char *const cells[] = { start,
                                discreet ? discreet_title : attendance->name,
                                keel_attendance_words[attendance->state],
                                discreet ? NULL : attendance->heard,
                                discreet ? NULL : attendance->note,
                                discreet ? NULL : before,
                                discreet ? NULL : after };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *cell = keel_csv_write_cell (cells[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", cell);
    }
  g_string_append (text, "\r\n");
}

GBytes *
keel_attendance_write_csv (GPtrArray *all, GTimeZone *person, const char *discreet_title)
{
  GString *text;

  g_return_val_if_fail (all != NULL, NULL);
  g_return_val_if_fail (person != NULL, NULL);

  text = g_string_new ("\xef\xbb\xbf"
                       "start,name,state,heard,note,mood_before,mood_after\r\n");
  for (guint i = 0; i < all->len; i++)
    add_row (text, all->pdata[i], person, discreet_title);
  return g_string_free_to_bytes (text);
}
