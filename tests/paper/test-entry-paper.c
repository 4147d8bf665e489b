/* What was written, on pages: all that was chosen is there, nothing else, and blocks are whole wherever a
 * page ends. */

#include <math.h>
#include <string.h>

#include "keel-entry-samples.h"
#include "paper/keel-drawing-block.h"
#include "paper/keel-entry-paper.h"
#include "paper/keel-matrix-block.h"
#include "paper/keel-scale-block.h"

static const KeelGivenOptions nothing = { 0 };
static const KeelGivenOptions everything = { .initials = TRUE, .dates = TRUE, .programs = TRUE };

static char *
read_all_pages (KeelPaper *paper)
{
  GString *text = g_string_new (NULL);

  for (guint page = 0; page < keel_paper_get_n_pages (paper); page++)
    {
      g_autofree char *words = keel_paper_get_page_text (paper, page);

      g_string_append (text, words);
    }
  return g_string_free (text, FALSE);
}

static guint
count_words (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + strlen (words), words))
    n++;
  return n;
}

static void
test_all_is_there (void)
{
  static const char *const words[] = {
    "Resentment list",
    "Who?\tMarlene Q 1\n",
    "Row 3",
    "For the evening",
    "It is late, and I am tired.",
    "1.\tSleep",
    "7\t0 not at all\t10 as strong as it gets",
    "1\t1\t5",
    "What is good about it\tWhat is bad",
    "The first hour · soon · 4",
    "Evenings are long · soon",
    "Now (0 poor – 10 good)",
    "Together: 820 minutes",
    "0 little – 10 much\n",
    "Sleep 3, Friends 6, Work and what I do all day long 8, Body 5, Meaning 10",
  };
  g_autoptr (KeelPaper) paper = keel_entry_samples_paper (3, FALSE, &nothing);
  g_autofree char *text = read_all_pages (paper);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” is not on the pages:\n%s", words[i], text);
  g_assert_null (strstr (text, "Candlelight"));
  g_assert_null (strstr (text, "2026"));
}

static void
test_wanted (void)
{
  g_autoptr (KeelPaper) paper = keel_entry_samples_paper (3, FALSE, &everything);
  g_autofree char *text = read_all_pages (paper);

  g_assert_nonnull (strstr (text, "Sunday 22 November 2026 · Candlelight"));
  g_assert_nonnull (strstr (text, "M. Q. 1."));
  g_assert_null (strstr (text, "Marlene"));
}

static void
test_chosen (void)
{
  g_autoptr (GPtrArray) given = keel_entry_samples_new (3, FALSE);
  g_autoptr (KeelPaper) paper = keel_entry_paper_new ();
  g_autofree char *text = NULL;
  KeelGiven *list = given->pdata[0];

  list->ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (list->ids, (gpointer) "list/part");
  g_ptr_array_set_size (given, 1);
  keel_entry_paper_add (paper, given, &nothing);
  text = read_all_pages (paper);
  g_assert_cmpstr (text, ==,
                   "Resentment list\nMy list\nMy part\nI did not ask.\nI did not ask.\nI did not ask.\n");
}

/* Every row once, on whatever page. */
static void
test_long_list (void)
{
  g_autoptr (KeelPaper) paper = keel_entry_samples_paper (200, FALSE, &nothing);
  g_autofree char *text = read_all_pages (paper);

  g_assert_cmpuint (keel_paper_get_n_pages (paper), >, 10);
  g_assert_cmpuint (count_words (text, "Marlene Q "), ==, 200);
  g_assert_cmpuint (count_words (text, "Row "), ==, 200);
}

static KeelPaper *
make_matrix (guint n_lines, const char *line)
{
  const char *rows[] = { "Going on", "Stopping" };
  const char *sides[] = { "Good", "Bad" };
  KeelPaper *paper = keel_paper_new ();
  KeelMatrixBlock *matrix = keel_matrix_block_new (rows, sides);

  for (guint i = 0; i < n_lines; i++)
    for (guint quarter = 0; quarter < 4; quarter++)
      keel_matrix_block_add (matrix, quarter / 2, quarter % 2, line);
  keel_paper_add (paper, KEEL_BLOCK (matrix));
  return paper;
}

static void
test_matrix_over_pages (void)
{
  g_autoptr (KeelPaper) paper = make_matrix (100, "<calm>");
  g_autofree char *text = read_all_pages (paper);

  g_assert_cmpuint (keel_paper_get_n_pages (paper), >, 3);
  g_assert_cmpuint (count_words (text, "<calm>\t<calm>\n"), ==, 200);
  g_assert_cmpuint (count_words (text, "Good\tBad\n"), ==, keel_paper_get_n_pages (paper));
  g_assert_cmpuint (count_words (text, "Going on\n"), ==, 1);
}

