/* Documents on pages: everything is there once, inside of the page, and turned round where it is read from
 * the right. */

#include <math.h>
#include <string.h>

#include "keel-paper-samples.h"
#include "paper/keel-column-widths.h"
#include "paper/keel-list-block.h"
#include "paper/keel-month-block.h"
#include "paper/keel-space-block.h"
#include "paper/keel-table-block.h"
#include "paper/keel-text-block.h"

#define MARGIN 36.0

/* What is inked, in points of the page. */
static cairo_rectangle_t
find_ink (KeelPaper *paper, guint page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  keel_paper_draw_page (paper, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (surface);
  return ink;
}

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

typedef struct
{
  const char *name;
  double size;
  gboolean mirrored;
} InkRow;

static const InkRow ink_rows[] = {
  { "small", 8, FALSE },       { "small-mirrored", 8, TRUE },
  { "usual", 10.5, FALSE },    { "usual-mirrored", 10.5, TRUE },
  { "large", 16, FALSE },      { "large-mirrored", 16, TRUE },
  { "very-large", 24, FALSE }, { "very-large-mirrored", 24, TRUE },
};

/* Every kind of block at every width. */
static void
test_ink (gconstpointer data)
{
  const InkRow *row = data;
  g_autoptr (KeelPaper) paper = keel_paper_samples_every_block (row->mirrored);

  keel_paper_set_font (paper, "Sans", row->size);
  keel_paper_set_margins (paper, MARGIN, MARGIN, MARGIN, MARGIN);
  for (double width = 200; width <= 600; width += 50)
    {
      keel_paper_set_size (paper, width, 500);
      for (guint page = 0; page < keel_paper_get_n_pages (paper); page++)
        {
          cairo_rectangle_t ink = find_ink (paper, page);

          g_assert_cmpfloat (ink.width, >, 0);
          /* Letters may reach over their own edges a little. */
          g_assert_cmpfloat (ink.x, >=, MARGIN - 3);
          g_assert_cmpfloat (ink.x + ink.width, <=, width - MARGIN + 3);
          g_assert_cmpfloat (ink.y, >=, 0);
          g_assert_cmpfloat (ink.y + ink.height, <=, 500);
        }
    }
}

/* Words in margins that are too small for them take room from the page and not from the text. */
static void
test_edges_have_room (void)
{
  for (double size = 6; size <= 48; size *= 2)
    {
      g_autoptr (KeelPaper) paper = keel_paper_samples_agenda (30);
      g_autoptr (KeelPaper) edges = keel_paper_new ();
      cairo_rectangle_t ink;

      keel_paper_set_font (paper, "Sans", size);
      keel_paper_set_margins (paper, 0, 20, 0, 20);
      keel_paper_set_header (paper, "Header");
      ink = find_ink (paper, 0);
      g_assert_cmpfloat (ink.y, >, 0);
      g_assert_cmpfloat (ink.y + ink.height, <, KEEL_PAPER_A4_HEIGHT);

      keel_paper_set_font (edges, "Sans", size);
      keel_paper_set_margins (edges, 0, 20, 0, 20);
      keel_paper_set_header (edges, "Header");
      keel_paper_add (edges, keel_space_new (0));
      ink = find_ink (edges, 0);
      /* It ends above where the text begins. */
      g_assert_cmpfloat (ink.y + ink.height, <, size * 1.8);
    }
}

static void
test_table_is_whole (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_new ();
  KeelTableBlock *table = keel_table_block_new ();
  g_autofree char *text = NULL;
  guint n_pages;

  keel_table_block_add_column (table, "Number", 1, KEEL_ALIGN_END);
  keel_table_block_add_column (table, "Word", 3, KEEL_ALIGN_START);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *number = g_strdup_printf ("<%u>", i);
      const char *cells[] = { number, i % 10 == 0 ? "two lines\nof words" : "words", NULL };

      keel_table_block_add_row (table, cells);
    }
  keel_paper_add (paper, KEEL_BLOCK (table));
  n_pages = keel_paper_get_n_pages (paper);
  g_assert_cmpuint (n_pages, >, 10);
  text = read_all_pages (paper);
  g_assert_cmpuint (count_words (text, "Number\tWord\n"), ==, n_pages);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *number = g_strdup_printf ("<%u>", i);

      g_assert_cmpuint (count_words (text, number), ==, 1);
    }
}

