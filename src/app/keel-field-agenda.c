#include "keel-field-agenda.h"

#include <string.h>

#include "content/keel-sentences.h"
#include "core/keel-local-time.h"

#define MINUTES "minutes"

gboolean
keel_field_agenda_is (const KeelField *table)
{
  const KeelField *minutes = keel_field_find_column (table, MINUTES);

  return table->ordered && minutes != NULL && minutes->sum;
}

static gboolean
find_start_in (const KeelSection *section, const KeelAnswers *answers, int *minute)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const KeelField *field = g_ptr_array_index (section->fields, i);
      const char *text = field->type == KEEL_FIELD_DATETIME ? keel_answers_get_text (answers, field->id)
                                                            : NULL;
      KeelLocalTime time;

      if (text == NULL || strchr (text, 'T') == NULL || !keel_local_time_parse (text, &time))
        continue;
      *minute = keel_local_time_get_minute (time);
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_start (const KeelWorksheet *worksheet, const KeelAnswers *answers, int *minute)
{
  for (guint i = 0; i < worksheet->sections->len; i++)
    if (find_start_in (g_ptr_array_index (worksheet->sections, i), answers, minute))
      return TRUE;
  return FALSE;
}

char *
keel_field_agenda_describe_time (const KeelWorksheet *worksheet, const KeelField *table,
                                 const KeelAnswers *answers, guint place)
{
  int minute = 0;

  if (!keel_field_agenda_is (table) || !find_start (worksheet, answers, &minute))
    return NULL;
  for (guint i = 0; i < MIN (place, keel_answers_get_n_rows (answers, table->id)); i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, table->id, i);
      double minutes;

      if (keel_answers_get_number (row, MINUTES, &minutes))
        minute += (int) CLAMP (minutes, 0, KEEL_MINUTES_PER_DAY);
    }
  return keel_sentence_time (minute % KEEL_MINUTES_PER_DAY);
}
