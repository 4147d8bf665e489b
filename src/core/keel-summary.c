#include "keel-summary.h"

#include <string.h>

#include "keel-history-count.h"
#include "keel-series.h"

const char *const keel_summary_part_words[] = { "meetings",   "feeling", "sleep",    "urges",
                                                "worksheets", "days",    "medicine", NULL };

/* What the second column says, and to what part it belongs. */
static const struct
{
  const char *word; /* NULL: it is not in a summary by itself */
  KeelSummaryParts part;
} kinds[KEEL_N_HISTORIES] = {
  [KEEL_HISTORY_CHECK_INS] = { NULL, KEEL_SUMMARY_FEELING },
  [KEEL_HISTORY_MOOD] = { "mood", KEEL_SUMMARY_FEELING },
  [KEEL_HISTORY_CRAVING] = { "craving", KEEL_SUMMARY_FEELING },
  [KEEL_HISTORY_ENERGY] = { "energy", KEEL_SUMMARY_FEELING },
  [KEEL_HISTORY_SLEEP] = { "sleep-hours", KEEL_SUMMARY_SLEEP },
  [KEEL_HISTORY_URGES] = { "urge", KEEL_SUMMARY_URGES },
  [KEEL_HISTORY_EASED] = { NULL, KEEL_SUMMARY_URGES },
  [KEEL_HISTORY_MEETINGS] = { "meeting", KEEL_SUMMARY_MEETINGS },
  [KEEL_HISTORY_PLANNED] = { NULL, KEEL_SUMMARY_MEETINGS },
  [KEEL_HISTORY_WORKSHEETS] = { "worksheet-finished", KEEL_SUMMARY_WORKSHEETS },
};

typedef struct
{
  KeelHistoryPoint point;
  guint order;
  const char *word;
} Row;

gboolean
keel_summary_parts_parse (const char *text, KeelSummaryParts *parts, char **unknown)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint found = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      int place = keel_word_find (keel_summary_part_words, g_strstrip (words[i]));

      if (place < 0)
        {
          *unknown = g_strdup (words[i]);
          return FALSE;
        }
      found |= 1u << place;
    }
  *parts = (KeelSummaryParts) found;
  return TRUE;
}

KeelSummaryParts
keel_summary_find_part (KeelHistoryKind kind)
{
  return kind < KEEL_N_HISTORIES ? kinds[kind].part : 0;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *one = a, *other = b;

  if (one->point.day != other->point.day)
    return one->point.day < other->point.day ? -1 : 1;
  return (int) one->order - (int) other->order;
}

/* @word lives as long as the rows. */
static void
add_rows (GArray *rows, const GArray *points, const KeelHistoryDays *days, guint order, const char *word)
{
  for (guint i = 0; i < points->len; i++)
    {
      const Row row = { g_array_index (points, KeelHistoryPoint, i), order, word };

      if (row.point.day >= days->first && row.point.day <= days->last)
        g_array_append_val (rows, row);
    }
}

/* By their place, since what they are called is the person's own. */
static void
add_counts (GArray *rows, const KeelHistory *history, const KeelHistoryDays *days)
{
  for (guint i = 0; i < history->counts->len; i++)
    {
      const KeelHistoryCount *count = g_ptr_array_index (history->counts, i);
      g_autofree char *word = g_strdup_printf ("counted-day-%u", i + 1);

      add_rows (rows, count->points, days, KEEL_N_HISTORIES + i, g_intern_string (word));
    }
}

static void
write_row (GString *text, const Row *row)
{
  int year, month, day;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  keel_civil_from_days (row->point.day, &year, &month, &day);
  g_ascii_formatd (number, sizeof number, "%.2f", row->point.value);
  if (g_str_has_suffix (number, ".00"))
    number[strlen (number) - strlen (".00")] = '\0';
  g_string_append_printf (text, "%04d-%02d-%02d,%s,%s\r\n", year, month, day, row->word, number);
}

GBytes *
keel_summary_write_csv (const KeelHistory *history, const KeelHistoryDays *days, KeelSummaryParts parts)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GString *text = g_string_new ("\xef\xbb\xbf"
                                "date,what,value\r\n");

  for (guint kind = 0; kind < KEEL_N_HISTORIES; kind++)
    {
      if (kinds[kind].word != NULL && (kinds[kind].part & parts) != 0)
        add_rows (rows, history->points[kind], days, kind, kinds[kind].word);
    }
  if ((parts & KEEL_SUMMARY_DAYS) != 0)
    add_counts (rows, history, days);
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    write_row (text, &g_array_index (rows, Row, i));
  return g_string_free_to_bytes (text);
}
