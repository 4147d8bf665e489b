#include "config.h"

#include "keel-field-sum.h"

#include <glib/gi18n-lib.h>

#include "keel-field-typed.h"

static double
sum_up (const KeelField *table, const KeelField *column, const KeelAnswers *answers)
{
  double sum = 0;

  for (guint i = 0; i < keel_answers_get_n_rows (answers, table->id); i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, table->id, i);
      double number;

      if (keel_answers_get_number (row, column->id, &number))
        sum += number;
    }
  return sum;
}

static char *
describe (const KeelField *column, double sum)
{
  g_autofree char *number = keel_field_typed_format (sum, column->decimals);

  if (column->unit == NULL)
    /* Translators: a column of a table and what its numbers are together: "Money: 90" */
    return g_strdup_printf (C_ ("sum of a column", "%1$s: %2$s"), column->label, number);
  /* Translators: the same with what is counted: "How long: 90 minutes" */
  return g_strdup_printf (C_ ("sum of a column", "%1$s: %2$s %3$s"), column->label, number, column->unit);
}

char *
keel_field_sum_describe (const KeelField *table, const KeelAnswers *answers)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const KeelField *column = g_ptr_array_index (table->columns, i);
      double sum = column->sum ? sum_up (table, column, answers) : 0;
      g_autofree char *one = sum != 0 ? describe (column, sum) : NULL;

      if (one != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", one);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