static void
test_header_begins_each_page (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_samples_attendance (200, FALSE);

  g_assert_cmpuint (keel_paper_get_n_pages (paper), >, 3);
  for (guint page = 1; page < keel_paper_get_n_pages (paper); page++)
    {
      g_autofree char *text = keel_paper_get_page_text (paper, page);

      g_assert_true (g_str_has_prefix (text, "Date\tMeeting\tHow it went\tWhat I heard that helps\n2026-"));
    }
}

static void
test_row_taller_than_a_page (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_new ();
  KeelTableBlock *table = keel_table_block_new ();
  GString *words = g_string_new (NULL);
  const char *cells[] = { "Once", NULL, NULL };
  g_autofree char *text = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (words, "w%u. ", i);
  cells[1] = words->str;
  keel_table_block_add_column (table, "Name", 1, KEEL_ALIGN_START);
  keel_table_block_add_column (table, "Words", 1, KEEL_ALIGN_START);
  keel_table_block_add_row (table, cells);
  keel_paper_add (paper, KEEL_BLOCK (table));
  g_assert_cmpuint (keel_paper_get_n_pages (paper), >, 3);

  text = read_all_pages (paper);
  g_assert_cmpuint (count_words (text, "Once"), ==, 1);
  g_assert_cmpuint (count_words (text, "Name\tWords\n"), ==, keel_paper_get_n_pages (paper));
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u.", i);

      g_assert_cmpuint (count_words (text, word), ==, 1);
    }
  g_string_free (words, TRUE);
}

static KeelPaper *
make_chapters (guint seed)
{
  KeelPaper *paper = keel_paper_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  keel_paper_set_size (paper, 300, 300);
  keel_paper_set_margins (paper, 30, 30, 30, 30);
  for (guint i = 0; i < 60; i++)
    {
      GString *words = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 1, 80); n > 0; n--)
        g_string_append (words, "word ");
      keel_paper_add (paper, keel_heading_new (1 + i % 3, "§ heading"));
      if (i % 4 == 0)
        keel_paper_add (paper, keel_space_new (1));
      if (i % 5 == 0)
        keel_paper_add (paper, keel_rule_new ());
      keel_paper_add (paper, keel_paragraph_new (words->str));
      g_string_free (words, TRUE);
    }
  return paper;
}

static void
test_heading_is_not_alone (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (KeelPaper) paper = make_chapters (seed);
      g_autofree char *all = read_all_pages (paper);

      g_assert_cmpuint (keel_paper_get_n_pages (paper), >, 10);
      g_assert_cmpuint (count_words (all, "§ heading\n"), ==, 60);
      for (guint page = 0; page < keel_paper_get_n_pages (paper); page++)
        {
          g_autofree char *text = keel_paper_get_page_text (paper, page);

          g_assert_false (g_str_has_suffix (text, "§ heading\n"));
        }
    }
}

/* Of six lines neither the first nor the last is alone on a page. */
static void
test_lines_are_not_alone (void)
{
  guint cuts = 0;

  for (double height = 200; height < 300; height += 5)
    {
      g_autoptr (KeelPaper) paper = keel_paper_new ();

      keel_paper_set_size (paper, 300, height);
      keel_paper_set_margins (paper, 30, 30, 30, 30);
      for (guint i = 0; i < 20; i++)
        keel_paper_add (paper, keel_paragraph_new ("first\nmiddle\nmiddle\nmiddle\nmiddle\nlast"));
      for (guint page = 0; page < keel_paper_get_n_pages (paper); page++)
        {
          g_autofree char *text = keel_paper_get_page_text (paper, page);

          g_assert_false (g_str_has_suffix (text, "first\n"));
          g_assert_false (g_str_has_prefix (text, "last\n"));
          cuts += g_str_has_prefix (text, "middle\n");
        }
    }
  g_assert_cmpuint (cuts, >, 0);
}

