#include "keel-entry-pieces.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "keel-initials.h"
#include "keel-sentences.h"

/* A date that is read later has its year, whatever year it is written in. */
#define NO_YEAR 0

static void
piece_free (gpointer data)
{
  KeelPiece *piece = data;

  g_free (piece->words);
  g_strfreev (piece->lines);
  g_clear_pointer (&piece->columns, g_ptr_array_unref);
  g_clear_pointer (&piece->rows, g_ptr_array_unref);
  g_strfreev (piece->sums);
  g_clear_pointer (&piece->values, g_array_unref);
  g_free (piece);
}

static KeelPiece *
add_piece (GPtrArray *pieces, KeelPieceKind kind, const KeelField *field, const char *label)
{
  KeelPiece *piece = g_new0 (KeelPiece, 1);

  piece->kind = kind;
  piece->field = field;
  piece->label = label;
  piece->wheel = -1;
  g_ptr_array_add (pieces, piece);
  return piece;
}

gboolean
keel_entry_pieces_can_have (const KeelField *field)
{
  return field->type != KEEL_FIELD_INFO && field->id != NULL && !field->unkept;
}

char *
keel_entry_pieces_make_id (const KeelField *field, const KeelField *column)
{
  return column != NULL ? g_strdup_printf ("%s/%s", field->id, column->id) : g_strdup (field->id);
}

static gboolean
is_chosen (const KeelPieceChoice *choice, const KeelField *field, const KeelField *column)
{
  g_autofree char *id = NULL;

  if (!keel_entry_pieces_can_have (field) || (column != NULL && !keel_entry_pieces_can_have (column)))
    return FALSE;
  if (choice == NULL || choice->ids == NULL || g_hash_table_contains (choice->ids, field->id))
    return TRUE;
  id = keel_entry_pieces_make_id (field, column);
  return column != NULL && g_hash_table_contains (choice->ids, id);
}

/* @text, which it takes, or the initials of the people in it. */
static char *
take_names (const KeelField *field, const KeelPieceChoice *choice, char *text)
{
  char *initials;

  if (choice == NULL || !choice->initials || !(field->names || field->type == KEEL_FIELD_PERSON))
    return text;
  initials = keel_initials_shorten (text);
  g_free (text);
  return initials;
}

static char *
describe_time (const char *text, gboolean with_time)
{
  KeelLocalTime local;
  g_autofree char *day = NULL, *time = NULL;

  if (!keel_local_time_parse (text, &local))
    return g_strdup (text);
  day = keel_sentence_day (keel_local_time_get_days (local), NO_YEAR);
  if (!with_time)
    return g_steal_pointer (&day);
  time = keel_sentence_time (keel_local_time_get_minute (local));
  return g_strdup_printf (C_ ("date and time", "%1$s, %2$s"), day, time);
}

static char *
describe_text (const KeelField *field, const KeelPieceChoice *choice, const char *text)
{
  if (field->type == KEEL_FIELD_DATE || field->type == KEEL_FIELD_DATETIME)
    return describe_time (text, field->type == KEEL_FIELD_DATETIME);
  return take_names (field, choice, g_strdup (text));
}

static char *
describe_number (const KeelField *field, double number)
{
  g_autofree char *shown = keel_sentence_number (number, field->decimals);

  if (field->unit == NULL)
    return g_steal_pointer (&shown);
  /* Translators: a number and what it counts: "7 hours". */
  return g_strdup_printf (C_ ("number and unit", "%1$s %2$s"), shown, field->unit);
}

