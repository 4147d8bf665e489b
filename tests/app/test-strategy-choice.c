#include <locale.h>

#include "../../src/app/keel-help-choice.h"

/* A small library in which each card is there for one reason. */
static GPtrArray *
make_library (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strategy_unref);
  static const struct
  {
    const char *id, *name, *step;
    guint64 tags;
    gboolean member, family;
    KeelStrategyOffer offer;
    KeelStrategyGroup group;
  } table[] = {
    { "c01", "Surf", "Watch it", KEEL_TAG_BIT (KEEL_TAG_CRAVING), TRUE, FALSE, KEEL_OFFER_YES, 0 },
    { "c02", "Wait", "Set a timer", KEEL_TAG_BIT (KEEL_TAG_CRAVING), TRUE, FALSE, KEEL_OFFER_YES, 0 },
    { "c03", "Anything", "Ask four", KEEL_TAGS_ANY, TRUE, TRUE, KEEL_OFFER_YES, 0 },
    { "c04", "Cold", "Cool it", KEEL_TAG_BIT (KEEL_TAG_CRAVING), TRUE, FALSE, KEEL_OFFER_AFTER_CAUTIONS, 0 },
    { "c05", "Step back", "Breathe", KEEL_TAG_BIT (KEEL_TAG_FAMILY), FALSE, TRUE, KEEL_OFFER_NEVER,
      KEEL_STRATEGY_GROUP_FAMILY },
    { "c06", "Overdose", "Call", KEEL_TAG_BIT (KEEL_TAG_OPIOID) | KEEL_TAG_BIT (KEEL_TAG_CRAVING), TRUE,
      FALSE, KEEL_OFFER_NEVER, KEEL_STRATEGY_GROUP_SAFETY },
    { "own-1", "Mine", "Été à la mer", KEEL_TAG_BIT (KEEL_TAG_CRAVING), FALSE, FALSE, KEEL_OFFER_YES, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      KeelStrategy *strategy = keel_strategy_new_own (table[i].id);

      strategy->order = (int) i;
      strategy->name = g_strdup (table[i].name);
      strategy->tags = table[i].tags;
      strategy->member = table[i].member;
      strategy->family = table[i].family;
      strategy->offer = table[i].offer;
      strategy->group = table[i].group;
      keel_strategy_add_step (strategy, table[i].step, 0);
      g_ptr_array_add (all, strategy);
    }
  return all;
}

static void
take_mark (KeelStrategyBook *book, const char *id, gboolean favourite, gboolean hidden, const char *note,
           const char *suggested)
{
  KeelStrategyMark *mark = keel_strategy_mark_new (id);

  mark->favourite = favourite;
  mark->hidden = hidden;
  mark->note = g_strdup (note);
  mark->suggested = g_strdup (suggested);
  keel_strategy_book_take_mark (book, mark);
}

static void
add_runs (KeelStrategyBook *book, const char *id, int drop)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KeelStrategyRun) run = keel_strategy_run_new (id);

      run->before = 8;
      run->after = 8 - drop;
      keel_strategy_book_add_run (book, run);
    }
}

static void
check (GPtrArray *found, const char *ids)
{
  g_autoptr (GPtrArray) owned = found;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < owned->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((const KeelStrategy *) g_ptr_array_index (owned, i))->id);
  g_assert_cmpstr (text->str, ==, ids);
}

#define SHELF(kind, which) ((KeelShelf){ kind, which })
#define CRAVING SHELF (KEEL_SHELF_TAG, KEEL_TAG_CRAVING)

/* One's own come first, then what is for this, then what is for anything or needs reading first. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) all = make_library ();
  g_autoptr (KeelStrategyBook) book = keel_strategy_book_new ();

  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, NULL, CRAVING), "own-1 c01 c02 c03 c04 c06");
  take_mark (book, "c02", FALSE, FALSE, NULL, "sponsor");
  take_mark (book, "c03", TRUE, FALSE, NULL, NULL);
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, CRAVING), "c03 c02 own-1 c01 c04 c06");
  add_runs (book, "c01", 1);
  add_runs (book, "c04", 3);
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, CRAVING), "c04 c01 c03 c02 own-1 c06");
  add_runs (book, "c02", -2);
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, SHELF (KEEL_SHELF_HELPED, 0)), "c04 c01");
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, SHELF (KEEL_SHELF_FAVOURITES, 0)), "c03");
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, SHELF (KEEL_SHELF_SUGGESTED, 0)), "c02");
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, SHELF (KEEL_SHELF_OWN, 0)), "own-1");
}

/* Where it may be about life and death, nothing comes before what keeps someone safe, and nothing vague at
 * all. */
static void
test_grave (void)
{
  g_autoptr (GPtrArray) all = make_library ();
  g_autoptr (KeelStrategyBook) book = keel_strategy_book_new ();

  ((KeelStrategy *) all->pdata[0])->tags |= KEEL_TAG_BIT (KEEL_TAG_OPIOID);
  take_mark (book, "c01", TRUE, FALSE, NULL, NULL);
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, SHELF (KEEL_SHELF_TAG, KEEL_TAG_OPIOID)),
         "c06 c01");
  /* What is for members alone speaks to them. */
  check (keel_strategy_choice_list (all, KEEL_PAGES_FAMILY, book, SHELF (KEEL_SHELF_TAG, KEEL_TAG_OPIOID)),
         "");
  ((KeelStrategy *) all->pdata[5])->family = TRUE;
  check (keel_strategy_choice_list (all, KEEL_PAGES_FAMILY, book, SHELF (KEEL_SHELF_TAG, KEEL_TAG_OPIOID)),
         "c06");
}

