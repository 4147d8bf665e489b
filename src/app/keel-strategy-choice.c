#include "keel-strategy-choice.h"

#include <string.h>

#include "content/keel-strategy-sentences.h"
#include "core/keel-fold.h"

/* Which of two comes first. */
typedef struct
{
  const KeelStrategyBook *book; /* nullable */
  gboolean grave;               /* what keeps someone safe goes before all else */
  gboolean family;              /* what is made for families goes before what helps them, too */
} Order;

static const KeelStrategyMark *
get_mark (const KeelStrategyBook *book, const KeelStrategy *strategy)
{
  return book != NULL ? keel_strategy_book_get_mark (book, strategy->id) : NULL;
}

static gboolean
has_helped (const KeelStrategyBook *book, const KeelStrategy *strategy)
{
  const KeelStrategyHelp *help = book != NULL ? keel_strategy_book_get_help (book, strategy->id) : NULL;

  return help != NULL && keel_strategy_help_helped (help);
}

static gboolean
is_favourite (const KeelStrategyBook *book, const KeelStrategy *strategy)
{
  const KeelStrategyMark *mark = get_mark (book, strategy);

  return mark != NULL && mark->favourite;
}

static gboolean
is_suggested (const KeelStrategyBook *book, const KeelStrategy *strategy)
{
  const KeelStrategyMark *mark = get_mark (book, strategy);

  return mark != NULL && mark->suggested != NULL;
}

gboolean
keel_strategy_choice_is_hidden (const KeelStrategyBook *book, const KeelStrategy *strategy)
{
  const KeelStrategyMark *mark = get_mark (book, strategy);

  return mark != NULL && mark->hidden;
}

gboolean
keel_strategy_choice_suits (const KeelStrategy *strategy, KeelPageGroups pages)
{
  /* What keeps members safe speaks to them: families have theirs. */
  return keel_strategy_is_own (strategy->id) ||
         (strategy->group == KEEL_STRATEGY_GROUP_SAFETY && pages != KEEL_PAGES_FAMILY) ||
         (strategy->member && (pages & KEEL_PAGES_MEMBER) != 0) ||
         (strategy->family && (pages & KEEL_PAGES_FAMILY) != 0);
}

static gboolean
is_grave (guint tag)
{
  return tag == KEEL_TAG_EMERGENCY || tag == KEEL_TAG_OPIOID || tag == KEEL_TAG_WITHDRAWAL;
}

static gboolean
is_on_shelf (const KeelStrategy *strategy, const KeelStrategyBook *book, KeelShelf shelf)
{
  switch (shelf.kind)
    {
    case KEEL_SHELF_TAG:
      return keel_strategy_has_tag (strategy, (KeelStrategyTag) shelf.which);
    case KEEL_SHELF_GROUP:
      return strategy->group == shelf.which && !keel_strategy_is_own (strategy->id);
    case KEEL_SHELF_FAVOURITES:
      return is_favourite (book, strategy);
    case KEEL_SHELF_HELPED:
      return has_helped (book, strategy);
    case KEEL_SHELF_SUGGESTED:
      return is_suggested (book, strategy);
    case KEEL_SHELF_OWN:
      return keel_strategy_is_own (strategy->id);
    case KEEL_SHELF_EVERYTHING:
    case KEEL_SHELF_HIDDEN:
    default:
      return TRUE;
    }
}

/* What nobody is offered in an urge is no first thing to do, and what is for anything is not for this. */
static int
rank (const Order *order, const KeelStrategy *strategy)
{
  if (order->grave && (strategy->safety != NULL || strategy->group == KEEL_STRATEGY_GROUP_SAFETY))
    return 0;
  if (has_helped (order->book, strategy))
    return 1;
  if (is_favourite (order->book, strategy))
    return 2;
  if (is_suggested (order->book, strategy))
    return 3;
  if (keel_strategy_is_own (strategy->id) || (order->family && strategy->group == KEEL_STRATEGY_GROUP_FAMILY))
    return 4;
  if (strategy->tags == KEEL_TAGS_ANY)
    return 6;
  return strategy->offer == KEEL_OFFER_YES || strategy->group == KEEL_STRATEGY_GROUP_FAMILY ? 5 : 6;
}

