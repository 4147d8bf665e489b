#include "keel-entry-paper.h"

#include <langinfo.h>
#include <math.h>

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-drawing-block.h"
#include "keel-list-block.h"
#include "keel-matrix-block.h"
#include "keel-scale-block.h"
#include "keel-space-block.h"
#include "keel-table-block.h"
#include "keel-text-block.h"

/* More stand below each other, row by row: a column of three letters cannot be read. */
#define MOST_COLUMNS 4
#define POINTS_PER_MM (72.0 / 25.4)

static void
add_list (KeelPaper *paper, const KeelPiece *piece)
{
  KeelListBlock *list = keel_list_block_new ();

  for (gsize i = 0; piece->lines[i] != NULL; i++)
    keel_list_block_add (list, piece->field->ordered ? KEEL_SIGN_NUMBER : KEEL_SIGN_BULLET, piece->lines[i]);
  keel_paper_add (paper, KEEL_BLOCK (list));
}

/* "10 very much" */
static char *
name_end (int number, const char *words)
{
  if (words == NULL)
    return g_strdup_printf ("%d", number);
  /* Translators: one end of a scale and what it means: "10 very much". */
  return g_strdup_printf (C_ ("end of a scale", "%1$d %2$s"), number, words);
}

static void
add_scale (KeelPaper *paper, const KeelPiece *piece)
{
  const KeelField *field = piece->field;
  g_autofree char *shown = keel_sentence_number (piece->number, field->decimals);
  g_autofree char *low = name_end (field->min, field->low);
  g_autofree char *high = name_end (field->max, field->high);
  int steps = MAX (field->max - field->min, 1);

  keel_paper_add (paper, KEEL_BLOCK (keel_scale_block_new (shown, (piece->number - field->min) / steps,
                                                           (guint) steps, low, high)));
}

/* How much of the width a column needs. */
static double
weigh (const KeelField *column)
{
  switch (column->type)
    {
    case KEEL_FIELD_LONG:
      return 4;
    case KEEL_FIELD_RATING:
    case KEEL_FIELD_NUMBER:
    case KEEL_FIELD_TICK:
      return 1.5;
    default:
      return 2.5;
    }
}

static void
add_cells (KeelTableBlock *block, const KeelPiece *piece, const char *number, GStrv cells)
{
  const char *all[MOST_COLUMNS + 2] = { NULL };
  guint n = 0;

  if (piece->field->ordered)
    all[n++] = number;
  for (guint i = 0; cells[i] != NULL && i < MOST_COLUMNS; i++)
    all[n++] = cells[i];
  keel_table_block_add_row (block, all);
}

static void
add_columns (KeelTableBlock *block, const KeelPiece *piece)
{
  if (piece->field->ordered)
    keel_table_block_add_column (block, NULL, 0.4, KEEL_ALIGN_END);
  for (guint i = 0; i < piece->columns->len; i++)
    {
      const KeelField *column = g_ptr_array_index (piece->columns, i);
      g_autofree char *name = keel_entry_pieces_name_column (column);

      keel_table_block_add_column (block, name, weigh (column), KEEL_ALIGN_START);
    }
}

static void
add_narrow_table (KeelPaper *paper, const KeelPiece *piece)
{
  KeelTableBlock *block = keel_table_block_new ();

  add_columns (block, piece);
  for (guint i = 0; i < piece->rows->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);

      add_cells (block, piece, number, g_ptr_array_index (piece->rows, i));
    }
  if (piece->sums != NULL)
    add_cells (block, piece, "", piece->sums);
  keel_paper_add (paper, KEEL_BLOCK (block));
}

static void
add_answers (KeelTableBlock *block, const KeelPiece *piece, GStrv cells)
{
  for (guint i = 0; i < piece->columns->len; i++)
    {
      g_autofree char *name = keel_entry_pieces_name_column (g_ptr_array_index (piece->columns, i));
      const char *row[] = { name, cells[i], NULL };

      if (*cells[i] != '\0')
        keel_table_block_add_row (block, row);
    }
}

/* Row by row, a question and its answer in each line. */
static void
add_wide_table (KeelPaper *paper, const KeelPiece *piece)
{
  KeelTableBlock *block = keel_table_block_new ();

  keel_table_block_add_column (block, NULL, 2, KEEL_ALIGN_START);
  keel_table_block_add_column (block, NULL, 4, KEEL_ALIGN_START);
  for (guint i = 0; i < piece->rows->len; i++)
    {
      g_autofree char *title = g_strdup_printf (_ ("Row %u"), i + 1);

      keel_table_block_add_section (block, title);
      add_answers (block, piece, g_ptr_array_index (piece->rows, i));
    }
  if (piece->sums != NULL)
    add_answers (block, piece, piece->sums);
  keel_paper_add (paper, KEEL_BLOCK (block));
}

static void
draw_wheel (gconstpointer thing, cairo_t *cr, PangoContext *context, double width, double height,
            const KeelWheelColour *text, const KeelWheelColour *accent)
{
  keel_wheel_draw (thing, cr, context, width, height, text, accent);
}

