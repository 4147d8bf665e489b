#pragma once

#include "content/keel-content.h"
#include "core/keel-strategy-mark.h"
#include "store/keel-profile-settings.h"

G_BEGIN_DECLS

/*
 * Which cards of the coping library are shown, and which comes first. Arrays are of const KeelStrategy *,
 * transfer container. @book is nullable: nothing was said of any card.
 */

/* What a person looks through. */
typedef enum
{
  KEEL_SHELF_EVERYTHING,
  KEEL_SHELF_TAG,   /* which: KeelStrategyTag */
  KEEL_SHELF_GROUP, /* which: KeelStrategyGroup */
  KEEL_SHELF_FAVOURITES,
  KEEL_SHELF_HELPED, /* what helped them, the best first */
  KEEL_SHELF_SUGGESTED,
  KEEL_SHELF_OWN,
  KEEL_SHELF_HIDDEN,
} KeelShelfKind;

typedef struct
{
  KeelShelfKind kind;
  guint which;
} KeelShelf;

/* For these pages, and in any case the person's own and, but for families alone, those that keep someone
 * safe. */
gboolean keel_strategy_choice_suits (const KeelStrategy *strategy, KeelPageGroups pages);
gboolean keel_strategy_choice_is_hidden (const KeelStrategyBook *book, const KeelStrategy *strategy);

/* What helped comes first, then favourites, what was suggested, and the rest in the order of the library.
 * Where it may be about life and death, what keeps someone safe comes before all that. What is hidden is only
 * on its own shelf. */
GPtrArray *keel_strategy_choice_list (const GPtrArray *all, KeelPageGroups pages,
                                      const KeelStrategyBook *book, KeelShelf shelf);

/* Those in which every word of @words stands: in the name first, then in what it says, what it is for or what
 * the person noted. */
GPtrArray *keel_strategy_choice_search (const GPtrArray *all, KeelPageGroups pages,
                                        const KeelStrategyBook *book, const char *words);

/* The mask of what any card is for. */
guint64 keel_strategy_choice_get_tags (const GPtrArray *all, KeelPageGroups pages);

G_END_DECLS
