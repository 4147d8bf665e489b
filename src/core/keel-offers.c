#include "keel-offers.h"

/* What a card is for, beside what is going on. */
typedef enum
{
  FIT_OTHER,
  FIT_ANY, /* anything, or any urge */
  FIT_NOW, /* one of the tags of now */
} Fit;

/* A card with all that its place depends on. */
typedef struct
{
  const KeelOfferCandidate *card;
  KeelStrategyHelp help; /* of the runs for one of the tags of now */
  gboolean own_best;
  gboolean fits_time;
  gboolean suits;
  gboolean in_vain; /* it was done as often, and the urge was no weaker */
  Fit fit;
  guint n_tags; /* of those of now that it is for */
} Ranked;

static KeelOffer *
offer_new (KeelOfferKind kind, const char *id, KeelOfferReason reason)
{
  KeelOffer *self = g_new0 (KeelOffer, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->reason = reason;
  return self;
}

void
keel_offer_free (KeelOffer *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self);
}

static guint
count_tags (guint64 card, guint64 now)
{
  guint n = 0;

  if ((card & KEEL_TAGS_ANY) == KEEL_TAGS_ANY)
    return 0;
  for (guint64 both = card & now; both != 0; both &= both - 1)
    n++;
  return n;
}

static gboolean
is_for_now (const KeelStrategyRun *run, const KeelOfferCandidate *card, guint64 now)
{
  if (now == KEEL_TAGS_NONE)
    return TRUE;
  return ((run->tags != KEEL_TAGS_NONE ? run->tags : card->tags) & now) != 0;
}

/* How often it was done beforehand stands in @by_card: without it each card would look at all runs. */
static void
rank (Ranked *self, const KeelOfferCandidate *card, const KeelOfferQuestion *question, GHashTable *by_card)
{
  const GPtrArray *runs = g_hash_table_lookup (by_card, card->id);
  guint64 now = question->tags != KEEL_TAGS_NONE ? question->tags : KEEL_TAG_BIT (KEEL_TAG_CRAVING);
  gboolean known;

  self->card = card;
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    if (is_for_now (runs->pdata[i], card, question->tags))
      keel_strategy_help_add (&self->help, runs->pdata[i]);
  known = self->help.n_rated >= KEEL_OFFERS_OWN_RUNS;
  self->fits_time = question->minutes == 0 || (card->minutes > 0 && card->minutes <= question->minutes);
  self->suits = question->strength >= card->urge_from && question->strength <= card->urge_to;
  self->own_best = known && self->help.drop > 0 && self->fits_time;
  self->in_vain = known && self->help.drop <= 0;
  self->n_tags = count_tags (card->tags, now);
  if (self->n_tags > 0)
    self->fit = FIT_NOW;
  else if (card->tags & KEEL_TAG_BIT (KEEL_TAG_CRAVING))
    self->fit = FIT_ANY;
}

static int
compare_flags (gboolean a, gboolean b)
{
  return !a - !b;
}

static int
compare_places (const KeelOfferCandidate *a, const KeelOfferCandidate *b)
{
  if (a->order != b->order)
    return a->order < b->order ? -1 : 1;
  return g_strcmp0 (a->id, b->id);
}

static int
compare_drops (const Ranked *a, const Ranked *b)
{
  if (a->help.drop != b->help.drop)
    return a->help.drop > b->help.drop ? -1 : 1;
  return (int) b->help.n_rated - (int) a->help.n_rated;
}

static int
compare_alone (gconstpointer one, gconstpointer other)
{
  const Ranked *a = one, *b = other;
  int result = compare_flags (a->own_best, b->own_best);

  if (result == 0 && a->own_best)
    result = compare_drops (a, b);
  if (result == 0)
    result = compare_flags (a->fits_time, b->fits_time);
  if (result == 0)
    result = compare_flags (a->suits, b->suits);
  if (result == 0)
    result = compare_flags (!a->in_vain, !b->in_vain);
  if (result == 0)
    result = (int) b->fit - (int) a->fit;
  if (result == 0)
    result = compare_flags (a->card->favourite, b->card->favourite);
  if (result == 0)
    result = (int) b->n_tags - (int) a->n_tags;
  return result != 0 ? result : compare_places (a->card, b->card);
}