static void
test_section_is_not_alone (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_samples_agenda (60);

  for (double height = 300; height < 400; height += 5)
    {
      keel_paper_set_size (paper, 400, height);
      for (guint page = 0; page < keel_paper_get_n_pages (paper); page++)
        {
          g_autofree char *text = keel_paper_get_page_text (paper, page);

          g_assert_false (g_str_has_suffix (text, "November\n"));
        }
    }
}

/* Whether the point is coloured as today is. */
static gboolean
is_tinted (KeelPaper *paper, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) keel_paper_get_width (paper),
                                                         (int) keel_paper_get_height (paper));
  cairo_t *cr = cairo_create (surface);
  const guint32 *line;
  guint32 pixel;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  keel_paper_draw_page (paper, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  line = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) +
                                           (int) y * cairo_image_surface_get_stride (surface));
  pixel = line[(int) x];
  cairo_surface_destroy (surface);
  return (pixel & 0xffffff) != 0xffffff;
}

/* 28 January 2026 is a Wednesday in the first week of February's grid, with nothing in it but its number. */
static void
test_month_is_mirrored (void)
{
  const char *const weekdays[] = { "M", "T", "W", "T", "F", "S", "S", NULL };

  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      g_autoptr (KeelPaper) paper = keel_paper_new ();
      KeelMonthBlock *month = keel_month_block_new (NULL, 2026, G_DATE_FEBRUARY, G_DATE_MONDAY, weekdays);
      GDate today;

      g_date_clear (&today, 1);
      g_date_set_dmy (&today, 28, G_DATE_JANUARY, 2026);
      keel_month_block_set_today (month, &today);
      keel_month_block_set_fill (month, TRUE);
      keel_paper_set_language (paper, NULL, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
      keel_paper_set_size (paper, 800, 500);
      keel_paper_set_margins (paper, 50, 50, 50, 50);
      keel_paper_add (paper, KEEL_BLOCK (month));
      g_assert_cmpuint (keel_paper_get_n_pages (paper), ==, 1);
      /* The third of seven columns of 100 points, or the fifth. */
      g_assert_true (is_tinted (paper, mirrored ? 500 : 300, 120));
      g_assert_false (is_tinted (paper, mirrored ? 300 : 500, 120));
    }
}

static void
test_list_is_mirrored (void)
{
  cairo_rectangle_t ink[2];

  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      g_autoptr (KeelPaper) paper = keel_paper_new ();
      KeelListBlock *list = keel_list_block_new ();

      keel_list_block_add (list, KEEL_SIGN_BOX, "");
      keel_paper_set_language (paper, NULL, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
      keel_paper_add (paper, KEEL_BLOCK (list));
      ink[mirrored] = find_ink (paper, 0);
    }
  g_assert_cmpfloat (fabs (ink[0].x - (KEEL_PAPER_A4_WIDTH - ink[1].x - ink[1].width)), <, 1.01);
  g_assert_cmpfloat (ink[0].x, <, KEEL_PAPER_A4_WIDTH / 4);
  g_assert_cmpfloat (ink[0].y, ==, ink[1].y);
}

/* A paragraph is where its own letters begin, whatever the document says; a heading is not. */
static void
test_paragraph_follows_its_letters (void)
{
  const struct
  {
    KeelBlock *(*create) (const char *text);
    PangoDirection direction;
    const char *text;
    gboolean right;
  } cases[] = {
    { keel_paragraph_new, PANGO_DIRECTION_LTR, "abc", FALSE },
    { keel_paragraph_new, PANGO_DIRECTION_RTL, "abc", FALSE },
    { keel_paragraph_new, PANGO_DIRECTION_LTR, "שלום", TRUE },
    { keel_paragraph_new, PANGO_DIRECTION_RTL, "19:00", TRUE },
    { NULL, PANGO_DIRECTION_RTL, "abc", TRUE },
    { NULL, PANGO_DIRECTION_LTR, "שלום", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KeelPaper) paper = keel_paper_new ();
      cairo_rectangle_t ink;

      keel_paper_set_language (paper, NULL, cases[i].direction);
      keel_paper_add (paper, cases[i].create != NULL ? cases[i].create (cases[i].text)
                                                     : keel_heading_new (2, cases[i].text));
      ink = find_ink (paper, 0);
      g_assert_cmpint (ink.x > KEEL_PAPER_A4_WIDTH / 2, ==, cases[i].right);
    }
}