/* Named by the first column, where that was chosen. */
static void
add_wheel (KeelPaper *paper, const KeelPiece *piece)
{
  const KeelField *column = g_ptr_array_index (piece->columns, piece->wheel);
  gboolean named = piece->columns->pdata[0] == piece->field->columns->pdata[0] && piece->wheel > 0;
  g_autoptr (KeelWheel) wheel = keel_wheel_new ();
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < piece->rows->len; i++)
    {
      GStrv cells = g_ptr_array_index (piece->rows, i);
      double value = g_array_index (piece->values, double, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char *name = named ? cells[0] : number;

      keel_wheel_add (wheel, name, (value - column->min) / MAX (column->max - column->min, 1));
      if (!isnan (value))
        g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", name, cells[piece->wheel]);
    }
  if (keel_wheel_get_n_rated (wheel) >= KEEL_WHEEL_LEAST)
    keel_paper_add (paper, keel_drawing_block_new (draw_wheel, g_steal_pointer (&wheel),
                                                   (GDestroyNotify) keel_wheel_free, KEEL_WHEEL_ON_PAPER,
                                                   words->str));
}

static void
add_table (KeelPaper *paper, const KeelPiece *piece)
{
  if (piece->columns->len <= MOST_COLUMNS)
    add_narrow_table (paper, piece);
  else
    add_wide_table (paper, piece);
  if (piece->wheel >= 0)
    add_wheel (paper, piece);
}

static void
add_matrix (KeelPaper *paper, const KeelPiece *piece)
{
  const char *rows[2], *sides[2];
  KeelMatrixBlock *block;

  for (guint i = 0; i < 2; i++)
    {
      rows[i] = ((KeelOption *) g_ptr_array_index (piece->field->rows, i))->label;
      sides[i] = ((KeelOption *) g_ptr_array_index (piece->field->sides, i))->label;
    }
  block = keel_matrix_block_new (rows, sides);
  for (guint i = 0; i < piece->rows->len; i++)
    {
      GStrv lines = g_ptr_array_index (piece->rows, i);

      for (gsize j = 0; lines[j] != NULL; j++)
        keel_matrix_block_add (block, i / 2, i % 2, lines[j]);
    }
  if (piece->words != NULL)
    keel_paper_add (paper, keel_note_new (piece->words));
  keel_paper_add (paper, KEEL_BLOCK (block));
}

static void
add_piece (KeelPaper *paper, const KeelPiece *piece)
{
  keel_paper_add (paper, keel_heading_new (piece->kind == KEEL_PIECE_HEADING ? 2 : 3, piece->label));
  switch (piece->kind)
    {
    case KEEL_PIECE_WORDS:
      keel_paper_add (paper, keel_paragraph_new (piece->words));
      break;
    case KEEL_PIECE_LIST:
      add_list (paper, piece);
      break;
    case KEEL_PIECE_SCALE:
      add_scale (paper, piece);
      break;
    case KEEL_PIECE_TABLE:
      add_table (paper, piece);
      break;
    case KEEL_PIECE_MATRIX:
      add_matrix (paper, piece);
      break;
    case KEEL_PIECE_HEADING:
    default:
      break;
    }
}

static void
add_given (KeelPaper *paper, const KeelGiven *given, const KeelGivenOptions *options)
{
  g_autoptr (GPtrArray) pieces = keel_given_read (given, options);
  g_autofree char *line = keel_given_describe (given, options);

  keel_paper_add (paper, keel_heading_new (1, given->worksheet->name));
  if (given->title != NULL)
    keel_paper_add (paper, keel_paragraph_new (given->title));
  if (line != NULL)
    keel_paper_add (paper, keel_note_new (line));
  for (guint i = 0; i < pieces->len; i++)
    add_piece (paper, g_ptr_array_index (pieces, i));
}

void
keel_entry_paper_add (KeelPaper *paper, GPtrArray *given, const KeelGivenOptions *options)
{
  for (guint i = 0; i < given->len; i++)
    {
      if (i > 0)
        keel_paper_add (paper, keel_rule_new ());
      add_given (paper, g_ptr_array_index (given, i), options);
    }
}

static char *
say_page_cb (guint page, guint n_pages, gpointer data)
{
  return n_pages > 1 ? keel_sentence_page (page, n_pages) : NULL;
}

/* As the translation of a word is read, since no library that has no window knows it of a language. */
static PangoDirection
find_direction (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  g_object_unref (context);
  pango_layout_set_text (layout, C_ ("document", "Attendance"), -1);
  return pango_layout_get_direction (layout, 0);
}

KeelPaper *
keel_entry_paper_new (void)
{
  KeelPaper *paper = keel_paper_new ();
  /* The C library has numbers where it says text. */
  int width = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_WIDTH));
  int height = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT));

  if (width > 0 && height > 0)
    keel_paper_set_size (paper, width * POINTS_PER_MM, height * POINTS_PER_MM);
  keel_paper_set_language (paper, pango_language_to_string (pango_language_get_default ()),
                           find_direction ());
  keel_paper_set_footer (paper, say_page_cb, NULL, NULL);
  return paper;
}