static int
compare_with_others (gconstpointer one, gconstpointer other)
{
  const Ranked *a = one, *b = other;
  int result = compare_flags (a->fits_time && a->suits, b->fits_time && b->suits);

  return result != 0 ? result : compare_places (a->card, b->card);
}

/* Of Ranked, best first. */
static GArray *
rank_all (const KeelOfferQuestion *question, GHashTable *by_card, gboolean with_others)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < question->candidates->len; i++)
    {
      const KeelOfferCandidate *card = &g_array_index (question->candidates, KeelOfferCandidate, i);
      Ranked ranked = { 0 };

      if (card->never || card->hidden || !card->member || !card->with_others != !with_others)
        continue;
      rank (&ranked, card, question, by_card);
      g_array_append_val (all, ranked);
    }
  g_array_sort (all, with_others ? compare_with_others : compare_alone);
  return all;
}

static KeelOffer *
offer_card (const Ranked *ranked, guint64 tags)
{
  KeelOffer *offer = offer_new (KEEL_OFFER_STRATEGY, ranked->card->id, KEEL_OFFERED_STRENGTH);

  offer->after_cautions = ranked->card->after_cautions;
  if (ranked->card->with_others)
    offer->reason = KEEL_OFFERED_SOMEONE;
  else if (ranked->own_best)
    offer->reason = KEEL_OFFERED_HELPED;
  else if (tags != KEEL_TAGS_NONE && ranked->fit == FIT_NOW)
    offer->reason = KEEL_OFFERED_TAGS;
  else if (ranked->card->favourite)
    offer->reason = KEEL_OFFERED_FAVOURITE;
  if (offer->reason == KEEL_OFFERED_HELPED)
    {
      offer->drop = ranked->help.drop;
      offer->n_runs = ranked->help.n_rated;
    }
  return offer;
}

static KeelOffer *
offer_someone (const KeelOfferQuestion *question, GHashTable *by_card)
{
  g_autoptr (GArray) cards = NULL;
  gboolean meeting = question->meeting != NULL &&
                     (question->minutes == 0 || question->minutes >= KEEL_OFFERS_MEETING_MINUTES);
  gboolean call_first = question->strength >= KEEL_OFFERS_STRONG || !meeting;

  if (question->person != NULL && call_first)
    return offer_new (KEEL_OFFER_PERSON, question->person, KEEL_OFFERED_SOMEONE);
  if (meeting)
    return offer_new (KEEL_OFFER_MEETING, question->meeting, KEEL_OFFERED_SOMEONE);
  cards = rank_all (question, by_card, TRUE);
  if (cards->len > 0)
    return offer_card (&g_array_index (cards, Ranked, 0), question->tags);
  return offer_new (KEEL_OFFER_LINES, NULL, KEEL_OFFERED_SOMEONE);
}

/* Ids to GPtrArray of KeelStrategyRun. */
static GHashTable *
group_runs (const GPtrArray *runs)
{
  GHashTable *by_card = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                               (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < runs->len; i++)
    {
      KeelStrategyRun *run = runs->pdata[i];
      GPtrArray *of_card = g_hash_table_lookup (by_card, run->strategy);

      if (of_card == NULL)
        {
          of_card = g_ptr_array_new ();
          g_hash_table_insert (by_card, run->strategy, of_card);
        }
      g_ptr_array_add (of_card, run);
    }
  return by_card;
}

GPtrArray *
keel_offers_choose (const KeelOfferQuestion *question)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_offer_free);
  g_autoptr (GHashTable) by_card = NULL;
  g_autoptr (GArray) alone = NULL;

  g_return_val_if_fail (question != NULL && question->candidates != NULL && question->runs != NULL, offers);

  by_card = group_runs (question->runs);
  alone = rank_all (question, by_card, FALSE);
  for (guint i = 0; i < alone->len && i < KEEL_N_OFFERS - 1; i++)
    g_ptr_array_add (offers, offer_card (&g_array_index (alone, Ranked, i), question->tags));
  g_ptr_array_insert (offers, question->strength >= KEEL_OFFERS_STRONG ? 0 : -1,
                      offer_someone (question, by_card));
  return offers;
}
