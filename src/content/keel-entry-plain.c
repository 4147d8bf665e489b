#include <glib/gi18n-lib.h>

#include "keel-entry-text.h"

/* The number that a line of a ranking has, or a dash. */
static void
append_line (GString *text, const KeelPiece *piece, gsize i, const char *line)
{
  if (piece->field->ordered)
    g_string_append_printf (text, "%" G_GSIZE_FORMAT ". %s\n", i + 1, line);
  else
    g_string_append_printf (text, "– %s\n", line);
}

static void
append_row (GString *text, const KeelPiece *piece, guint i)
{
  GStrv cells = g_ptr_array_index (piece->rows, i);

  g_string_append_printf (text, _ ("Row %u"), i + 1);
  g_string_append_c (text, '\n');
  for (guint j = 0; j < piece->columns->len; j++)
    {
      g_autofree char *name = keel_entry_pieces_name_column (g_ptr_array_index (piece->columns, j));

      if (*cells[j] == '\0')
        continue;
      /* Translators: a question of a worksheet and what was answered. */
      g_string_append_printf (text, C_ ("question and answer", "%1$s: %2$s"), name, cells[j]);
      g_string_append_c (text, '\n');
    }
}

static void
append_sums (GString *text, const KeelPiece *piece)
{
  for (guint i = 0; piece->sums != NULL && i < piece->columns->len; i++)
    {
      if (*piece->sums[i] != '\0')
        g_string_append_printf (text, "%s\n", piece->sums[i]);
    }
}

static void
append_matrix (GString *text, const KeelPiece *piece)
{
  if (piece->words != NULL)
    g_string_append_printf (text, "%s\n", piece->words);
  for (guint i = 0; i < piece->rows->len; i++)
    {
      const KeelOption *row = g_ptr_array_index (piece->field->rows, i / 2);
      const KeelOption *side = g_ptr_array_index (piece->field->sides, i % 2);
      GStrv lines = g_ptr_array_index (piece->rows, i);

      if (*lines == NULL)
        continue;
      g_string_append_printf (text, C_ ("row and column", "%1$s, %2$s"), row->label, side->label);
      g_string_append_c (text, '\n');
      for (gsize j = 0; lines[j] != NULL; j++)
        append_line (text, piece, j, lines[j]);
    }
}

static void
append_answer (GString *text, const KeelPiece *piece)
{
  switch (piece->kind)
    {
    case KEEL_PIECE_TABLE:
      for (guint i = 0; i < piece->rows->len; i++)
        append_row (text, piece, i);
      append_sums (text, piece);
      break;
    case KEEL_PIECE_MATRIX:
      append_matrix (text, piece);
      break;
    case KEEL_PIECE_LIST:
      for (gsize i = 0; piece->lines[i] != NULL; i++)
        append_line (text, piece, i, piece->lines[i]);
      break;
    case KEEL_PIECE_WORDS:
    case KEEL_PIECE_SCALE:
      g_string_append_printf (text, "%s\n", piece->words);
      break;
    case KEEL_PIECE_HEADING:
    default:
      break;
    }
}

void
keel_entry_plain_append (GString *text, const KeelPiece *piece)
{
  g_string_append_printf (text, "%s\n", piece->label);
  append_answer (text, piece);
  g_string_append_c (text, '\n');
}

void
keel_entry_plain_append_head (GString *text, const KeelGiven *given, const char *line)
{
  g_string_append_printf (text, "%s\n", given->worksheet->name);
  if (given->title != NULL)
    g_string_append_printf (text, "%s\n", given->title);
  if (line != NULL)
    g_string_append_printf (text, "%s\n", line);
  g_string_append_c (text, '\n');
}
