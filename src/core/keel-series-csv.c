#include "keel-series-csv.h"

#include <string.h>

static const char *const columns[] = { "name",     "kind", "program",  "start",   "timezone",
                                       "duration", "rule", "location", "address", "link",
                                       "phone",    "url",  "notes",    "remind" };

char *
keel_csv_write_cell (const char *text)
{
  GString *cell;

  if (text == NULL || *text == '\0')
    return g_strdup ("");
  cell = g_string_new (strchr ("=+-@\t\r", *text) != NULL ? "'" : "");
  g_string_append (cell, text);
  if (strpbrk (cell->str, "\",;\t\r\n") == NULL)
    return g_string_free (cell, FALSE);
  g_string_replace (cell, "\"", "\"\"", 0);
  g_string_prepend_c (cell, '"');
  g_string_append_c (cell, '"');
  return g_string_free (cell, FALSE);
}

static void
add_cell (GString *row, const char *text)
{
  g_autofree char *cell = keel_csv_write_cell (text);

  if (row->len > 0)
    g_string_append_c (row, ',');
  g_string_append (row, cell);
}

static char *
write_leads (KeelSeries *series)
{
  GString *leads = g_string_new (NULL);

  for (guint i = 0; i < series->leads->len; i++)
    g_string_append_printf (leads, "%s%d", i > 0 ? " " : "", g_array_index (series->leads, int, i));
  return g_string_free (leads, FALSE);
}

static void
add_row (GString *text, KeelSeries *series, const char *discreet_title)
{
  KeelMeeting *meeting = series->meeting;
  gboolean discreet = discreet_title != NULL;
  g_autoptr (GString) row = g_string_new (NULL);
  g_autofree char *start = keel_local_time_format (keel_schedule_get_last_start (series->schedule));
  g_autofree char *duration = g_strdup_printf ("%u", keel_schedule_get_duration (series->schedule));
  g_autofree char *rule = keel_schedule_get_rule (series->schedule);
  g_autofree char *leads = write_leads (series);
  const char *const kept[] = { start, keel_schedule_get_zone (series->schedule), duration, rule };
  const char *const places[] = { meeting->location, meeting->address, meeting->conference_url,
                                 meeting->phone,    meeting->url,     meeting->notes };

  add_cell (row, discreet ? discreet_title : meeting->name);
  add_cell (row, discreet ? NULL : keel_series_kind_words[series->kind]);
  add_cell (row, discreet ? NULL : meeting->program);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    add_cell (row, kept[i]);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_cell (row, discreet ? NULL : places[i]);
  add_cell (row, leads);
  g_string_append_printf (text, "%s\r\n", row->str);
}

GBytes *
keel_series_write_csv (GPtrArray *series, const char *discreet_title)
{
  GString *text;

  g_return_val_if_fail (series != NULL, NULL);

  text = g_string_new ("\xef\xbb\xbf");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", columns[i]);
  g_string_append (text, "\r\n");
  for (guint i = 0; i < series->len; i++)
    add_row (text, series->pdata[i], discreet_title);
  return g_string_free_to_bytes (text);
}
