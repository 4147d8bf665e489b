#include "keel-strategy-mark.h"

/* As often the same must have come of it before it is told as what helped. */
#define RATED_RUNS 2

const char *const keel_suggester_words[] = {
  "therapist", "doctor", "sponsor", "peer", "group", "family", "friend", NULL,
};

KeelStrategyMark *
keel_strategy_mark_new (const char *strategy)
{
  KeelStrategyMark *self = g_new0 (KeelStrategyMark, 1);

  self->strategy = g_strdup (strategy);
  return self;
}

KeelStrategyMark *
keel_strategy_mark_copy (const KeelStrategyMark *self)
{
  KeelStrategyMark *copy = keel_strategy_mark_new (self->strategy);

  copy->favourite = self->favourite;
  copy->hidden = self->hidden;
  copy->note = g_strdup (self->note);
  copy->suggested = g_strdup (self->suggested);
  return copy;
}

void
keel_strategy_mark_free (KeelStrategyMark *self)
{
  if (self == NULL)
    return;
  g_free (self->strategy);
  g_free (self->note);
  g_free (self->suggested);
  g_free (self);
}

static char *
dup_text (const char *text)
{
  char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*copy == '\0')
    g_clear_pointer (&copy, g_free);
  return copy;
}

static void
replace_text (char **text, const char *other)
{
  char *copy = dup_text (other);

  g_free (*text);
  *text = copy;
}

void
keel_strategy_mark_take (KeelStrategyMark *self, const KeelStrategyMark *other, KeelMarkSays which)
{
  if (which & KEEL_MARK_SAYS_FAVOURITE)
    self->favourite = other->favourite;
  if (which & KEEL_MARK_SAYS_HIDDEN)
    self->hidden = other->hidden;
  if (which & KEEL_MARK_SAYS_NOTE)
    replace_text (&self->note, other->note);
  if (which & KEEL_MARK_SAYS_SUGGESTED)
    replace_text (&self->suggested, other->suggested);
}

static gboolean
texts_equal (const char *a, const char *b)
{
  g_autofree char *one = dup_text (a);
  g_autofree char *other = dup_text (b);

  return g_strcmp0 (one, other) == 0;
}

gboolean
keel_strategy_mark_says_same (const KeelStrategyMark *self, const KeelStrategyMark *other, KeelMarkSays which)
{
  if ((which & KEEL_MARK_SAYS_FAVOURITE) && !self->favourite != !other->favourite)
    return FALSE;
  if ((which & KEEL_MARK_SAYS_HIDDEN) && !self->hidden != !other->hidden)
    return FALSE;
  if ((which & KEEL_MARK_SAYS_NOTE) && !texts_equal (self->note, other->note))
    return FALSE;
  return (which & KEEL_MARK_SAYS_SUGGESTED) == 0 || texts_equal (self->suggested, other->suggested);
}

gboolean
keel_strategy_mark_is_empty (const KeelStrategyMark *self)
{
  return !self->favourite && !self->hidden && texts_equal (self->note, NULL) &&
         texts_equal (self->suggested, NULL);
}

/* --- Runs --- */

KeelStrategyRun *
keel_strategy_run_new (const char *strategy)
{
  KeelStrategyRun *self = g_new0 (KeelStrategyRun, 1);

  self->strategy = g_strdup (strategy);
  self->before = KEEL_STRENGTH_NONE;
  self->after = KEEL_STRENGTH_NONE;
  return self;
}

KeelStrategyRun *
keel_strategy_run_copy (const KeelStrategyRun *self)
{
  KeelStrategyRun *copy = g_memdup2 (self, sizeof (KeelStrategyRun));

  copy->uuid = g_strdup (self->uuid);
  copy->strategy = g_strdup (self->strategy);
  copy->urge = g_strdup (self->urge);
  return copy;
}

void
keel_strategy_run_free (KeelStrategyRun *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->strategy);
  g_free (self->urge);
  g_free (self);
}

static gboolean
is_strength (int strength)
{
  return strength >= KEEL_STRENGTH_NONE && strength <= KEEL_STRENGTH_MAX;
}

gboolean
keel_strategy_run_is_possible (const KeelStrategyRun *self)
{
  return self->strategy != NULL && *self->strategy != '\0' && is_strength (self->before) &&
         is_strength (self->after) && self->helped >= KEEL_HELPED_NOT && self->helped <= KEEL_HELPED_YES &&
         (self->tags & ~KEEL_TAGS_ANY) == 0;
}

void
keel_strategy_help_add (KeelStrategyHelp *self, const KeelStrategyRun *run)
{
  self->n_runs++;
  self->last = self->n_runs == 1 ? run->at : MAX (self->last, run->at);
  if (run->helped == KEEL_HELPED_YES)
    self->n_helped++;
  else if (run->helped == KEEL_HELPED_NOT)
    self->n_not++;
  if (run->before == KEEL_STRENGTH_NONE || run->after == KEEL_STRENGTH_NONE)
    return;
  self->n_rated++;
  self->sum += run->before - run->after;
  self->drop = (double) self->sum / self->n_rated;
  if (run->after < run->before)
    self->n_weaker++;
}

gboolean
keel_strategy_help_helped (const KeelStrategyHelp *self)
{
  if (self->n_helped != self->n_not)
    return self->n_helped > self->n_not;
  return self->n_helped == 0 && self->n_rated >= RATED_RUNS && self->drop > 0;
}

/* --- The book --- */

KeelStrategyBook *
keel_strategy_book_new (void)
{
  KeelStrategyBook *self = g_new0 (KeelStrategyBook, 1);

  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) keel_strategy_mark_free);
  self->helps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
keel_strategy_book_free (KeelStrategyBook *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->marks);
  g_hash_table_unref (self->helps);
  g_free (self);
}

void
keel_strategy_book_take_mark (KeelStrategyBook *self, KeelStrategyMark *mark)
{
  g_hash_table_replace (self->marks, mark->strategy, mark);
}

void
keel_strategy_book_add_run (KeelStrategyBook *self, const KeelStrategyRun *run)
{
  KeelStrategyHelp *help = g_hash_table_lookup (self->helps, run->strategy);

  if (help == NULL)
    {
      help = g_new0 (KeelStrategyHelp, 1);
      g_hash_table_insert (self->helps, g_strdup (run->strategy), help);
    }
  keel_strategy_help_add (help, run);
}

const KeelStrategyMark *
keel_strategy_book_get_mark (const KeelStrategyBook *self, const char *strategy)
{
  return g_hash_table_lookup (self->marks, strategy);
}

const KeelStrategyHelp *
keel_strategy_book_get_help (const KeelStrategyBook *self, const char *strategy)
{
  return g_hash_table_lookup (self->helps, strategy);
}
