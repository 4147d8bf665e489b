#include "keel-worksheet-reader.h"
#include "keel-xml.h"

static void
append_options (GString *xml, const char *name, const GPtrArray *options)
{
  for (guint i = 0; i < options->len; i++)
    {
      const KeelOption *option = g_ptr_array_index (options, i);

      g_string_append_printf (xml, "<%s", name);
      keel_xml_append_attribute (xml, "id", option->id);
      g_string_append (xml, ">");
      keel_xml_append_words (xml, "label", option->label);
      g_string_append_printf (xml, "</%s>\n", name);
    }
}

static void
append_limits (GString *xml, const KeelField *field)
{
  if (field->type == KEEL_FIELD_RATING || field->type == KEEL_FIELD_NUMBER)
    {
      keel_xml_append_number (xml, "min", field->min);
      keel_xml_append_number (xml, "max", field->max);
    }
  if (field->decimals > 0)
    keel_xml_append_number (xml, "decimals", field->decimals);
  keel_xml_append_attribute (xml, "part", field->part);
  if (field->type == KEEL_FIELD_LIST)
    keel_xml_append_number (xml, "count", (int) field->shown);
  if (field->type == KEEL_FIELD_TABLE)
    keel_xml_append_number (xml, "rows", (int) field->shown);
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
  keel_xml_append_attribute (xml, "when", when->len > 0 ? conditions->str : NULL);
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
          keel_xml_append_attribute (xml, "column", cell->column);
          keel_xml_append_attribute (xml, "value", cell->text);
          g_string_append (xml, "/>\n");
        }
      g_string_append (xml, "</start>\n");
    }
}

/* Attributes that are there or not. */
static void
append_flags (GString *xml, const KeelField *field)
{
  keel_xml_append_yes (xml, "several", field->several);
  keel_xml_append_yes (xml, "ordered", field->ordered);
  keel_xml_append_attribute (xml, "fill", field->down ? "down" : NULL);
  keel_xml_append_yes (xml, "wheel", field->wheel);
  keel_xml_append_yes (xml, "weight", field->weight);
  keel_xml_append_yes (xml, "words", field->words);
  keel_xml_append_yes (xml, "minutes", field->minutes);
  keel_xml_append_yes (xml, "names", field->names);
  keel_xml_append_yes (xml, "sum", field->sum);
  keel_xml_append_yes (xml, "carry", field->carry);
  keel_xml_append_attribute (xml, "keep", field->unkept ? "no" : NULL);
}

static void
append_field (GString *xml, const char *name, const KeelField *field)
{
  g_string_append_printf (xml, "<%s", name);
  keel_xml_append_attribute (xml, "id", field->id);
  keel_xml_append_attribute (xml, "type", keel_field_type_words[field->type]);
  append_limits (xml, field);
  append_conditions (xml, field->when);
  append_flags (xml, field);
  g_string_append (xml, ">\n");
  keel_xml_append_words (xml, "label", field->label);
  keel_xml_append_words (xml, "help", field->help);
  keel_xml_append_words (xml, "low", field->low);
  keel_xml_append_words (xml, "high", field->high);
  keel_xml_append_words (xml, "unit", field->unit);
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
  keel_xml_append_words (xml, "title", section->title);
  keel_xml_append_words (xml, "help", section->help);
  for (guint i = 0; i < section->fields->len; i++)
    append_field (xml, "field", g_ptr_array_index (section->fields, i));
  g_string_append (xml, "</section>\n");
}

static void
append_head (GString *xml, const KeelWorksheet *self, gboolean finished)
{
  static const char *const pages[] = { "family", "member", "both" };

  g_string_append (xml, "<worksheet");
  keel_xml_append_attribute (xml, "id", self->id);
  keel_xml_append_number (xml, "order", self->order);
  keel_xml_append_attribute (xml, "pages", pages[self->member ? self->family ? 2 : 1 : 0]);
  keel_xml_append_attribute (xml, "group", keel_worksheet_group_words[self->group]);
  keel_xml_append_yes (xml, "readers", self->readers);
  keel_xml_append_yes (xml, "ask-again", self->ask_again);
  keel_xml_append_yes (xml, "daily", self->daily);
  if (self->time != KEEL_WORKSHEET_ANYTIME)
    keel_xml_append_attribute (xml, "time", keel_worksheet_time_words[self->time]);
  keel_xml_append_yes (xml, "quiet", self->quiet);
  keel_xml_append_yes (xml, "single", self->single);
  keel_xml_append_yes (xml, "undated", self->undated);
  keel_xml_append_yes (xml, "unfinished", !finished);
  g_string_append (xml, ">\n");
  keel_xml_append_words (xml, "name", self->name);
  keel_xml_append_words (xml, "about", self->about);
}

static void
append_notes (GString *xml, const KeelWorksheet *self)
{
  static const char *const kinds[] = { "safety", "hint", "credit" };

  for (guint i = 0; i < self->notes->len; i++)
    {
      const KeelNote *note = g_ptr_array_index (self->notes, i);

      g_string_append_printf (xml, "<note kind=\"%s\"", kinds[note->kind]);
      keel_xml_end_words (xml, "note", note->text);
    }
}

static void
append_uses (GString *xml, const KeelWorksheet *self)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      const KeelUse *use = g_ptr_array_index (self->uses, i);

      g_string_append (xml, "<use");
      keel_xml_append_attribute (xml, "program", use->program);
      if (use->part > 0)
        keel_xml_append_number (xml, "part", (int) use->part);
      if (use->begin > 0)
        keel_xml_append_number (xml, "begin", (int) use->begin);
      g_string_append (xml, "/>\n");
    }
}

static char *
make_xml (const KeelWorksheet *self, gboolean finished)
{
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  append_head (xml, self, finished);
  append_notes (xml, self);
  append_uses (xml, self);
  for (guint i = 0; i < self->sections->len; i++)
    append_section (xml, g_ptr_array_index (self->sections, i));
  g_string_append (xml, "</worksheet>\n");
  return g_string_free (g_steal_pointer (&xml), FALSE);
}

char *
keel_worksheet_to_xml (const KeelWorksheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return make_xml (self, TRUE);
}

char *
keel_worksheet_to_unfinished_xml (const KeelWorksheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return make_xml (self, FALSE);
}
