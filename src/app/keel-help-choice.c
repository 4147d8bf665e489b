#include "keel-help-choice.h"

#define FAMILY_EMERGENCY "c80"

static void
take (GPtrArray *chosen, const KeelStrategy *strategy)
{
  if (chosen->len < KEEL_HELP_CHOICE_MOST && strategy->offer == KEEL_OFFER_YES &&
      strategy->group != KEEL_STRATEGY_GROUP_FAMILY && strategy->group != KEEL_STRATEGY_GROUP_SAFETY &&
      !g_ptr_array_find (chosen, strategy, NULL))
    g_ptr_array_add (chosen, (gpointer) strategy);
}

static void
take_shelf (GPtrArray *chosen, const GPtrArray *all, KeelPageGroups pages, const KeelStrategyBook *book,
            KeelShelfKind kind)
{
  const KeelShelf shelf = { kind, 0 };
  g_autoptr (GPtrArray) found = keel_strategy_choice_list (all, pages, book, shelf);

  for (guint i = 0; i < found->len; i++)
    take (chosen, found->pdata[i]);
}

static void
take_card (GPtrArray *chosen, const GPtrArray *all, KeelPageGroups pages, const KeelStrategyBook *book,
           const char *id)
{
  for (guint i = 0; i < all->len; i++)
    {
      const KeelStrategy *strategy = all->pdata[i];

      if (g_str_equal (strategy->id, id) && keel_strategy_choice_suits (strategy, pages) &&
          !keel_strategy_choice_is_hidden (book, strategy))
        take (chosen, strategy);
    }
}

/* It is there in an emergency, whatever else is said of it. */
static void
take_emergency (GPtrArray *chosen, const GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((const KeelStrategy *) all->pdata[i])->id, FAMILY_EMERGENCY))
      g_ptr_array_add (chosen, all->pdata[i]);
}

GPtrArray *
keel_help_choice_list (const GPtrArray *all, KeelPageGroups pages, const KeelStrategyBook *book)
{
  static const char *const short_ones[] = { "c31", "c39", "c02" };
  /* Who has the pages of members as well finds theirs here. */
  const gboolean members = (pages & KEEL_PAGES_MEMBER) != 0;
  const KeelPageGroups shown = members ? KEEL_PAGES_MEMBER : KEEL_PAGES_FAMILY;
  GPtrArray *chosen = g_ptr_array_new ();

  if (!members)
    take_emergency (chosen, all);
  take_shelf (chosen, all, shown, book, KEEL_SHELF_HELPED);
  take_shelf (chosen, all, shown, book, KEEL_SHELF_FAVOURITES);
  take_shelf (chosen, all, shown, book, KEEL_SHELF_OWN);
  for (gsize i = 0; i < G_N_ELEMENTS (short_ones); i++)
    take_card (chosen, all, shown, book, short_ones[i]);
  return chosen;
}
