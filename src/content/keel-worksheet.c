#include "keel-worksheet.h"

#include <math.h>

#include "keel-worksheet-reader.h"

const char *const keel_field_type_words[] = {
  [KEEL_FIELD_TEXT] = "text",         [KEEL_FIELD_LONG] = "long",
  [KEEL_FIELD_LIST] = "list",         [KEEL_FIELD_TABLE] = "table",
  [KEEL_FIELD_RATING] = "rating",     [KEEL_FIELD_DATE] = "date",
  [KEEL_FIELD_DATETIME] = "datetime", [KEEL_FIELD_TICK] = "tick",
  [KEEL_FIELD_CHOICE] = "choice",     [KEEL_FIELD_MATRIX] = "matrix",
  [KEEL_FIELD_PERSON] = "person",     [KEEL_FIELD_NUMBER] = "number",
  [KEEL_FIELD_INFO] = "info",         NULL,
};

const char *const keel_worksheet_group_words[] = {
  [KEEL_GROUP_DAILY] = "daily",     [KEEL_GROUP_STEPS] = "steps",
  [KEEL_GROUP_URGES] = "urges",     [KEEL_GROUP_THOUGHTS] = "thoughts",
  [KEEL_GROUP_PLANS] = "plans",     [KEEL_GROUP_SAFETY] = "safety",
  [KEEL_GROUP_FAMILY] = "family",   [KEEL_GROUP_PEOPLE] = "people",
  [KEEL_GROUP_GENERAL] = "general", NULL,
};

const char *const keel_worksheet_time_words[] = {
  [KEEL_WORKSHEET_ANYTIME] = "any",
  [KEEL_WORKSHEET_MORNING] = "morning",
  [KEEL_WORKSHEET_EVENING] = "evening",
  NULL,
};

static void
free_option (KeelOption *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self);
}

static void
free_use (KeelUse *self)
{
  g_free (self->program);
  g_free (self);
}

static void
free_note (KeelNote *self)
{
  g_free (self->text);
  g_free (self);
}

static void
free_condition (KeelCondition *self)
{
  g_free (self->field);
  g_free (self->option);
  g_free (self);
}

static void
free_cell (KeelCell *self)
{
  g_free (self->column);
  g_free (self->text);
  g_free (self);
}

KeelCondition *
keel_condition_new (const char *field, const char *option)
{
  KeelCondition *self = g_new0 (KeelCondition, 1);

  self->field = g_strdup (field);
  self->option = g_strdup (option);
  return self;
}

KeelCell *
keel_cell_new (const char *column, const char *text)
{
  KeelCell *self = g_new0 (KeelCell, 1);

  self->column = g_strdup (column);
  self->text = g_strdup (text);
  return self;
}

GPtrArray *
keel_cells_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_cell);
}

KeelOption *
keel_option_new (const char *id, const char *label)
{
  KeelOption *self = g_new0 (KeelOption, 1);

  self->id = g_strdup (id);
  self->label = g_strdup (label);
  return self;
}

KeelField *
keel_field_new_empty (void)
{
  KeelField *self = g_new0 (KeelField, 1);

  self->when = g_ptr_array_new_with_free_func ((GDestroyNotify) free_condition);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_field_free);
  self->starts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify) free_option);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_option);
  self->sides = g_ptr_array_new_with_free_func ((GDestroyNotify) free_option);
  return self;
}

void
keel_field_free (KeelField *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->help);
  g_ptr_array_unref (self->when);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->starts);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->sides);
  g_free (self->low);
  g_free (self->high);
  g_free (self->unit);
  g_free (self->part);
  g_free (self);
}

KeelSection *
keel_section_new_empty (void)
{
  KeelSection *self = g_new0 (KeelSection, 1);

  self->when = g_ptr_array_new_with_free_func ((GDestroyNotify) free_condition);
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_field_free);
  return self;
}

void
keel_section_free (KeelSection *self)
{
  g_free (self->title);
  g_free (self->help);
  g_ptr_array_unref (self->when);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

KeelWorksheet *
keel_worksheet_new_empty (void)
{
  KeelWorksheet *self = g_atomic_rc_box_new0 (KeelWorksheet);

  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_note);
  self->uses = g_ptr_array_new_with_free_func ((GDestroyNotify) free_use);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_section_free);
  return self;
}

static void
clear (KeelWorksheet *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->about);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->uses);
  g_ptr_array_unref (self->sections);
}

