#include "keel-profile-reminders.h"

#include "keel-journal-preferences.h"
#include "keel-journal-reminders.h"
#include "keel-profile-private.h"

#define ASKED_SECONDS (7 * 24 * 60 * 60)
/* The longest occurrence there can be, and a little more. */
#define LONGEST_SECONDS (32 * 24 * 60 * 60)

/* What is asked, and what is known. */
typedef struct
{
  KeelProfile *profile;
  gint64 now;
  gint64 since; /* seconds UTC; what ended before is not asked */
  GTimeZone *person;
  GHashTable *known; /* set of texts, see make_text () */
  GPtrArray *found;  /* of KeelUnanswered */
} Asking;

static char *
make_text (const char *series, KeelLocalTime occurrence)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, series, occurrence);
}

static gboolean
add_known (Asking *asking, GError **error)
{
  KeelJournal *journal = keel_profile_get_journal (asking->profile);
  g_autoptr (GPtrArray) keys = keel_journal_get_settled (journal, asking->since - LONGEST_SECONDS, error);

  if (keys == NULL || !keel_journal_add_asked_away (journal, keys, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      const KeelOccurrenceKey *key = g_ptr_array_index (keys, i);

      g_hash_table_add (asking->known, make_text (key->series, key->occurrence));
    }
  return TRUE;
}

/* Whoever closed the question on a notification has heard it. */
static gboolean
is_open (Asking *asking, const char *series, const KeelOccurrence *occurrence, gboolean *open, GError **error)
{
  g_autofree char *text = make_text (series, occurrence->original);
  gboolean dismissed = FALSE;

  *open = occurrence->end <= asking->now && occurrence->end > asking->since &&
          !g_hash_table_contains (asking->known, text);
  if (!*open)
    return TRUE;
  if (!keel_reminder_file_has_event (keel_profile_get_reminder_file (asking->profile), series,
                                     occurrence->original, KEEL_LEAD_AFTERWARDS, KEEL_OUTCOME_DISMISSED,
                                     &dismissed, error))
    return FALSE;
  *open = !dismissed;
  return TRUE;
}

static void
add_unanswered (Asking *asking, KeelSeries *series, const KeelOccurrence *occurrence)
{
  KeelUnanswered *unanswered = g_new (KeelUnanswered, 1);

  unanswered->series = g_object_ref (series);
  unanswered->occurrence = *occurrence;
  g_ptr_array_add (asking->found, unanswered);
}

static gboolean
ask_series (Asking *asking, KeelSeries *series, GError **error)
{
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  gint64 longest = (gint64) keel_schedule_get_longest (series->schedule) * 60;
  gint64 followed = keel_journal_get_followed_at (keel_profile_get_journal (asking->profile), series->uuid,
                                                  error);

  if (followed < 0)
    return FALSE;
  keel_schedule_expand (series->schedule, asking->since - longest, asking->now, asking->person, occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      const KeelOccurrence *occurrence = &g_array_index (occurrences, KeelOccurrence, i);
      gboolean open = FALSE;

      if (occurrence->end <= followed)
        continue;
      if (!is_open (asking, series->uuid, occurrence, &open, error))
        return FALSE;
      if (open)
        add_unanswered (asking, series, occurrence);
    }
  return TRUE;
}

static int
compare_ends_cb (gconstpointer a, gconstpointer b)
{
  const KeelUnanswered *first = *(KeelUnanswered *const *) a;
  const KeelUnanswered *second = *(KeelUnanswered *const *) b;

  return (first->occurrence.end < second->occurrence.end) - (first->occurrence.end > second->occurrence.end);
}

static gboolean
ask_all (Asking *asking, GError **error)
{
  g_autoptr (GPtrArray) all = keel_journal_get_series (keel_profile_get_journal (asking->profile), error);

  if (all == NULL || !add_known (asking, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (!ask_series (asking, g_ptr_array_index (all, i), error))
      return FALSE;
  g_ptr_array_sort (asking->found, compare_ends_cb);
  return TRUE;
}

void
keel_unanswered_free (KeelUnanswered *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->series);
  g_free (self);
}

GPtrArray *
keel_profile_get_unanswered (KeelProfile *self, guint limit, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_unanswered_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GTimeZone) person = NULL;
  Asking asking = { .profile = self, .known = known, .found = found };
  KeelReminderPreferences preferences;
  gint64 ask_since;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  if (!keel_journal_get_reminder_preferences (keel_profile_get_journal (self), &preferences, &ask_since,
                                              error))
    return NULL;
  if (!preferences.ask_afterwards)
    return g_steal_pointer (&found);
  person = keel_clock_get_zone (keel_profile_get_clock (self));
  asking.person = person;
  asking.now = keel_clock_get_now (keel_profile_get_clock (self));
  asking.since = MAX (asking.now - ASKED_SECONDS, ask_since);
  if (!ask_all (&asking, error))
    return NULL;
  if (found->len > limit)
    g_ptr_array_set_size (found, (int) limit);
  return g_steal_pointer (&found);
}

gboolean
keel_profile_ask_away (KeelProfile *self, const char *series, KeelLocalTime occurrence, gint64 start,
                       gboolean away, GError **error)
{
  KeelJournal *journal;
  gint64 oldest;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (series != NULL, FALSE);

  journal = keel_profile_get_journal (self);
  oldest = keel_clock_get_now (keel_profile_get_clock (self)) - ASKED_SECONDS - LONGEST_SECONDS;
  if (!keel_journal_forget_asked_away (journal, oldest, error) ||
      !keel_journal_set_asked_away (journal, series, occurrence, start, away, error))
    return FALSE;
  keel_profile_project_or_warn (self);
  return TRUE;
}
