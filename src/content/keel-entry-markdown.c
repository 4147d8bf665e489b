#include "keel-entry-text.h"
#include "keel-markdown.h"

static void
append_heading (GString *text, const char *marks, const char *words)
{
  g_string_append_printf (text, "%s ", marks);
  keel_markdown_append_line (text, words);
  g_string_append (text, "\n\n");
}

static void
append_cell (GString *text, const char *cell)
{
  g_string_append_c (text, ' ');
  keel_markdown_append_cell (text, cell);
  g_string_append (text, *cell != '\0' ? " |" : "|");
}

/* @sign: the number of the row, where rows have one; that cell may be empty. */
static void
append_row (GString *text, const KeelPiece *piece, const char *sign, GStrv cells)
{
  g_string_append_c (text, '|');
  if (piece->field->ordered)
    append_cell (text, sign);
  for (gsize i = 0; cells[i] != NULL; i++)
    append_cell (text, cells[i]);
  g_string_append_c (text, '\n');
}

static void
append_rule (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, i == 0 ? "| --- |" : " --- |");
  g_string_append_c (text, '\n');
}

static GStrv
name_columns (const KeelPiece *piece)
{
  GStrv names = g_new0 (char *, piece->columns->len + 1);

  for (guint i = 0; i < piece->columns->len; i++)
    names[i] = keel_entry_pieces_name_column (g_ptr_array_index (piece->columns, i));
  return names;
}

static void
append_table (GString *text, const KeelPiece *piece)
{
  g_auto (GStrv) names = name_columns (piece);

  append_row (text, piece, "", names);
  append_rule (text, piece->columns->len + (piece->field->ordered ? 1 : 0));
  for (guint i = 0; i < piece->rows->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      append_row (text, piece, number, g_ptr_array_index (piece->rows, i));
    }
  if (piece->sums != NULL)
    append_row (text, piece, "", piece->sums);
}

static void
append_matrix (GString *text, const KeelPiece *piece)
{
  if (piece->words != NULL)
    {
      keel_markdown_append_line (text, piece->words);
      g_string_append (text, "\n\n");
    }
  g_string_append (text, "| |");
  for (guint i = 0; i < 2; i++)
    append_cell (text, ((KeelOption *) piece->field->sides->pdata[i])->label);
  g_string_append_c (text, '\n');
  append_rule (text, 3);
  for (guint i = 0; i < 4; i += 2)
    {
      g_autofree char *one = g_strjoinv ("\n", piece->rows->pdata[i]);
      g_autofree char *other = g_strjoinv ("\n", piece->rows->pdata[i + 1]);

      g_string_append_c (text, '|');
      append_cell (text, ((KeelOption *) piece->field->rows->pdata[i / 2])->label);
      append_cell (text, one);
      append_cell (text, other);
      g_string_append_c (text, '\n');
    }
}

static void
append_list (GString *text, const KeelPiece *piece)
{
  for (gsize i = 0; piece->lines[i] != NULL; i++)
    {
      if (piece->field->ordered)
        g_string_append_printf (text, "%" G_GSIZE_FORMAT ". ", i + 1);
      else
        g_string_append (text, "- ");
      keel_markdown_append_line (text, piece->lines[i]);
      g_string_append_c (text, '\n');
    }
}

void
keel_entry_markdown_append (GString *text, const KeelPiece *piece)
{
  append_heading (text, piece->kind == KEEL_PIECE_HEADING ? "##" : "###", piece->label);
  switch (piece->kind)
    {
    case KEEL_PIECE_TABLE:
      append_table (text, piece);
      break;
    case KEEL_PIECE_MATRIX:
      append_matrix (text, piece);
      break;
    case KEEL_PIECE_LIST:
      append_list (text, piece);
      break;
    case KEEL_PIECE_WORDS:
    case KEEL_PIECE_SCALE:
      keel_markdown_append_text (text, piece->words);
      g_string_append_c (text, '\n');
      break;
    case KEEL_PIECE_HEADING:
    default:
      return;
    }
  g_string_append_c (text, '\n');
}

void
keel_entry_markdown_append_head (GString *text, const KeelGiven *given, const char *line)
{
  append_heading (text, "#", given->worksheet->name);
  if (given->title != NULL)
    {
      keel_markdown_append_line (text, given->title);
      g_string_append (text, "\n\n");
    }
  if (line != NULL)
    {
      keel_markdown_append_line (text, line);
      g_string_append (text, "\n\n");
    }
}
