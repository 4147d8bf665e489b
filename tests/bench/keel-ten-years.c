#include "keel-ten-years.h"

#include "store/keel-journal-entries.h"
#include "store/keel-journal-private.h"

#define N_SHEETS 5
#define WORDS "It was a long day, and I went anyway. Somebody was glad that I came, and said so."

static void
must (gboolean success, GError *error)
{
  if (!success)
    g_error ("%s", error != NULL ? error->message : "failed");
}

/* NULL: nothing is written into it. */
static const KeelField *
find_text (const KeelWorksheet *sheet)
{
  for (guint i = 0; i < sheet->sections->len; i++)
    {
      const KeelSection *section = sheet->sections->pdata[i];

      for (guint k = 0; k < section->fields->len; k++)
        {
          const KeelField *field = section->fields->pdata[k];

          if (field->type == KEEL_FIELD_LONG)
            return field;
        }
    }
  return NULL;
}

static void
write_entry (KeelJournal *journal, const KeelWorksheet *sheet, const char *field)
{
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  GError *error = NULL;
  g_autoptr (KeelEntry) entry = keel_journal_begin_entry (journal, sheet, KEEL_ENTRY_LINK_NONE, NULL, &error);

  must (entry != NULL, error);
  must (keel_answers_set_text (answers, field, WORDS, &error), error);
  must (keel_journal_save_entry (journal, entry->uuid, answers, &error), error);
}

static void
write_entries (KeelJournal *journal, KeelContent *content)
{
  const GPtrArray *sheets = keel_content_get_worksheets (content);
  guint n = 0;

  for (guint i = 0; i < sheets->len && n < N_SHEETS; i++)
    {
      const KeelField *field = find_text (sheets->pdata[i]);

      if (field == NULL)
        continue;
      write_entry (journal, sheets->pdata[i], field->id);
      n++;
    }
}

/* Not as safe as Keel writes: that is not what is measured. */
void
keel_ten_years_fill (KeelJournal *journal, KeelContent *content)
{
  g_autofree char *script = NULL;
  GError *error = NULL;

  must (g_file_get_contents (KEEL_BENCH_YEARS, &script, NULL, &error), error);
  must (keel_database_execute (journal->database, "PRAGMA synchronous = OFF", &error), error);
  write_entries (journal, content);
  must (keel_database_execute (journal->database, "BEGIN", &error), error);
  must (keel_database_execute (journal->database, script, &error), error);
  must (keel_database_execute (journal->database, "COMMIT; PRAGMA synchronous = EXTRA", &error), error);
  must (keel_journal_index_entries (journal, &error), error);
}
