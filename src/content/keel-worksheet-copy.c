#include "keel-worksheet-reader.h"

static void
copy_options (const GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      const KeelOption *option = g_ptr_array_index (from, i);

      g_ptr_array_add (to, keel_option_new (option->id, option->label));
    }
}

static void
copy_conditions (const GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      const KeelCondition *condition = g_ptr_array_index (from, i);

      g_ptr_array_add (to, keel_condition_new (condition->field, condition->option));
    }
}

static GPtrArray *
copy_cells (const GPtrArray *from)
{
  GPtrArray *cells = keel_cells_new ();

  for (guint i = 0; i < from->len; i++)
    {
      const KeelCell *cell = g_ptr_array_index (from, i);

      g_ptr_array_add (cells, keel_cell_new (cell->column, cell->text));
    }
  return cells;
}

static KeelField *
copy_field (const KeelField *field)
{
  KeelField *copy = keel_field_new_empty ();
  KeelField own = *copy;

  /* What is a value is copied at once; what belongs to one of them follows. */
  *copy = *field;
  copy->id = g_strdup (field->id);
  copy->label = g_strdup (field->label);
  copy->help = g_strdup (field->help);
  copy->low = g_strdup (field->low);
  copy->high = g_strdup (field->high);
  copy->unit = g_strdup (field->unit);
  copy->part = g_strdup (field->part);
  copy->when = own.when;
  copy->columns = own.columns;
  copy->starts = own.starts;
  copy->options = own.options;
  copy->rows = own.rows;
  copy->sides = own.sides;
  copy_conditions (field->when, copy->when);
  for (guint i = 0; i < field->columns->len; i++)
    g_ptr_array_add (copy->columns, copy_field (g_ptr_array_index (field->columns, i)));
  for (guint i = 0; i < field->starts->len; i++)
    g_ptr_array_add (copy->starts, copy_cells (g_ptr_array_index (field->starts, i)));
  copy_options (field->options, copy->options);
  copy_options (field->rows, copy->rows);
  copy_options (field->sides, copy->sides);
  return copy;
}

static KeelSection *
copy_section (const KeelSection *section)
{
  KeelSection *copy = keel_section_new_empty ();

  copy->title = g_strdup (section->title);
  copy->help = g_strdup (section->help);
  copy_conditions (section->when, copy->when);
  for (guint i = 0; i < section->fields->len; i++)
    g_ptr_array_add (copy->fields, copy_field (g_ptr_array_index (section->fields, i)));
  return copy;
}

static KeelNote *
copy_note (const KeelNote *note)
{
  KeelNote *copy = g_new0 (KeelNote, 1);

  copy->kind = note->kind;
  copy->text = g_strdup (note->text);
  return copy;
}

static KeelUse *
copy_use (const KeelUse *use)
{
  KeelUse *copy = g_new0 (KeelUse, 1);

  *copy = *use;
  copy->program = g_strdup (use->program);
  return copy;
}

KeelWorksheet *
keel_worksheet_copy (const KeelWorksheet *self)
{
  KeelWorksheet *copy = keel_worksheet_new_empty ();
  KeelWorksheet own = *copy;

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->about = g_strdup (self->about);
  copy->notes = own.notes;
  copy->uses = own.uses;
  copy->sections = own.sections;
  for (guint i = 0; i < self->notes->len; i++)
    g_ptr_array_add (copy->notes, copy_note (g_ptr_array_index (self->notes, i)));
  for (guint i = 0; i < self->uses->len; i++)
    g_ptr_array_add (copy->uses, copy_use (g_ptr_array_index (self->uses, i)));
  for (guint i = 0; i < self->sections->len; i++)
    g_ptr_array_add (copy->sections, copy_section (g_ptr_array_index (self->sections, i)));
  return copy;
}