static double
get_drop (const KeelStrategyBook *book, const KeelStrategy *strategy)
{
  const KeelStrategyHelp *help = book != NULL ? keel_strategy_book_get_help (book, strategy->id) : NULL;

  return help != NULL && help->n_rated > 0 ? help->drop : 0;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  const KeelStrategy *first = *(const KeelStrategy *const *) a;
  const KeelStrategy *second = *(const KeelStrategy *const *) b;
  int ranks = rank (order, first) - rank (order, second);
  double drops = get_drop (order->book, second) - get_drop (order->book, first);

  if (ranks != 0)
    return ranks;
  if (rank (order, first) == 1 && drops != 0)
    return drops > 0 ? 1 : -1;
  return first->order != second->order ? first->order - second->order : g_strcmp0 (first->id, second->id);
}

GPtrArray *
keel_strategy_choice_list (const GPtrArray *all, KeelPageGroups pages, const KeelStrategyBook *book,
                           KeelShelf shelf)
{
  GPtrArray *found = g_ptr_array_new ();
  gboolean tag = shelf.kind == KEEL_SHELF_TAG;
  Order order = { book, tag && is_grave (shelf.which), tag && shelf.which == KEEL_TAG_FAMILY };

  for (guint i = 0; i < all->len; i++)
    {
      const KeelStrategy *strategy = g_ptr_array_index (all, i);
      gboolean hidden = keel_strategy_choice_is_hidden (book, strategy);

      if (hidden == (shelf.kind == KEEL_SHELF_HIDDEN) && keel_strategy_choice_suits (strategy, pages) &&
          is_on_shelf (strategy, book, shelf))
        g_ptr_array_add (found, (gpointer) strategy);
    }
  if (shelf.kind != KEEL_SHELF_GROUP && shelf.kind != KEEL_SHELF_HIDDEN)
    g_ptr_array_sort_with_data (found, compare, &order);
  return found;
}

static void
append (GString *text, const char *words)
{
  if (words != NULL)
    g_string_append_printf (text, "%s\n", words);
}

/* All that it says and what is said of it, as it is looked through. */
static char *
fold_card (const KeelStrategy *strategy, const KeelStrategyBook *book)
{
  const KeelStrategyMark *mark = get_mark (book, strategy);
  g_autofree char *tags = strategy->tags != KEEL_TAGS_ANY ? keel_sentence_strategy_tags (strategy->tags)
                                                          : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, strategy->name);
  append (text, strategy->when);
  append (text, strategy->about);
  append (text, tags);
  append (text, keel_sentence_strategy_group (strategy->group));
  append (text, mark != NULL ? mark->note : NULL);
  for (guint i = 0; i < strategy->steps->len; i++)
    append (text, ((const KeelStrategyStep *) g_ptr_array_index (strategy->steps, i))->text);
  return keel_fold (text->str);
}

static gboolean
has_all (const char *text, char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

GPtrArray *
keel_strategy_choice_search (const GPtrArray *all, KeelPageGroups pages, const KeelStrategyBook *book,
                             const char *words)
{
  g_autoptr (GPtrArray) known = keel_strategy_choice_list (all, pages, book,
                                                           (KeelShelf){ KEEL_SHELF_EVERYTHING, 0 });
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = keel_fold (words);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint i = 0; i < known->len; i++)
    {
      const KeelStrategy *strategy = g_ptr_array_index (known, i);
      g_autofree char *name = keel_fold (strategy->name);
      g_autofree char *card = fold_card (strategy, book);

      if (has_all (name, parts))
        g_ptr_array_add (found, (gpointer) strategy);
      else if (has_all (card, parts))
        g_ptr_array_add (others, (gpointer) strategy);
    }
  g_ptr_array_extend (found, others, NULL, NULL);
  return found;
}

guint64
keel_strategy_choice_get_tags (const GPtrArray *all, KeelPageGroups pages)
{
  guint64 tags = KEEL_TAGS_NONE;

  for (guint i = 0; i < all->len; i++)
    {
      const KeelStrategy *strategy = g_ptr_array_index (all, i);

      if (keel_strategy_choice_suits (strategy, pages) && strategy->tags != KEEL_TAGS_ANY)
        tags |= strategy->tags;
    }
  return tags;
}
