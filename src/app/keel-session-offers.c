#include "keel-session-urges.h"

#include "core/keel-person.h"
#include "keel-session-private.h"
#include "store/keel-journal-people.h"
#include "store/keel-journal-runs.h"
#include "store/keel-journal-strategies.h"

/* A meeting that begins within this time can be waited for; seconds. */
#define SOON (60 * 60)

/* The question, as far as the window knows the answers. */
typedef struct
{
  KeelOfferQuestion question;
  GPtrArray *strategies; /* of KeelStrategy: keeps the texts of the candidates */
  char *meeting;         /* nullable */
} Asking;

static void
asking_free (Asking *asking)
{
  g_ptr_array_unref (asking->strategies);
  g_array_unref (asking->question.candidates);
  g_clear_pointer (&asking->question.runs, g_ptr_array_unref);
  g_free (asking->meeting);
  g_free (asking);
}

static void
add_candidate (Asking *asking, const KeelStrategy *strategy)
{
  const KeelOfferCandidate candidate = {
    .id = strategy->id,
    .order = strategy->order,
    .tags = strategy->tags,
    .minutes = strategy->minutes,
    .urge_from = (int) strategy->urge_from,
    .urge_to = (int) strategy->urge_to,
    .with_others = strategy->with_others,
    .member = strategy->member,
    .never = strategy->offer == KEEL_OFFER_NEVER,
    .after_cautions = strategy->offer == KEEL_OFFER_AFTER_CAUTIONS,
  };

  g_ptr_array_add (asking->strategies, keel_strategy_ref (strategy));
  g_array_append_val (asking->question.candidates, candidate);
}

/* The one that begins first, of what is followed and not paused; NULL where there is none within the hour. */
static char *
find_meeting (KeelSession *session)
{
  const GPtrArray *all = keel_session_get_series (session);
  g_autoptr (GTimeZone) zone = keel_session_get_zone (session);
  gint64 now = keel_session_get_now (session), first = now + SOON + 1;
  const char *uuid = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      KeelSeries *series = g_ptr_array_index (all, i);
      KeelOccurrence occurrence;

      if (series->kind != KEEL_SERIES_MEETING || keel_session_is_paused (session, series) ||
          !keel_schedule_next (series->schedule, now - 1, zone, &occurrence) || occurrence.start >= first)
        continue;
      first = occurrence.start;
      uuid = series->uuid;
    }
  return g_strdup (uuid);
}

/* The first that can be dialled, in the order that the person chose. Who leans on the person is not the one
 * to lean on in an urge. */
static const char *
find_person (const GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const KeelPerson *person = g_ptr_array_index (people, i);
      g_autofree char *dial = person->number != NULL ? keel_number_dup_dial (person->number) : NULL;

      if (dial != NULL && person->kind != KEEL_PERSON_SPONSORED)
        return person->uuid;
    }
  return NULL;
}

static void
take_marks (Asking *asking, const GPtrArray *marks)
{
  GArray *candidates = asking->question.candidates;

  for (guint i = 0; i < marks->len; i++)
    {
      const KeelStrategyMark *mark = g_ptr_array_index (marks, i);

      for (guint k = 0; k < candidates->len; k++)
        {
          KeelOfferCandidate *candidate = &g_array_index (candidates, KeelOfferCandidate, k);

          if (!g_str_equal (candidate->id, mark->strategy))
            continue;
          candidate->hidden = mark->hidden;
          candidate->favourite = mark->favourite;
        }
    }
}

static void
offers_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelJournal *journal = keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
  Asking *asking = task_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) marks = keel_journal_get_strategy_marks (journal, &error);
  g_autoptr (GPtrArray) people = marks != NULL ? keel_journal_get_people (journal, &error) : NULL;

  if (people != NULL)
    asking->question.runs = keel_journal_get_runs (journal, G_MININT64, &error);
  if (asking->question.runs == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_marks (asking, marks);
  asking->question.person = find_person (people);
  g_task_return_pointer (task, keel_offers_choose (&asking->question), (GDestroyNotify) g_ptr_array_unref);
}

void
keel_session_read_offers_async (KeelSession *self, int strength, guint64 tags, guint minutes,
                                KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  const GPtrArray *strategies = keel_content_get_strategies (keel_session_get_content (self));
  Asking *asking = g_new0 (Asking, 1);

  asking->question.strength = strength;
  asking->question.tags = tags;
  asking->question.minutes = minutes;
  asking->question.candidates = g_array_new (FALSE, FALSE, sizeof (KeelOfferCandidate));
  asking->strategies = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strategy_unref);
  for (guint i = 0; i < strategies->len; i++)
    add_candidate (asking, strategies->pdata[i]);
  asking->meeting = find_meeting (self);
  asking->question.meeting = asking->meeting;
  g_task_set_task_data (task, asking, (GDestroyNotify) asking_free);
  keel_session_run (self, task, offers_in_thread, FALSE);
}

GPtrArray *
keel_session_read_offers_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
