#include "keel-help-choice.h"

static void
take (GPtrArray *chosen, const KeelStrategy *strategy)
{
  if (chosen->len < KEEL_HELP_CHOICE_MOST && strategy->offer == KEEL_OFFER_YES &&
      strategy->group != KEEL_STRATEGY_GROUP_FAMILY && strategy->group != KEEL_STRATEGY_GROUP_SAFETY &&
      !g_ptr_array_find (chosen, strategy, NULL))
    g_ptr_array_add (chosen, (gpointer) strategy);
}

static void
take_shelf (GPtrArray *chosen, const GPtrArray *all, const KeelStrategyBook *book, KeelShelfKind kind)
{
  const KeelShelf shelf = { kind, 0 };
  g_autoptr (GPtrArray) found = keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, shelf);

  for (guint i = 0; i < found->len; i++)
    take (chosen, found->pdata[i]);
}

static void
take_card (GPtrArray *chosen, const GPtrArray *all, const KeelStrategyBook *book, const char *id)
{
  for (guint i = 0; i < all->len; i++)
    {
      const KeelStrategy *strategy = all->pdata[i];

      if (g_str_equal (strategy->id, id) && !keel_strategy_choice_is_hidden (book, strategy))
        take (chosen, strategy);
    }
}

GPtrArray *
keel_help_choice_list (const GPtrArray *all, const KeelStrategyBook *book)
{
  static const char *const short_ones[] = { "c31", "c39", "c02" };
  GPtrArray *chosen = g_ptr_array_new ();

  take_shelf (chosen, all, book, KEEL_SHELF_HELPED);
  take_shelf (chosen, all, book, KEEL_SHELF_FAVOURITES);
  take_shelf (chosen, all, book, KEEL_SHELF_OWN);
  for (gsize i = 0; i < G_N_ELEMENTS (short_ones); i++)
    take_card (chosen, all, book, short_ones[i]);
  return chosen;
}