static GStrv
find_lines (const KeelField *field, const KeelAnswers *answers, const KeelPieceChoice *choice)
{
  g_auto (GStrv) texts = keel_answers_get_texts (answers, field->id);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (gsize i = 0; texts[i] != NULL; i++)
    {
      const KeelOption *option = field->type == KEEL_FIELD_CHOICE
                                     ? keel_option_find (field->options, texts[i])
                                     : NULL;
      g_autofree char *line = option != NULL ? g_strdup (option->label)
                                             : take_names (field, choice, g_strdup (texts[i]));

      if (*line != '\0')
        g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

/* One answer that is no table. NULL where there is none. */
static char *
describe_value (const KeelField *field, const KeelAnswers *answers, const KeelPieceChoice *choice)
{
  const char *text = keel_answers_get_text (answers, field->id);
  g_auto (GStrv) lines = NULL;
  double number;

  if (!keel_answers_has (answers, field->id))
    return NULL;
  if (text != NULL)
    return describe_text (field, choice, text);
  if (keel_answers_get_number (answers, field->id, &number))
    return describe_number (field, number);
  if (keel_answers_get_tick (answers, field->id))
    return g_strdup (_ ("Yes"));
  lines = find_lines (field, answers, choice);
  return *lines != NULL ? g_strjoinv (", ", lines) : NULL;
}

/* "0 not at all – 10 very much"; NULL where nothing is said of the ends. */
static char *
describe_ends (const KeelField *field)
{
  /* What the texts of a matrix weigh has no range of its own. */
  int min = field->type == KEEL_FIELD_MATRIX ? 0 : field->min;
  int max = field->type == KEEL_FIELD_MATRIX ? 10 : field->max;

  if (field->low == NULL && field->high == NULL)
    return NULL;
  /* Translators: the two ends of a scale, each a number and what it means: "0 none – 10 very strong". */
  return g_strdup_printf (C_ ("ends of a scale", "%1$d %2$s – %3$d %4$s"), min,
                          field->low != NULL ? field->low : "", max, field->high != NULL ? field->high : "");
}

char *
keel_entry_pieces_name_column (const KeelField *column)
{
  g_autofree char *ends = column->type == KEEL_FIELD_RATING ? describe_ends (column) : NULL;

  if (ends == NULL)
    return g_strdup (column->label);
  /* Translators: a question, or a number, and what the ends of its scale mean. */
  return g_strdup_printf (C_ ("scale", "%1$s (%2$s)"), column->label, ends);
}

static void
add_scale (GPtrArray *pieces, const KeelField *field, double number)
{
  KeelPiece *piece = add_piece (pieces, KEEL_PIECE_SCALE, field, field->label);
  g_autofree char *shown = keel_sentence_number (number, field->decimals);
  g_autofree char *ends = describe_ends (field);

  piece->number = number;
  if (ends != NULL)
    piece->words = g_strdup_printf (C_ ("scale", "%1$s (%2$s)"), shown, ends);
  else
    /* Translators: a number on a scale, and the ends of the scale: "7 (0 – 10)". */
    piece->words = g_strdup_printf (C_ ("scale", "%1$s (%2$d – %3$d)"), shown, field->min, field->max);
}

static gboolean
has_column (const KeelField *table, const KeelField *column, const KeelAnswers *answers)
{
  for (guint i = 0; i < keel_answers_get_n_rows (answers, table->id); i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, table->id, i);

      if (keel_answers_has (row, column->id))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
find_columns (const KeelField *table, const KeelAnswers *answers, const KeelPieceChoice *choice)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < table->columns->len; i++)
    {
      KeelField *column = g_ptr_array_index (table->columns, i);

      if (is_chosen (choice, table, column) && has_column (table, column, answers))
        g_ptr_array_add (columns, column);
    }
  return columns;
}

/* NULL where nothing stands in the columns. */
static GStrv
describe_row (const KeelPiece *piece, const KeelAnswers *row, const KeelPieceChoice *choice)
{
  g_auto (GStrv) cells = g_new0 (char *, piece->columns->len + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < piece->columns->len; i++)
    {
      cells[i] = describe_value (g_ptr_array_index (piece->columns, i), row, choice);
      any = any || cells[i] != NULL;
      if (cells[i] == NULL)
        cells[i] = g_strdup ("");
    }
  return any ? g_steal_pointer (&cells) : NULL;
}

static void
add_row (KeelPiece *piece, const KeelAnswers *row, const KeelPieceChoice *choice)
{
  GStrv cells = describe_row (piece, row, choice);
  double value = NAN;

  if (cells == NULL)
    return;
  g_ptr_array_add (piece->rows, cells);
  if (piece->wheel < 0)
    return;
  if (!keel_answers_get_number (row, ((KeelField *) piece->columns->pdata[piece->wheel])->id, &value))
    value = NAN;
  g_array_append_val (piece->values, value);
}

static char *
describe_sum (const KeelField *table, const KeelField *column, const KeelAnswers *answers)
{
  g_autofree char *words = NULL;
  double sum = 0, number;

  if (!column->sum)
    return g_strdup ("");
  for (guint i = 0; i < keel_answers_get_n_rows (answers, table->id); i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, table->id, i);

      if (keel_answers_get_number (row, column->id, &number))
        sum += number;
    }
  words = describe_number (column, sum);
  /* Translators: what all numbers of a column add up to. */
  return g_strdup_printf (_ ("Together: %s"), words);
}

static void
add_sums (KeelPiece *piece, const KeelAnswers *answers)
{
  g_auto (GStrv) sums = g_new0 (char *, piece->columns->len + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < piece->columns->len; i++)
    {
      sums[i] = describe_sum (piece->field, g_ptr_array_index (piece->columns, i), answers);
      any = any || *sums[i] != '\0';
    }
  if (any)
    piece->sums = g_steal_pointer (&sums);
}

static int
find_wheel (GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (((KeelField *) columns->pdata[i])->wheel)
      return (int) i;
  return -1;
}

