#include "keel-worksheet.h"

static void
append_attribute (GString *xml, const char *name, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;
  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (xml, " %s=\"%s\"", name, escaped);
}

static void
append_number (GString *xml, const char *name, int value)
{
  g_string_append_printf (xml, " %s=\"%d\"", name, value);
}

static void
append_yes (GString *xml, const char *name, gboolean value)
{
  append_attribute (xml, name, value ? "yes" : NULL);
}

static void
append_words (GString *xml, const char *name, const char *words)
{
  g_autofree char *escaped = NULL;

  if (words == NULL)
    return;
  escaped = g_markup_escape_text (words, -1);
  g_string_append_printf (xml, "<%s>%s</%s>\n", name, escaped, name);
}

static void
append_options (GString *xml, const char *name, const GPtrArray *options)
{
  for (guint i = 0; i < options->len; i++)
    {
      const KeelOption *option = g_ptr_array_index (options, i);

      g_string_append_printf (xml, "<%s", name);
      append_attribute (xml, "id", option->id);
      g_string_append (xml, ">");
      append_words (xml, "label", option->label);
      g_string_append_printf (xml, "</%s>\n", name);
    }
}

static void
append_limits (GString *xml, const KeelField *field)
{
  if (field->type == KEEL_FIELD_RATING || field->type == KEEL_FIELD_NUMBER)
    {
      append_number (xml, "min", field->min);
      append_number (xml, "max", field->max);
    }
  if (field->decimals > 0)
    append_number (xml, "decimals", field->decimals);
  append_attribute (xml, "part", field->part);
  if (field->type == KEEL_FIELD_LIST)
    append_number (xml, "count", (int) field->shown);
  if (field->type == KEEL_FIELD_TABLE)
    append_number (xml, "rows", (int) field->shown);
}

static void
append_conditions (GString *xml, const GPtrArray *when)
{
  g_autoptr (GString) conditions = g_string_new (NULL);

  for (guint i = 0; i < when->len; i++)
    {
      const KeelCondition *condition = g_ptr_array_index (when, i);

      g_string_append_printf (conditions, "%s%s%s%s", i > 0 ? " " : "", condition->field,
                              condition->option != NULL ? "=" : "",
                              condition->option != NULL ? condition->option : "");
    }
  append_attribute (xml, "when", when->len > 0 ? conditions->str : NULL);
}

static void
append_starts (GString *xml, const GPtrArray *starts)
{
  for (guint i = 0; i < starts->len; i++)
    {
      const GPtrArray *cells = g_ptr_array_index (starts, i);

      g_string_append (xml, "<start>\n");
      for (guint j = 0; j < cells->len; j++)
        {
          const KeelCell *cell = g_ptr_array_index (cells, j);

          g_string_append (xml, "<cell");
          append_attribute (xml, "column", cell->column);
          append_attribute (xml, "value", cell->text);
          g_string_append (xml, "/>\n");
        }
      g_string_append (xml, "</start>\n");
    }
}

/* Attributes that are there or not. */
static void
append_flags (GString *xml, const KeelField *field)
{
  append_yes (xml, "several", field->several);
  append_yes (xml, "ordered", field->ordered);
  append_attribute (xml, "fill", field->down ? "down" : NULL);
  append_yes (xml, "wheel", field->wheel);
  append_yes (xml, "weight", field->weight);
  append_yes (xml, "words", field->words);
  append_yes (xml, "minutes", field->minutes);
  append_yes (xml, "names", field->names);
  append_yes (xml, "sum", field->sum);
  append_yes (xml, "carry", field->carry);
  append_attribute (xml, "keep", field->unkept ? "no" : NULL);
}

static void
append_field (GString *xml, const char *name, const KeelField *field)
{
  g_string_append_printf (xml, "<%s", name);
  append_attribute (xml, "id", field->id);
  append_attribute (xml, "type", keel_field_type_words[field->type]);
  append_limits (xml, field);
  append_conditions (xml, field->when);
  append_flags (xml, field);
  g_string_append (xml, ">\n");
  append_words (xml, "label", field->label);
  append_words (xml, "help", field->help);
  append_words (xml, "low", field->low);
  append_words (xml, "high", field->high);
  append_words (xml, "unit", field->unit);
  for (guint i = 0; i < field->columns->len; i++)
    append_field (xml, "column", g_ptr_array_index (field->columns, i));
  append_starts (xml, field->starts);
  append_options (xml, "row", field->rows);
  append_options (xml, "column", field->sides);
  append_options (xml, field->type == KEEL_FIELD_MATRIX ? "tag" : "option", field->options);
  g_string_append_printf (xml, "</%s>\n", name);
}

static void
append_section (GString *xml, const KeelSection *section)
{
  g_string_append (xml, "<section");
  append_conditions (xml, section->when);
  g_string_append (xml, ">\n");
  append_words (xml, "title", section->title);
  append_words (xml, "help", section->help);
  for (guint i = 0; i < section->fields->len; i++)
    append_field (xml, "field", g_ptr_array_index (section->fields, i));
  g_string_append (xml, "</section>\n");
}

static void
append_head (GString *xml, const KeelWorksheet *self)
{
  static const char *const pages[] = { "family", "member", "both" };

  g_string_append (xml, "<worksheet");
  append_attribute (xml, "id", self->id);
  append_number (xml, "order", self->order);
  append_attribute (xml, "pages", pages[self->member ? self->family ? 2 : 1 : 0]);
  append_attribute (xml, "group", keel_worksheet_group_words[self->group]);
  append_yes (xml, "readers", self->readers);
  append_yes (xml, "ask-again", self->ask_again);
  append_yes (xml, "daily", self->daily);
  append_yes (xml, "quiet", self->quiet);
  append_yes (xml, "single", self->single);
  append_yes (xml, "undated", self->undated);
  g_string_append (xml, ">\n");
  append_words (xml, "name", self->name);
  append_words (xml, "about", self->about);
}

static void
append_notes (GString *xml, const KeelWorksheet *self)
{
  static const char *const kinds[] = { "safety", "hint", "credit" };

  for (guint i = 0; i < self->notes->len; i++)
    {
      const KeelNote *note = g_ptr_array_index (self->notes, i);
      g_autofree char *escaped = g_markup_escape_text (note->text, -1);

      g_string_append_printf (xml, "<note kind=\"%s\">%s</note>\n", kinds[note->kind], escaped);
    }
}

static void
append_uses (GString *xml, const KeelWorksheet *self)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      const KeelUse *use = g_ptr_array_index (self->uses, i);

      g_string_append (xml, "<use");
      append_attribute (xml, "program", use->program);
      if (use->part > 0)
        append_number (xml, "part", (int) use->part);
      if (use->begin > 0)
        append_number (xml, "begin", (int) use->begin);
      g_string_append (xml, "/>\n");
    }
}

char *
keel_worksheet_to_xml (const KeelWorksheet *self)
{
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_return_val_if_fail (self != NULL, NULL);

  append_head (xml, self);
  append_notes (xml, self);
  append_uses (xml, self);
  for (guint i = 0; i < self->sections->len; i++)
    append_section (xml, g_ptr_array_index (self->sections, i));
  g_string_append (xml, "</worksheet>\n");
  return g_string_free (g_steal_pointer (&xml), FALSE);
}
