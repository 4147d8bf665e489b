#include "keel-journal-diary.h"

#include "keel-entry-text.h"
#include "keel-journal-entries.h"

/* "2026-11-22", or FALSE. */
static gboolean
read_day (const KeelAnswers *answers, gint64 *day)
{
  const char *text = keel_answers_get_text (answers, "day");
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *whole = text != NULL ? g_strconcat (text, "T00:00:00Z", NULL) : NULL;

  date = whole != NULL ? g_date_time_new_from_iso8601 (whole, NULL) : NULL;
  if (date == NULL)
    return FALSE;
  *day = keel_days_from_civil (g_date_time_get_year (date), g_date_time_get_month (date),
                               g_date_time_get_day_of_month (date));
  return TRUE;
}

/* What only a page says: its day, mood and tags. */
static void
read_page (KeelDiaryPage *page, const KeelAnswers *answers)
{
  double mood;

  read_day (answers, &page->day);
  if (keel_answers_get_number (answers, "mood", &mood))
    page->mood = (int) mood;
  g_strfreev (page->tags);
  page->tags = keel_diary_parse_tags (keel_answers_get_text (answers, "tags"));
  g_free (page->words);
  page->words = keel_entry_text_begin_one (keel_answers_get_text (answers, "text"));
}

/* One whose answers cannot be read is there nevertheless. */
static void
add_entry (GPtrArray *pages, KeelJournal *self, KeelEntry *entry, KeelDiaryKind kind, GTimeZone *zone)
{
  gint64 day = keel_local_time_get_days (keel_local_time_from_utc (entry->created_at, zone));
  KeelDiaryPage *page = keel_diary_page_new (entry, kind, day);
  g_autoptr (KeelAnswers) answers = NULL;

  if (kind == KEEL_DIARY_PAGE)
    answers = keel_journal_read_answers (self, entry->uuid, NULL);
  if (answers != NULL)
    read_page (page, answers);
  g_ptr_array_add (pages, page);
}

GPtrArray *
keel_journal_get_diary (KeelJournal *self, const char *words, GTimeZone *zone, GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_diary_page_free);

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  for (int kind = 0; kind < KEEL_DIARY_N_KINDS; kind++)
    {
      const KeelEntryFilter filter = { .words = words, .worksheet = keel_diary_worksheets[kind] };
      g_autoptr (GPtrArray) entries = keel_journal_get_entries (self, &filter, error);

      if (entries == NULL)
        return NULL;
      for (guint i = 0; i < entries->len; i++)
        add_entry (pages, self, g_ptr_array_index (entries, i), kind, zone);
    }
  keel_diary_sort (pages);
  return g_steal_pointer (&pages);
}