static void
test_month_says_how_many_more (void)
{
  const char *const weekdays[] = { "M", "T", "W", "T", "F", "S", "S", NULL };
  g_autoptr (KeelPaper) paper = keel_paper_new ();
  KeelMonthBlock *month = keel_month_block_new ("March", 2026, G_DATE_MARCH, G_DATE_SUNDAY, weekdays);
  g_autofree char *text = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 4, G_DATE_MARCH, 2026);
  for (guint i = 0; i < 5; i++)
    keel_month_block_add_line (month, &date, "19:00 One");
  g_date_set_dmy (&date, 4, G_DATE_APRIL, 2026); /* a Saturday, in the last week */
  keel_month_block_add_line (month, &date, "08:00 Beside");
  g_date_set_dmy (&date, 5, G_DATE_APRIL, 2026);
  keel_month_block_add_line (month, &date, "Outside");
  keel_paper_add (paper, KEEL_BLOCK (month));
  text = read_all_pages (paper);
  g_assert_cmpuint (count_words (text, "19:00 One"), ==, 3);
  g_assert_cmpuint (count_words (text, "+2"), ==, 1);
  g_assert_cmpuint (count_words (text, "08:00 Beside"), ==, 1);
  g_assert_null (strstr (text, "Outside"));
  g_assert_true (g_str_has_prefix (text, "March\nS\tM\tT\tW\tT\tF\tS\n1\t2\t3\t4\t"));
}

static void
test_empty (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_new ();
  g_autofree char *text = NULL;

  g_assert_cmpuint (keel_paper_get_n_pages (paper), ==, 1);
  g_assert_cmpfloat (find_ink (paper, 0).width, ==, 0);
  keel_paper_add (paper, keel_page_break_new ());
  keel_paper_add (paper, keel_space_new (3));
  g_assert_cmpuint (keel_paper_get_n_pages (paper), ==, 1);
  keel_paper_add (paper, keel_paragraph_new ("Now there is something."));
  text = keel_paper_get_page_text (paper, 0);
  g_assert_cmpstr (text, ==, "Now there is something.\n");
}

static void
test_empty_table (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_samples_agenda (0);
  g_autofree char *text = keel_paper_get_page_text (paper, 0);

  g_assert_cmpuint (keel_paper_get_n_pages (paper), ==, 1);
  g_assert_true (g_str_has_suffix (text, "Time\tWhat\tWhere\nNothing is planned in these days.\n"));
}

static void
test_sizes (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_samples_attendance (300, FALSE);
  guint a4 = keel_paper_get_n_pages (paper);

  keel_paper_set_size (paper, KEEL_PAPER_LETTER_WIDTH, KEEL_PAPER_LETTER_HEIGHT);
  g_assert_cmpuint (keel_paper_get_n_pages (paper), >, a4);
  keel_paper_set_font (paper, "Sans", 20);
  g_assert_cmpuint (keel_paper_get_n_pages (paper), >, 2 * a4);
}

/* A block that fills in what others (charts, worksheets) will: its own strips with a drawing. */
static void
draw_cb (cairo_t *cr, double width, double height, gpointer data)
{
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
}

static void
free_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_drawing (void)
{
  gboolean freed = FALSE;
  KeelStrip *strip = keel_strip_new (200, TRUE);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GString) text = g_string_new (NULL);
  double x, y, width, height;

  keel_strip_add_drawing (strip, 10, 5, 50, 20, KEEL_INK_ACCENT, "A chart", draw_cb, &freed, free_cb);
  keel_strip_draw (strip, cr);
  keel_strip_append_text (strip, text);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, ==, 140);
  g_assert_cmpfloat (y, ==, 5);
  g_assert_cmpfloat (width, ==, 50);
  g_assert_cmpstr (text->str, ==, "A chart");
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_false (freed);
  keel_strip_free (strip);
  g_assert_true (freed);
}

static void
test_attributes (void)
{
  g_autoptr (KeelPaper) plain = keel_paper_new ();
  g_autoptr (KeelPaper) bold = keel_paper_new ();
  KeelBlock *block = keel_paragraph_new ("Words <b>as they are</b>");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  keel_text_block_set_attributes (KEEL_TEXT_BLOCK (block), attributes);
  keel_paper_add (bold, block);
  keel_paper_add (plain, keel_paragraph_new ("Words <b>as they are</b>"));
  g_assert_cmpfloat (find_ink (bold, 0).width, >, find_ink (plain, 0).width + 3);
}

