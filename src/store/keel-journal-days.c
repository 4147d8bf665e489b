#include "keel-journal-days.h"

#include "content/keel-day-sentences.h"
#include "keel-journal-writing.h"

#define NIGHT_END "days/night-end"
#define MOMENTS "days/moments"
#define ZONE "days/zone"

static gboolean
put (KeelJournal *self, const KeelDayOptions *options, GError **error)
{
  g_autofree char *night_end = g_strdup_printf ("%d", options->night_end);

  return keel_journal_put_setting (self, NIGHT_END, options->night_end > 0 ? night_end : NULL, error) &&
         keel_journal_put_setting (self, MOMENTS, options->moments ? NULL : "no", error);
}

gboolean
keel_journal_get_day_options (KeelJournal *self, KeelDayOptions *options, GError **error)
{
  g_autoptr (GHashTable) settings = NULL;
  const char *night_end;
  guint64 minutes = 0;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);

  settings = keel_journal_get_settings (self, "days/", error);
  if (settings == NULL)
    return FALSE;
  night_end = g_hash_table_lookup (settings, NIGHT_END);
  if (night_end != NULL && !g_ascii_string_to_unsigned (night_end, 10, 0, KEEL_NIGHT_END_MAX, &minutes, NULL))
    g_warning ("The end of the night cannot be read");
  options->night_end = (int) minutes;
  options->moments = g_strcmp0 (g_hash_table_lookup (settings, MOMENTS), "no") != 0;
  return TRUE;
}

gboolean
keel_journal_set_day_options (KeelJournal *self, const KeelDayOptions *options, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  if (options->night_end < 0 || options->night_end > KEEL_NIGHT_END_MAX)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "A night ends between midnight and noon");
      return FALSE;
    }
  if (!keel_database_begin (self->database, error))
    return FALSE;
  return keel_journal_end_writing (self, put (self, options, error), error);
}

static gboolean
keep_zone (KeelJournal *self, GTimeZone *zone, const char *kept, GError **error)
{
  g_autofree char *name = keel_zone_name_resolve (g_time_zone_get_identifier (zone));

  /* A zone without a name cannot be opened again: days are then counted wherever the person is. */
  if (name == NULL || g_strcmp0 (name, kept) == 0)
    return TRUE;
  if (!keel_database_begin (self->database, error))
    return FALSE;
  return keel_journal_end_writing (self, keel_journal_put_setting (self, ZONE, name, error), error);
}

gboolean
keel_journal_get_logical_now (KeelJournal *self, const KeelDayOptions *options, KeelLogicalNow *now,
                              GTimeZone **zone, GError **error)
{
  g_autoptr (GTimeZone) here = NULL;
  g_autoptr (GTimeZone) kept = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);

  here = keel_clock_get_zone (self->clock);
  name = keel_journal_get_setting (self, ZONE, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (name != NULL)
    kept = keel_zone_open (name);
  *now = keel_logical_now (keel_clock_get_now (self->clock), kept, here, options->night_end);
  if (now->moves && !keep_zone (self, here, name, error))
    return FALSE;
  if (zone != NULL)
    *zone = g_time_zone_ref (now->moves || kept == NULL ? here : kept);
  return TRUE;
}

/* Takes @counts. */
static void
take_counts (KeelDays *days, GPtrArray *counts, KeelContent *content)
{
  g_autoptr (GPtrArray) all = counts;

  for (guint i = 0; i < all->len; i++)
    {
      const KeelDayCount *count = g_ptr_array_index (all, i);
      g_autoptr (GArray) marks = keel_day_marks_for (content, count->scheme);

      keel_days_take_count (days, keel_day_count_copy (count), marks);
    }
}

static gboolean
fill (KeelJournal *self, KeelDays *days, KeelContent *content, GTimeZone *zone, GError **error)
{
  GPtrArray *lapses = keel_journal_get_lapses (self, error);
  GPtrArray *counts = NULL;
  GPtrArray *reached = NULL;

  if (lapses == NULL)
    return FALSE;
  keel_days_take_lapses (days, lapses);
  counts = keel_journal_get_day_counts (self, error);
  if (counts == NULL)
    return FALSE;
  take_counts (days, counts, content);
  if (keel_journal_keep_reached (self, days, zone, error))
    reached = keel_journal_get_reached (self, error);
  if (reached == NULL)
    return FALSE;
  keel_days_take_reached (days, reached);
  return TRUE;
}

KeelDays *
keel_journal_read_days (KeelJournal *self, KeelContent *content, GError **error)
{
  g_autoptr (KeelDays) days = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  KeelDayOptions options;
  KeelLogicalNow now;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (KEEL_IS_CONTENT (content), NULL);

  if (!keel_journal_get_day_options (self, &options, error) ||
      !keel_journal_get_logical_now (self, &options, &now, &zone, error))
    return NULL;
  days = keel_days_new (&now, &options);
  return fill (self, days, content, zone, error) ? g_steal_pointer (&days) : NULL;
}