/* One that is longer than a page breaks between its lines. */
static void
test_matrix_of_long_text (void)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (KeelPaper) paper = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (line, "word%u ", i);
  paper = make_matrix (1, line->str);
  text = read_all_pages (paper);
  g_assert_cmpuint (keel_paper_get_n_pages (paper), >, 3);
  g_assert_nonnull (strstr (text, "word2999"));
}

static void
test_empty_matrix (void)
{
  g_autoptr (KeelPaper) paper = make_matrix (0, "");
  g_autofree char *text = read_all_pages (paper);

  g_assert_cmpstr (text, ==, "Good\tBad\nGoing on\nStopping\n");
}

typedef struct
{
  double share;
  double x; /* of the middle of the disc, in shares of the line */
} ScaleRow;

static const ScaleRow scale_rows[] = { { 0, 0 }, { 0.5, 0.5 }, { 1, 1 }, { -3, 0 }, { 7, 1 } };

/* Dark green is the disc alone. */
static double
find_disc (KeelPaper *paper)
{
  int width = (int) keel_paper_get_width (paper);
  int height = 200;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  double sum = 0, n = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  keel_paper_draw_page (paper, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *line = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                                          y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        if ((line[x] & 0xffffff) == 0x006666)
          {
            sum += x;
            n++;
          }
    }
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (n, >, 10);
  return sum / n;
}

static void
test_scale (void)
{
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (scale_rows); i++)
    {
      const ScaleRow *row = &scale_rows[i / 2];
      gboolean mirrored = i % 2 == 1;
      g_autoptr (KeelPaper) paper = keel_paper_new ();
      double start = 60, size = 10, width = 26 * size, disc = 0.9 * size;
      double x = disc / 2 + (width - disc) * row->x;

      keel_paper_set_font (paper, "Sans", size);
      keel_paper_set_margins (paper, start, start, start, start);
      keel_paper_set_language (paper, NULL, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
      keel_paper_add (paper, KEEL_BLOCK (keel_scale_block_new ("n", row->share, 10, "low", "high")));
      x = mirrored ? keel_paper_get_width (paper) - start - x : start + x;
      g_assert_cmpfloat_with_epsilon (find_disc (paper), x, 1.5);
    }
}

/* Two that were rated make no wheel, and what is out of its range does not leave the page. */
static void
test_wheel (void)
{
  g_autoptr (KeelWheel) wheel = keel_wheel_new ();

  keel_wheel_add (wheel, "a", 0.2);
  keel_wheel_add (wheel, "b", NAN);
  keel_wheel_add (wheel, "c", 9);
  g_assert_cmpuint (keel_wheel_get_n_rated (wheel), <, KEEL_WHEEL_LEAST);
  keel_wheel_add (wheel, "d", -9);
  g_assert_cmpuint (keel_wheel_get_n_rated (wheel), ==, KEEL_WHEEL_LEAST);
  keel_wheel_clear (wheel);
  g_assert_cmpuint (keel_wheel_get_n_rated (wheel), ==, 0);
}

static void
test_mirrored (void)
{
  g_autoptr (KeelPaper) paper = keel_entry_samples_paper (3, TRUE, &everything);
  g_autofree char *text = read_all_pages (paper);

  g_assert_nonnull (strstr (text, "س. ع. 1."));
  g_assert_null (strstr (text, "سلمى"));
  g_assert_nonnull (strstr (text, "لم تتصل بي كما وعدت، وبقيت أنتظر."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/entry-paper/all-is-there", test_all_is_there);
  g_test_add_func ("/paper/entry-paper/wanted", test_wanted);
  g_test_add_func ("/paper/entry-paper/chosen", test_chosen);
  g_test_add_func ("/paper/entry-paper/long-list", test_long_list);
  g_test_add_func ("/paper/entry-paper/mirrored", test_mirrored);
  g_test_add_func ("/paper/matrix/over-pages", test_matrix_over_pages);
  g_test_add_func ("/paper/matrix/long-text", test_matrix_of_long_text);
  g_test_add_func ("/paper/matrix/empty", test_empty_matrix);
  g_test_add_func ("/paper/scale", test_scale);
  g_test_add_func ("/paper/wheel", test_wheel);
  return g_test_run ();
}
