#include "keel-demo-entries.h"

#include <glib/gi18n-lib.h>

#include "keel-demo-year.h"
#include "keel-journal-entries.h"

static char *
format_day (const KeelDemoYear *self, const char *value)
{
  gint64 day = self->today + g_ascii_strtoll (value, NULL, 10);
  int year, month, day_of_month;

  keel_civil_from_days (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

static gboolean
add_item (KeelAnswers *answers, const char *id, const char *text, GError **error)
{
  g_auto (GStrv) before = keel_answers_get_texts (answers, id);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (items, before[i]);
  g_ptr_array_add (items, (gpointer) text);
  g_ptr_array_add (items, NULL);
  return keel_answers_set_texts (answers, id, (const char *const *) items->pdata, error);
}

static gboolean
put (const KeelDemoYear *self, KeelAnswers *answers, const char *id, const KeelDemoAnswer *answer,
     GError **error)
{
  const char *const choice[] = { answer->value, NULL };
  g_autofree char *day = NULL;

  switch (answer->kind)
    {
    case KEEL_DEMO_ITEM:
      return add_item (answers, id, _ (answer->value), error);
    case KEEL_DEMO_NUMBER:
      keel_answers_set_number (answers, id, g_ascii_strtod (answer->value, NULL));
      return TRUE;
    case KEEL_DEMO_TICK:
      keel_answers_set_tick (answers, id, TRUE);
      return TRUE;
    case KEEL_DEMO_CHOICE:
      return keel_answers_set_texts (answers, id, choice, error);
    case KEEL_DEMO_DAY:
      day = format_day (self, answer->value);
      return keel_answers_set_text (answers, id, day, error);
    case KEEL_DEMO_TEXT:
    default:
      return keel_answers_set_text (answers, id, _ (answer->value), error);
    }
}

/* Transfer full. */
static KeelAnswers *
find_row (KeelAnswers *answers, const KeelDemoAnswer *answer, GError **error)
{
  guint n = keel_answers_get_n_rows (answers, answer->field);
  g_autoptr (KeelAnswers) last = n > 0 ? keel_answers_get_row (answers, answer->field, n - 1) : NULL;

  if (last != NULL && !keel_answers_has (last, answer->column))
    return g_steal_pointer (&last);
  return keel_answers_insert_row (answers, answer->field, n, error);
}

static gboolean
write_answer (const KeelDemoYear *self, KeelAnswers *answers, const KeelDemoAnswer *answer, GError **error)
{
  g_autoptr (KeelAnswers) row = NULL;

  if (answer->column == NULL)
    return put (self, answers, answer->field, answer, error);
  row = find_row (answers, answer, error);
  return row != NULL && put (self, row, answer->column, answer, error);
}

static KeelAnswers *
write_answers (const KeelDemoYear *self, const KeelDemoAnswer *all, GError **error)
{
  g_autoptr (KeelAnswers) answers = keel_answers_new ();

  for (const KeelDemoAnswer *answer = all; answer->field != NULL; answer++)
    {
      if (!write_answer (self, answers, answer, error))
        return NULL;
    }
  return g_steal_pointer (&answers);
}

static gboolean
add_entry (KeelDemoYear *self, const KeelDemoEntry *demo, GError **error)
{
  const KeelWorksheet *worksheet = keel_content_find_worksheet (self->content, demo->worksheet);
  g_autoptr (KeelAnswers) answers = write_answers (self, demo->answers, error);
  g_autoptr (KeelEntry) entry = NULL;

  if (answers == NULL || worksheet == NULL)
    return answers != NULL;
  keel_demo_year_go (self, demo->ago, demo->minute);
  entry = keel_journal_begin_entry (self->journal, worksheet, KEEL_ENTRY_LINK_NONE, NULL, error);
  if (entry == NULL || !keel_journal_save_entry (self->journal, entry->uuid, answers, error))
    return FALSE;
  if (demo->title != NULL &&
      !keel_journal_set_entry_title (self->journal, entry->uuid, _ (demo->title), error))
    return FALSE;
  return demo->state == KEEL_ENTRY_DRAFT ||
         keel_journal_set_entry_state (self->journal, entry->uuid, demo->state, error);
}

static gboolean
add_all (KeelDemoYear *self, const KeelDemoEntry *entries, GError **error)
{
  for (const KeelDemoEntry *entry = entries; entry->worksheet != NULL; entry++)
    {
      if (!add_entry (self, entry, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
keel_demo_add_entries (KeelDemoYear *self, GError **error)
{
  return add_all (self, keel_demo_common_entries, error) &&
         (!self->member || add_all (self, keel_demo_member_entries, error)) &&
         (!self->family || add_all (self, keel_demo_family_entries, error));
}