static void
add_table (GPtrArray *pieces, const KeelField *field, const KeelAnswers *answers,
           const KeelPieceChoice *choice)
{
  g_autoptr (GPtrArray) columns = find_columns (field, answers, choice);
  KeelPiece *piece;

  if (columns->len == 0)
    return;
  piece = add_piece (pieces, KEEL_PIECE_TABLE, field, field->label);
  piece->wheel = find_wheel (columns);
  piece->columns = g_steal_pointer (&columns);
  piece->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  piece->values = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < keel_answers_get_n_rows (answers, field->id); i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, field->id, i);

      add_row (piece, row, choice);
    }
  add_sums (piece, answers);
}

static char *
describe_item (const KeelField *matrix, const KeelAnswers *item)
{
  const char *text = keel_answers_get_text (item, "text");
  GString *words = g_string_new (text);
  double weight;

  for (guint i = 0; i < matrix->options->len; i++)
    {
      const KeelOption *tag = g_ptr_array_index (matrix->options, i);
      g_autofree char *key = g_strconcat ("tag/", tag->id, NULL);

      if (keel_answers_get_tick (item, key))
        g_string_append_printf (words, " · %s", tag->label);
    }
  if (keel_answers_get_number (item, "weight", &weight))
    g_string_append_printf (words, " · %.0f", weight);
  return g_string_free (words, FALSE);
}

static GStrv
describe_quarter (const KeelField *matrix, const KeelAnswers *row, guint place)
{
  const KeelOption *one = g_ptr_array_index (matrix->rows, place / 2);
  const KeelOption *other = g_ptr_array_index (matrix->sides, place % 2);
  g_autofree char *id = g_strconcat (one->id, "/", other->id, NULL);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < keel_answers_get_n_rows (row, id); i++)
    {
      g_autoptr (KeelAnswers) item = keel_answers_get_row (row, id, i);
      g_autofree char *line = describe_item (matrix, item);

      if (!keel_answers_is_empty (item))
        g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

static void
add_matrix (GPtrArray *pieces, const KeelField *field, const KeelAnswers *answers)
{
  g_autoptr (KeelAnswers) row = NULL;
  KeelPiece *piece;

  if (keel_answers_get_n_rows (answers, field->id) == 0)
    return;
  row = keel_answers_get_row (answers, field->id, 0);
  piece = add_piece (pieces, KEEL_PIECE_MATRIX, field, field->label);
  piece->words = field->weight ? describe_ends (field) : NULL;
  piece->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (piece->rows, describe_quarter (field, row, i));
}

static void
add_list (GPtrArray *pieces, const KeelField *field, const KeelAnswers *answers,
          const KeelPieceChoice *choice)
{
  g_auto (GStrv) lines = find_lines (field, answers, choice);

  if (*lines != NULL)
    add_piece (pieces, KEEL_PIECE_LIST, field, field->label)->lines = g_steal_pointer (&lines);
}

static void
add_value (GPtrArray *pieces, const KeelField *field, const KeelAnswers *answers,
           const KeelPieceChoice *choice)
{
  char *words = describe_value (field, answers, choice);

  if (words != NULL)
    add_piece (pieces, KEEL_PIECE_WORDS, field, field->label)->words = words;
}

static void
add_field (GPtrArray *pieces, const KeelField *field, const KeelAnswers *answers,
           const KeelPieceChoice *choice)
{
  double number;

  if (!keel_entry_pieces_can_have (field) || !keel_answers_has (answers, field->id))
    return;
  if (field->type == KEEL_FIELD_TABLE)
    add_table (pieces, field, answers, choice);
  else if (!is_chosen (choice, field, NULL))
    return;
  else if (field->type == KEEL_FIELD_MATRIX)
    add_matrix (pieces, field, answers);
  else if (field->type == KEEL_FIELD_LIST)
    add_list (pieces, field, answers, choice);
  else if (field->type == KEEL_FIELD_RATING && keel_answers_get_number (answers, field->id, &number))
    add_scale (pieces, field, number);
  else
    add_value (pieces, field, answers, choice);
}

GPtrArray *
keel_entry_pieces_new (const KeelWorksheet *worksheet, const KeelAnswers *answers,
                       const KeelPieceChoice *choice)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);

  for (guint i = 0; i < worksheet->sections->len; i++)
    {
      const KeelSection *section = g_ptr_array_index (worksheet->sections, i);
      guint first = pieces->len;

      if (section->title != NULL)
        add_piece (pieces, KEEL_PIECE_HEADING, NULL, section->title);
      for (guint j = 0; j < section->fields->len; j++)
        add_field (pieces, g_ptr_array_index (section->fields, j), answers, choice);
      if (section->title != NULL && pieces->len == first + 1)
        g_ptr_array_set_size (pieces, (int) first);
    }
  return pieces;
}
