#include "keel-journal-private.h"
#include "keel-series-table.h"

static KeelSeries *
change (KeelJournal *self, const char *uuid, KeelSeriesChange apply, gconstpointer data, GError **error)
{
  g_autoptr (KeelSeries) before = keel_journal_find_series (self, uuid, error);
  g_autoptr (KeelSeries) after = before != NULL ? keel_series_copy (before) : NULL;

  if (after == NULL || !apply (after, data, error) || !keel_series_table_check (after, error) ||
      !keel_series_table_update (self->database, after, keel_clock_get_now (self->clock), error))
    return NULL;
  return g_steal_pointer (&before);
}

/* Errors are those of @change, or of KEEL_STORE_ERROR: NOT_FOUND where there is no such series, INVALID where
 * it cannot be so. */
KeelSeries *
keel_journal_change_series (KeelJournal *self, const char *uuid, KeelSeriesChange apply, gconstpointer data,
                            GError **error)
{
  g_autoptr (KeelSeries) before = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL && apply != NULL, NULL);

  if (!keel_database_begin (self->database, error))
    return NULL;
  before = change (self, uuid, apply, data, error);
  if (!keel_journal_end_change (self, before != NULL, error))
    return NULL;
  return g_steal_pointer (&before);
}