static void
test_pages (void)
{
  g_autoptr (GPtrArray) all = make_library ();
  guint64 tags = keel_strategy_choice_get_tags (all, KEEL_PAGES_MEMBER);

  check (keel_strategy_choice_list (all, KEEL_PAGES_FAMILY, NULL, SHELF (KEEL_SHELF_TAG, KEEL_TAG_FAMILY)),
         "c05 c03");
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, NULL, SHELF (KEEL_SHELF_TAG, KEEL_TAG_FAMILY)),
         "c03");
  g_assert_true ((tags & KEEL_TAG_BIT (KEEL_TAG_OPIOID)) != 0);
  g_assert_false ((tags & KEEL_TAG_BIT (KEEL_TAG_FAMILY)) != 0);
}

/* What is hidden is nowhere but among the hidden, where it can be brought back. */
static void
test_hidden (void)
{
  g_autoptr (GPtrArray) all = make_library ();
  g_autoptr (KeelStrategyBook) book = keel_strategy_book_new ();

  take_mark (book, "c01", TRUE, TRUE, NULL, NULL);
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, CRAVING), "own-1 c02 c03 c04 c06");
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, SHELF (KEEL_SHELF_FAVOURITES, 0)), "");
  check (keel_strategy_choice_list (all, KEEL_PAGES_MEMBER, book, SHELF (KEEL_SHELF_HIDDEN, 0)), "c01");
  check (keel_strategy_choice_search (all, KEEL_PAGES_MEMBER, book, "surf"), "");
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) all = make_library ();
  g_autoptr (KeelStrategyBook) book = keel_strategy_book_new ();

  take_mark (book, "c02", FALSE, FALSE, "Surf without me", NULL);
  check (keel_strategy_choice_search (all, KEEL_PAGES_MEMBER, book, "SURF"), "c01 c02");
  check (keel_strategy_choice_search (all, KEEL_PAGES_MEMBER, NULL, "timer set"), "c02");
  check (keel_strategy_choice_search (all, KEEL_PAGES_MEMBER, NULL, "ete mer"), "own-1");
  check (keel_strategy_choice_search (all, KEEL_PAGES_MEMBER, NULL, "opioids"), "c06");
  check (keel_strategy_choice_search (all, KEEL_PAGES_MEMBER, NULL, "breathe"), "");
  check (keel_strategy_choice_search (all, KEEL_PAGES_FAMILY, NULL, "breathe"), "c05");
}

/* In Help now: what helped, favourites, one's own; never what wants to be read first or is never offered. */
static void
test_help_now (void)
{
  g_autoptr (GPtrArray) all = make_library ();
  g_autoptr (KeelStrategyBook) book = keel_strategy_book_new ();

  check (keel_help_choice_list (all, KEEL_PAGES_MEMBER, NULL), "own-1 c02");
  take_mark (book, "c03", TRUE, FALSE, NULL, NULL);
  check (keel_help_choice_list (all, KEEL_PAGES_MEMBER, book), "c03 own-1 c02");
  add_runs (book, "c01", 2);
  add_runs (book, "c04", 3);
  add_runs (book, "c05", 4);
  add_runs (book, "c06", 4);
  check (keel_help_choice_list (all, KEEL_PAGES_MEMBER, book), "c01 c03 own-1");
  take_mark (book, "c01", TRUE, FALSE, NULL, NULL);
  check (keel_help_choice_list (all, KEEL_PAGES_MEMBER, book), "c01 c03 own-1");
  take_mark (book, "own-1", FALSE, TRUE, NULL, NULL);
  check (keel_help_choice_list (all, KEEL_PAGES_MEMBER, book), "c01 c03 c02");
  take_mark (book, "c02", FALSE, TRUE, NULL, NULL);
  check (keel_help_choice_list (all, KEEL_PAGES_MEMBER, book), "c01 c03");
}

/* The emergency of a family comes first for families alone, even if it is hidden; nothing of members does. */
static void
test_help_now_of_families (void)
{
  g_autoptr (GPtrArray) all = make_library ();
  g_autoptr (KeelStrategyBook) book = keel_strategy_book_new ();
  KeelStrategy *emergency = keel_strategy_new_own ("c80");

  emergency->name = g_strdup ("Family emergency");
  emergency->family = TRUE;
  emergency->offer = KEEL_OFFER_NEVER;
  emergency->group = KEEL_STRATEGY_GROUP_FAMILY;
  g_ptr_array_add (all, emergency);
  check (keel_help_choice_list (all, KEEL_PAGES_FAMILY, NULL), "c80 own-1");
  check (keel_help_choice_list (all, KEEL_PAGES_FAMILY | KEEL_PAGES_MEMBER, NULL), "own-1 c02");
  take_mark (book, "c80", FALSE, TRUE, NULL, NULL);
  take_mark (book, "c01", TRUE, FALSE, NULL, NULL);
  take_mark (book, "c03", TRUE, FALSE, NULL, NULL);
  check (keel_help_choice_list (all, KEEL_PAGES_FAMILY, book), "c80 c03 own-1");
  check (keel_help_choice_list (all, KEEL_PAGES_FAMILY | KEEL_PAGES_MEMBER, book), "c01 c03 own-1");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/strategy-choice/order", test_order);
  g_test_add_func ("/strategy-choice/grave", test_grave);
  g_test_add_func ("/strategy-choice/pages", test_pages);
  g_test_add_func ("/strategy-choice/hidden", test_hidden);
  g_test_add_func ("/strategy-choice/search", test_search);
  g_test_add_func ("/strategy-choice/help-now", test_help_now);
  g_test_add_func ("/strategy-choice/help-now-of-families", test_help_now_of_families);
  return g_test_run ();
}
