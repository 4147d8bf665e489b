/* Page breaks: strips of given heights come to lie where the table says. */

#include "paper/keel-page-breaks.h"

/*
 * Strips, from 0: a height, then `+N` space before, `k` kept with the next, `b` blank, `p` begins a page,
 * `hN` has strip N as its header. Pages: the strips on them, `|` between pages; `(N)` is a header that is
 * repeated.
 */
typedef struct
{
  const char *name;
  const char *strips;
  double page_height;
  const char *pages;
} Row;

static const Row rows[] = {
  { "nothing", "", 100, "" },
  { "one", "40", 100, "0" },
  { "all-fit-exactly", "50 50", 100, "0 1" },
  { "one-more", "50 50 50", 100, "0 1 | 2" },
  { "sums-of-tenths", "33.3 33.3 33.4", 100, "0 1 2" },
  { "space-counts", "50 50+1", 100, "0 | 1" },
  { "space-is-dropped-at-the-top", "90 95+20", 100, "0 | 1" },
  { "first-space-is-dropped", "100+20", 100, "0" },
  { "heading-goes-with-what-follows", "90 8k 10", 100, "0 | 1 2" },
  { "heading-that-has-room", "80 8k 10", 100, "0 1 2" },
  { "two-headings", "80 8k 8k 10", 100, "0 | 1 2 3" },
  { "heading-at-the-end", "95 8k", 100, "0 | 1" },
  { "heading-over-space", "80 8k 0+4b 10", 100, "0 | 1 2 3" },
  { "heading-over-a-rule", "80 8k 1b 12", 100, "0 | 1 2 3" },
  { "first-lines-stay-together", "85 10k 10 10k 10", 100, "0 | 1 2 3 4" },
  { "paragraph-breaks-inside", "75 10k 10 10k 10", 100, "0 1 2 | 3 4" },
  { "chain-too-long-for-a-page", "50 60k 60k 60", 100, "0 | 1 | 2 | 3" },
  { "chain-too-long-takes-what-fits", "50 40k 40k 40k 40", 100, "0 | 1 2 | 3 4" },
  { "taller-than-a-page", "10 150 10", 100, "0 | 1 | 2" },
  { "page-break", "10 0bp 10", 100, "0 | 2" },
  { "page-break-first", "0bp 10", 100, "1" },
  { "page-break-last", "10 0bp", 100, "0" },
  { "page-break-twice", "10 0bp 0bp 10", 100, "0 | 3" },
  { "page-break-cuts-a-chain", "10k 0bp 10", 100, "0 | 2" },
  { "space-at-the-end-makes-no-page", "95 0+10b", 100, "0" },
  { "rule-at-the-end-makes-no-page", "99.5 5b", 100, "0" },
  { "space-at-the-top-is-left-out", "95 10 0+10b 10", 100, "0 | 1 2 3" },
  { "space-that-has-no-room", "95 0+10b 10", 100, "0 | 2" },
  { "header-is-repeated", "20k 40h0 40h0 40h0 40h0", 100, "0 1 2 | (0) 3 4" },
  { "header-takes-room", "20k 70h0 40h0 40h0 40h0", 100, "0 1 | (0) 2 3 | (0) 4" },
  { "header-is-not-doubled", "95 20k 40h1", 100, "0 | 1 2" },
  { "high-header-is-not-repeated", "45k 40h0 40h0", 100, "0 1 | 2" },
  { "header-beside-a-tall-row", "20k 40h0 90h0 40h0", 100, "0 1 | 2 | (0) 3" },
  { "section-begins-a-page", "20k 60h0 10kh0 20h0", 100, "0 1 | (0) 2 3" },
  { "after-a-table-no-header", "20k 75h0 10", 100, "0 1 | 2" },
};