KeelWorksheet *
keel_worksheet_ref (KeelWorksheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
keel_worksheet_unref (KeelWorksheet *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

KeelWorksheet *
keel_worksheet_new_from_xml (GBytes *xml, GError **error)
{
  g_autoptr (KeelElement) element = NULL;

  g_return_val_if_fail (xml != NULL, NULL);

  element = keel_element_parse (xml, error);
  return element != NULL ? keel_worksheet_read (element, error) : NULL;
}

gboolean
keel_worksheet_is_own (const char *id)
{
  return id != NULL && g_str_has_prefix (id, "own-");
}

static const KeelField *
find_field (const GPtrArray *fields, const char *id)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const KeelField *field = g_ptr_array_index (fields, i);

      if (g_strcmp0 (field->id, id) == 0)
        return field;
    }
  return NULL;
}

const KeelField *
keel_worksheet_find_field (const KeelWorksheet *self, const char *id)
{
  const KeelField *field = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->sections->len && field == NULL; i++)
    field = find_field (((const KeelSection *) g_ptr_array_index (self->sections, i))->fields, id);
  return field;
}

const KeelField *
keel_field_find_column (const KeelField *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_field (self->columns, id);
}

const KeelOption *
keel_option_find (const GPtrArray *options, const char *id)
{
  for (guint i = 0; i < options->len; i++)
    {
      const KeelOption *option = g_ptr_array_index (options, i);

      if (g_strcmp0 (option->id, id) == 0)
        return option;
    }
  return NULL;
}

gboolean
keel_worksheet_is_used_by (const KeelWorksheet *self, const char *program, guint part)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const KeelUse *use = g_ptr_array_index (self->uses, i);

      if ((program == NULL || g_str_equal (use->program, program)) &&
          (part == 0 || use->part == 0 || use->part == part))
        return TRUE;
    }
  return FALSE;
}

/* The file may be a stranger's: what is no number is kept as the words that it is. */
static void
start_cell (KeelAnswers *row, const KeelField *column, const char *text)
{
  const char *const chosen[] = { text, NULL };
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if ((column->type == KEEL_FIELD_NUMBER || column->type == KEEL_FIELD_RATING) && *end == '\0' &&
      isfinite (number))
    keel_answers_set_number (row, column->id, number);
  else if (column->type == KEEL_FIELD_CHOICE)
    keel_answers_set_texts (row, column->id, chosen, NULL);
  else if (column->type == KEEL_FIELD_TICK)
    keel_answers_set_tick (row, column->id, TRUE);
  else
    keel_answers_set_text (row, column->id, text, NULL);
}

static void
start_rows (const KeelField *field, KeelAnswers *answers)
{
  for (guint i = 0; i < field->starts->len; i++)
    {
      const GPtrArray *cells = g_ptr_array_index (field->starts, i);
      g_autoptr (KeelAnswers) row = keel_answers_insert_row (answers, field->id, i, NULL);

      for (guint j = 0; j < cells->len; j++)
        {
          const KeelCell *cell = g_ptr_array_index (cells, j);

          start_cell (row, keel_field_find_column (field, cell->column), cell->text);
        }
    }
}

KeelAnswers *
keel_worksheet_begin (const KeelWorksheet *self, const KeelAnswers *last)
{
  KeelAnswers *answers = keel_answers_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const KeelSection *section = g_ptr_array_index (self->sections, i);

      for (guint j = 0; j < section->fields->len; j++)
        {
          const KeelField *field = g_ptr_array_index (section->fields, j);

          if (field->carry && last != NULL && keel_answers_has (last, field->id))
            keel_answers_set_same (answers, field->id, last);
          else
            start_rows (field, answers);
        }
    }
  return answers;
}

static gboolean
holds (const KeelCondition *condition, const KeelAnswers *answers)
{
  g_auto (GStrv) chosen = NULL;

  if (condition->option == NULL)
    return keel_answers_has (answers, condition->field);
  chosen = keel_answers_get_texts (answers, condition->field);
  return g_strv_contains ((const char *const *) chosen, condition->option);
}

gboolean
keel_worksheet_is_open (const GPtrArray *when, const KeelAnswers *answers)
{
  g_return_val_if_fail (when != NULL && answers != NULL, FALSE);

  for (guint i = 0; i < when->len; i++)
    if (holds (g_ptr_array_index (when, i), answers))
      return TRUE;
  return when->len == 0;
}
