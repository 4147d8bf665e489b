#pragma once

#include "keel-urge.h"

G_BEGIN_DECLS

/* Who suggested a card, for files that last and to choose from: "therapist", "sponsor" … ended by NULL. */
extern const char *const keel_suggester_words[];

/* KeelStrategyMark: what a person says of a card of the coping library, of Keel's or of their own. */
typedef struct
{
  char *strategy; /* the id of the card */
  gboolean favourite;
  gboolean hidden;
  char *note;      /* nullable; private */
  char *suggested; /* nullable: by whom; one of keel_suggester_words, or in the person's words */
} KeelStrategyMark;

/* What of it; in a change the rest stays as it is by then. */
typedef enum
{
  KEEL_MARK_SAYS_FAVOURITE = 1 << 0,
  KEEL_MARK_SAYS_HIDDEN = 1 << 1,
  KEEL_MARK_SAYS_NOTE = 1 << 2,
  KEEL_MARK_SAYS_SUGGESTED = 1 << 3,
} KeelMarkSays;

KeelStrategyMark *keel_strategy_mark_new (const char *strategy);
KeelStrategyMark *keel_strategy_mark_copy (const KeelStrategyMark *self);
void keel_strategy_mark_free (KeelStrategyMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelStrategyMark, keel_strategy_mark_free)

/* Puts what @other says of @which in the place of what @self says; a text of nothing but white space is none.
 */
void keel_strategy_mark_take (KeelStrategyMark *self, const KeelStrategyMark *other, KeelMarkSays which);
gboolean keel_strategy_mark_says_same (const KeelStrategyMark *self, const KeelStrategyMark *other,
                                       KeelMarkSays which);
gboolean keel_strategy_mark_is_empty (const KeelStrategyMark *self);

/* What a person said of a run, beside any strength. */
typedef enum
{
  KEEL_HELPED_NOT = -1,
  KEEL_HELPED_UNSAID = 0,
  KEEL_HELPED_YES = 1,
} KeelHelped;

/* KeelStrategyRun: that a card was done, once, from beginning to end or as far as the person went. */
typedef struct
{
  char *uuid;     /* NULL until it is in the journal */
  char *strategy; /* the id of the card */
  gint64 at;      /* seconds UTC; 0: the moment at which it is first saved */
  int before;     /* how strong it was: 0 to 10, or KEEL_STRENGTH_NONE */
  int after;
  KeelHelped helped;
  guint64 tags; /* what was going on; none: not said */
  char *urge;   /* nullable: the UUID of the urge that it was done for */
} KeelStrategyRun;

KeelStrategyRun *keel_strategy_run_new (const char *strategy); /* of now, nothing else said */
KeelStrategyRun *keel_strategy_run_copy (const KeelStrategyRun *self);
void keel_strategy_run_free (KeelStrategyRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelStrategyRun, keel_strategy_run_free)
gboolean keel_strategy_run_is_possible (const KeelStrategyRun *self);

/* KeelStrategyHelp: what came of all runs of a card. */
typedef struct
{
  guint n_runs;
  guint n_rated;  /* of these, with a strength before and after */
  int sum;        /* of what it was weaker by afterwards: adding up does not depend on the order */
  double drop;    /* by how much it was weaker afterwards, on average over these; below 0: stronger */
  guint n_weaker; /* of these, how many times it was weaker at all */
  guint n_helped; /* said to have helped, and not to have */
  guint n_not;
  gint64 last; /* when it was done last, seconds UTC */
} KeelStrategyHelp;

/* Adds one run to what came of the others, which begins as all 0. */
void keel_strategy_help_add (KeelStrategyHelp *self, const KeelStrategyRun *run);
/* Whether it is among "what helped me": said to have helped more often than not, or, where nothing was said,
 * weaker afterwards on average over two runs or more. */
gboolean keel_strategy_help_helped (const KeelStrategyHelp *self);

/* KeelStrategyBook: what a person said of all cards, and what came of them. A snapshot. */
typedef struct
{
  GHashTable *marks; /* ids to KeelStrategyMark: of which something is said */
  GHashTable *helps; /* ids to KeelStrategyHelp: those that were ever done */
} KeelStrategyBook;

KeelStrategyBook *keel_strategy_book_new (void);
void keel_strategy_book_free (KeelStrategyBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelStrategyBook, keel_strategy_book_free)

void keel_strategy_book_take_mark (KeelStrategyBook *self, KeelStrategyMark *mark); /* takes it */
void keel_strategy_book_add_run (KeelStrategyBook *self, const KeelStrategyRun *run);
/* NULL where nothing was said of it, and where it was never done. */
const KeelStrategyMark *keel_strategy_book_get_mark (const KeelStrategyBook *self, const char *strategy);
const KeelStrategyHelp *keel_strategy_book_get_help (const KeelStrategyBook *self, const char *strategy);

G_END_DECLS