static KeelStrip *
read_strip (const char *text, GPtrArray *before)
{
  char *end;
  KeelStrip *strip = keel_strip_new (100, FALSE);

  strip->height = g_ascii_strtod (text, &end);
  while (*end != '\0')
    switch (*end++)
      {
      case '+':
        strip->space_before = g_ascii_strtod (end, &end);
        break;
      case 'k':
        strip->keep_with_next = TRUE;
        break;
      case 'b':
        strip->is_blank = TRUE;
        break;
      case 'p':
        strip->starts_page = TRUE;
        break;
      case 'h':
        strip->header = g_ptr_array_index (before, g_ascii_strtoull (end, &end, 10));
        break;
      default:
        g_assert_not_reached ();
      }
  return strip;
}

static GPtrArray *
read_strips (const char *text)
{
  GPtrArray *strips = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strip_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *text != '\0'; i++)
    g_ptr_array_add (strips, read_strip (words[i], strips));
  return strips;
}

static char *
describe (GArray *pieces, GPtrArray *strips)
{
  GString *text = g_string_new (NULL);
  guint page = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const KeelPiece *piece = &g_array_index (pieces, KeelPiece, i);
      guint strip;

      g_assert_true (g_ptr_array_find (strips, piece->strip, &strip));
      if (i > 0)
        g_string_append (text, piece->page > page ? " | " : " ");
      g_string_append_printf (text, piece->repeated ? "(%u)" : "%u", strip);
      page = piece->page;
    }
  return g_string_free (text, FALSE);
}

/* Pieces follow each other without touching the next, on pages without gaps in their numbers. */
static void
check_places (GArray *pieces, double page_height)
{
  double filled = 0;
  guint page = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const KeelPiece *piece = &g_array_index (pieces, KeelPiece, i);

      g_assert_cmpuint (piece->page, >=, page);
      g_assert_cmpuint (piece->page, <=, page + 1);
      if (piece->page > page || i == 0)
        g_assert_cmpfloat (piece->y, ==, 0);
      else
        g_assert_cmpfloat (piece->y, >=, filled - 1e-9);
      page = piece->page;
      filled = piece->y + piece->strip->height * piece->scale;
      g_assert_cmpfloat (filled, <=, page_height + 0.05);
    }
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GPtrArray) strips = read_strips (row->strips);
  g_autoptr (GArray) pieces = keel_page_breaks_find (strips, row->page_height);
  g_autofree char *pages = describe (pieces, strips);

  g_assert_cmpstr (pages, ==, row->pages);
  check_places (pieces, row->page_height);
}

static KeelStrip *
make_random_strip (GRand *rand, GPtrArray *before)
{
  KeelStrip *strip = keel_strip_new (100, FALSE);

  strip->height = g_rand_double_range (rand, 1, g_rand_int_range (rand, 0, 20) == 0 ? 150 : 40);
  strip->space_before = g_rand_int_range (rand, 0, 3) == 0 ? 7 : 0;
  strip->keep_with_next = g_rand_int_range (rand, 0, 3) == 0;
  strip->starts_page = g_rand_int_range (rand, 0, 30) == 0;
  if (before->len > 0 && g_rand_int_range (rand, 0, 3) > 0)
    strip->header = g_ptr_array_index (before, g_rand_int_range (rand, 0, (gint32) before->len));
  return strip;
}

/* Whatever the strips are: each lies once, in order. */
static void
test_nothing_lost (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint turn = 0; turn < 500; turn++)
    {
      g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strip_free);
      g_autoptr (GArray) pieces = NULL;
      guint next = 0;

      for (guint i = 0; i < 60; i++)
        g_ptr_array_add (strips, make_random_strip (rand, strips));
      pieces = keel_page_breaks_find (strips, 100);
      check_places (pieces, 100);
      for (guint i = 0; i < pieces->len; i++)
        if (!g_array_index (pieces, KeelPiece, i).repeated)
          g_assert_true (g_array_index (pieces, KeelPiece, i).strip == g_ptr_array_index (strips, next++));
      g_assert_cmpuint (next, ==, strips->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/page-breaks/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/paper/page-breaks/nothing-lost", test_nothing_lost);
  return g_test_run ();
}
