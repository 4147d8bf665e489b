/* The diary's tags and order. */

#include "core/keel-diary.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *tags; /* with "|" between them */
  } rows[] = {
    { NULL, "" },
    { "", "" },
    { " , ;\n, # ", "" },
    { "sleep", "sleep" },
    { "sleep, work", "sleep|work" },
    { "night shift, work", "night shift|work" },
    { "Sleep; WORK\nsleep", "Sleep|WORK" },
    { "Überland, uberland", "Überland" },
    { "#sleep #work", "sleep|work" },
    { "#sleep, night shift", "sleep|night shift" },
    { "no comma no mark", "no comma no mark" },
    { "##deep", "deep" },
    { "نوم,عمل", "نوم|عمل" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) tags = keel_diary_parse_tags (rows[i].text);
      g_autofree char *joined = g_strjoinv ("|", tags);

      g_assert_cmpstr (joined, ==, rows[i].tags);
    }
}

static void
add (GPtrArray *pages, const char *uuid, gint64 day, gint64 created, const char *tags)
{
  g_autoptr (KeelEntry) entry = keel_entry_new (uuid, "w56", "Page");
  KeelDiaryPage *page;

  entry->created_at = created;
  page = keel_diary_page_new (entry, KEEL_DIARY_PAGE, day);
  g_strfreev (page->tags);
  page->tags = keel_diary_parse_tags (tags);
  g_ptr_array_add (pages, page);
}

static GPtrArray *
make_pages (void)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_diary_page_free);

  add (pages, "old day, written last", 10, 900, "Work");
  add (pages, "new day", 20, 100, "sleep, work");
  add (pages, "new day, later", 20, 200, "dog");
  return pages;
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) pages = make_pages ();
  static const char *const expected[] = { "new day, later", "new day", "old day, written last" };

  keel_diary_sort (pages);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (((const KeelDiaryPage *) g_ptr_array_index (pages, i))->entry->uuid, ==, expected[i]);
}

static void
test_tags (void)
{
  g_autoptr (GPtrArray) pages = make_pages ();
  g_auto (GStrv) tags = NULL;
  g_autofree char *joined = NULL;

  keel_diary_sort (pages);
  tags = keel_diary_list_tags (pages);
  joined = g_strjoinv ("|", tags);
  g_assert_cmpstr (joined, ==, "work|dog|sleep");
  g_assert_true (keel_diary_page_has_tag (g_ptr_array_index (pages, 2), "WORK"));
  g_assert_false (keel_diary_page_has_tag (g_ptr_array_index (pages, 2), "wor"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diary/tags-typed", test_parse);
  g_test_add_func ("/diary/order", test_order);
  g_test_add_func ("/diary/tags-listed", test_tags);
  return g_test_run ();
}