/* A long word goes on below instead of becoming small. */
static void
test_long_word_wraps (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_new ();
  g_autofree char *word = g_strnfill (300, 'm');
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  keel_paper_add (paper, keel_paragraph_new (word));
  text = read_all_pages (paper);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 5);
}

static int
get_width (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  return logical.width;
}

/* Half a link with a hyphen would be another link: a line is as wide as its letters and nothing more. */
static void
test_no_hyphens (void)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 10");
  g_auto (KeelTypesetter) typesetter = { 0 };
  g_autoptr (PangoLayout) layout = NULL;
  const char *word = "Donaudampersonenkapitaensmuetzenabzeichen";

  keel_typesetter_init (&typesetter, font, "en", FALSE);
  layout = keel_typesetter_set (&typesetter, word, NULL, NULL, 100);
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      g_autofree char *part = g_strndup (word + line->start_index, (gsize) line->length);
      g_autoptr (PangoLayout) alone = keel_typesetter_set (&typesetter, part, NULL, NULL, 1000);

      g_assert_cmpint (get_width (line), ==, get_width (pango_layout_get_line_readonly (alone, 0)));
    }
}

static double
measure_ink (const char *first, const char *second)
{
  g_autoptr (KeelPaper) paper = keel_paper_new ();

  keel_paper_add (paper, keel_paragraph_new (first));
  if (second != NULL)
    keel_paper_add (paper, keel_paragraph_new (second));
  return find_ink (paper, 0).height;
}

static void
test_paragraphs_have_space_between (void)
{
  g_assert_cmpfloat (measure_ink ("m\nm", "m\nm"), >, measure_ink ("m\nm\nm\nm", NULL) + 4);
  g_assert_cmpfloat (measure_ink ("m", "m"), >, measure_ink ("m\nm", NULL) + 4);
}

/* Large letters on a narrow page: the days have smaller ones, but no number is broken. */
static void
test_narrow_month (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_samples_every_block (FALSE);
  g_autofree char *text = NULL;

  keel_paper_set_font (paper, "Sans", 24);
  keel_paper_set_size (paper, 200, 800);
  keel_paper_set_margins (paper, 20, 20, 20, 20);
  text = read_all_pages (paper);
  g_assert_nonnull (strstr (text, "16\t17\t18\t19\t20\t21\t22\n23\t24\t25\t26\t27\t28\t1\t"));
}

/* As someone may paste it: @n letters in words of @word, with lines of @line words; without words for 0. */
static void
check_much_text (guint n, guint word, guint line)
{
  g_autoptr (KeelPaper) paper = keel_paper_new ();
  g_autofree char *letters = g_strnfill (n, 'm');
  g_autofree char *text = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  guint expected = 0;
  guint found = 0;

  for (guint i = word; word > 0 && i < n; i += word + 1)
    letters[i] = i / (word + 1) % line == 0 ? '\n' : ' ';
  keel_paper_add (paper, keel_paragraph_new (letters));
  text = read_all_pages (paper);
  for (const char *letter = text; *letter != '\0'; letter++)
    found += *letter == 'm';
  for (const char *letter = letters; *letter != '\0'; letter++)
    expected += *letter == 'm';
  g_assert_cmpuint (found, ==, expected);
  g_test_message ("%u letters on %u pages: %.0f ms", n, keel_paper_get_n_pages (paper),
                  g_timer_elapsed (timer, NULL) * 1000);
}

static void
test_much_text (void)
{
  check_much_text (200000, 0, 0);
  check_much_text (200000, 5, 50);
  check_much_text (20000, 5, G_MAXUINT);
}

