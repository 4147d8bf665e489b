#include "config.h"

#include "keel-entry-words.h"

#include <glib/gi18n-lib.h>

#include "keel-field-typed.h"

static void
append_options (GString *words, const KeelField *field, const KeelAnswers *answers)
{
  g_auto (GStrv) ids = keel_answers_get_texts (answers, field->id);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      const KeelOption *option = field->type == KEEL_FIELD_CHOICE ? keel_option_find (field->options, ids[i])
                                                                  : NULL;

      g_string_append_printf (words, "%s%s",
                              i == 0                           ? ""
                              : field->type == KEEL_FIELD_LIST ? "\n"
                                                               : ", ",
                              option != NULL ? option->label : ids[i]);
    }
}

/* One answer that is no table. */
static void
append_value (GString *words, const KeelField *field, const KeelAnswers *answers)
{
  const char *text = keel_answers_get_text (answers, field->id);
  double number;

  if (text != NULL)
    {
      g_string_append (words, text);
    }
  else if (keel_answers_get_number (answers, field->id, &number))
    {
      g_autofree char *shown = keel_field_typed_format (number, field->decimals);

      g_string_append_printf (words, "%s%s%s", shown, field->unit != NULL ? " " : "",
                              field->unit != NULL ? field->unit : "");
    }
  else if (keel_answers_get_tick (answers, field->id))
    {
      g_string_append (words, _ ("Yes"));
    }
  else
    {
      append_options (words, field, answers);
    }
}

static void
append_row (GString *words, const KeelField *table, const KeelAnswers *row)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const KeelField *column = g_ptr_array_index (table->columns, i);

      if (!keel_answers_has (row, column->id))
        continue;
      g_string_append_printf (words, "%s: ", column->label);
      append_value (words, column, row);
      g_string_append_c (words, '\n');
    }
}

static void
append_table (GString *words, const KeelField *table, const KeelAnswers *answers)
{
  for (guint i = 0; i < keel_answers_get_n_rows (answers, table->id); i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, table->id, i);

      if (keel_answers_is_empty (row))
        continue;
      g_string_append_printf (words, _ ("Row %u"), i + 1);
      g_string_append_c (words, '\n');
      append_row (words, table, row);
    }
}

static void
append_item (GString *words, const KeelField *matrix, const KeelAnswers *item)
{
  const char *text = keel_answers_get_text (item, "text");
  double weight;

  g_string_append_printf (words, "– %s", text != NULL ? text : "");
  for (guint i = 0; i < matrix->options->len; i++)
    {
      const KeelOption *tag = g_ptr_array_index (matrix->options, i);
      g_autofree char *key = g_strconcat ("tag/", tag->id, NULL);

      if (keel_answers_get_tick (item, key))
        g_string_append_printf (words, " · %s", tag->label);
    }
  if (keel_answers_get_number (item, "weight", &weight))
    g_string_append_printf (words, " · %.0f", weight);
  g_string_append_c (words, '\n');
}

static void
append_cell (GString *words, const KeelField *matrix, const KeelAnswers *row, guint place)
{
  const KeelOption *one = g_ptr_array_index (matrix->rows, place / 2);
  const KeelOption *other = g_ptr_array_index (matrix->sides, place % 2);
  g_autofree char *id = g_strconcat (one->id, "/", other->id, NULL);

  if (!keel_answers_has (row, id))
    return;
  g_string_append_printf (words, C_ ("row and column", "%1$s, %2$s"), one->label, other->label);
  g_string_append_c (words, '\n');
  for (guint i = 0; i < keel_answers_get_n_rows (row, id); i++)
    {
      g_autoptr (KeelAnswers) item = keel_answers_get_row (row, id, i);

      append_item (words, matrix, item);
    }
}

static void
append_matrix (GString *words, const KeelField *matrix, const KeelAnswers *answers)
{
  g_autoptr (KeelAnswers) row = keel_answers_get_n_rows (answers, matrix->id) > 0
                                    ? keel_answers_get_row (answers, matrix->id, 0)
                                    : NULL;

  for (guint i = 0; row != NULL && i < 4; i++)
    append_cell (words, matrix, row, i);
}

static void
append_field (GString *words, const KeelField *field, const KeelAnswers *answers)
{
  if (field->id == NULL || !keel_answers_has (answers, field->id))
    return;
  g_string_append_printf (words, "%s\n", field->label);
  if (field->type == KEEL_FIELD_TABLE)
    append_table (words, field, answers);
  else if (field->type == KEEL_FIELD_MATRIX)
    append_matrix (words, field, answers);
  else
    append_value (words, field, answers);
  g_string_append (words, words->str[words->len - 1] == '\n' ? "\n" : "\n\n");
}

char *
keel_entry_words_describe (const KeelWorksheet *worksheet, const KeelAnswers *answers)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < worksheet->sections->len; i++)
    {
      const KeelSection *section = g_ptr_array_index (worksheet->sections, i);

      for (guint j = 0; j < section->fields->len; j++)
        append_field (words, g_ptr_array_index (section->fields, j), answers);
    }
  return g_string_free (words, FALSE);
}