/* What is laid out in parts looks as if it were not: as many lines, and attributes where they were. */
static void
test_long_text_in_parts (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (KeelPaper) paper = keel_paper_new ();
  g_autoptr (KeelPaper) plain = keel_paper_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *large = pango_attr_scale_new (3);
  KeelBlock *block;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 600; i++)
    g_string_append_printf (words, "%u\r\n", i);
  large->start_index = (guint) words->len - 5;
  large->end_index = (guint) words->len;
  pango_attr_list_insert (attributes, large);
  block = keel_paragraph_new (words->str);
  keel_text_block_set_attributes (KEEL_TEXT_BLOCK (block), attributes);
  keel_paper_add (paper, block);
  keel_paper_add (plain, keel_paragraph_new (words->str));
  text = read_all_pages (paper);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 601);
  for (guint i = 0; i < 600; i++)
    g_assert_cmpuint (g_ascii_strtoull (lines[i], NULL, 10), ==, i);
  g_assert_cmpuint (keel_paper_get_n_pages (paper), ==, keel_paper_get_n_pages (plain));
  g_assert_cmpfloat (find_ink (paper, keel_paper_get_n_pages (paper) - 1).width, >,
                     find_ink (plain, keel_paper_get_n_pages (plain) - 1).width * 2);
}

static void
test_column_widths (void)
{
  const struct
  {
    double weights[3], least[3], width, expected[3];
  } rows[] = {
    { { 1, 1, 2 }, { 0, 0, 0 }, 100, { 25, 25, 50 } },
    { { 1, 1, 2 }, { 40, 10, 10 }, 100, { 40, 20, 40 } },
    { { 1, 1, 8 }, { 20, 20, 10 }, 100, { 20, 20, 60 } },
    { { 1, 1, 1 }, { 10, 60, 90 }, 100, { 10, 45, 45 } },
    { { 1, 1, 1 }, { 30, 30, 60 }, 90, { 30, 30, 30 } },
    { { 1, 2, 1 }, { 60, 30, 10 }, 100, { 60, 30, 10 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree double *widths = keel_column_widths_share (rows[i].weights, rows[i].least, 3, rows[i].width);

      for (guint c = 0; c < 3; c++)
        g_assert_cmpfloat_with_epsilon (widths[c], rows[i].expected[c], 0.01);
    }
  g_assert_cmpfloat (keel_column_widths_measure ("a longer word"), <, 7);
  g_assert_cmpfloat (keel_column_widths_measure ("a longer word"), >=, 6);
  g_assert_cmpfloat (keel_column_widths_measure (NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ink_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/ink/", ink_rows[i].name, NULL);

      g_test_add_data_func (path, &ink_rows[i], test_ink);
    }
  g_test_add_func ("/paper/edges", test_edges_have_room);
  g_test_add_func ("/paper/table/whole", test_table_is_whole);
  g_test_add_func ("/paper/table/header-begins-each-page", test_header_begins_each_page);
  g_test_add_func ("/paper/table/row-taller-than-a-page", test_row_taller_than_a_page);
  g_test_add_func ("/paper/table/empty", test_empty_table);
  g_test_add_func ("/paper/table/column-widths", test_column_widths);
  g_test_add_func ("/paper/heading/not-alone", test_heading_is_not_alone);
  g_test_add_func ("/paper/lines/not-alone", test_lines_are_not_alone);
  g_test_add_func ("/paper/table/section-not-alone", test_section_is_not_alone);
  g_test_add_func ("/paper/text/long-word-wraps", test_long_word_wraps);
  g_test_add_func ("/paper/text/no-hyphens", test_no_hyphens);
  g_test_add_func ("/paper/text/space-between", test_paragraphs_have_space_between);
  g_test_add_func ("/paper/month/narrow", test_narrow_month);
  g_test_add_func ("/paper/mirrored/month", test_month_is_mirrored);
  g_test_add_func ("/paper/mirrored/list", test_list_is_mirrored);
  g_test_add_func ("/paper/mirrored/paragraph", test_paragraph_follows_its_letters);
  g_test_add_func ("/paper/month/how-many-more", test_month_says_how_many_more);
  g_test_add_func ("/paper/empty", test_empty);
  g_test_add_func ("/paper/sizes", test_sizes);
  g_test_add_func ("/paper/drawing", test_drawing);
  g_test_add_func ("/paper/attributes", test_attributes);
  g_test_add_func ("/paper/text/much", test_much_text);
  g_test_add_func ("/paper/text/in-parts", test_long_text_in_parts);
  return g_test_run ();
}
