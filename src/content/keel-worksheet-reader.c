#include "keel-worksheet-reader.h"

#include <string.h>

/* A person is still at it: words, options and fields may be missing. */
static gboolean
is_unfinished (const KeelElement *element)
{
  return g_strcmp0 (keel_element_inherit_attribute (element, "unfinished"), "yes") == 0;
}

/* Answers are kept under it, so it is as plain as can be. */
static gboolean
read_id (const KeelElement *element, char **id, GError **error)
{
  const char *text;

  if (!keel_element_require (element, "id", &text, error))
    return FALSE;
  if (!g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", text, G_REGEX_DOLLAR_ENDONLY, 0) ||
      strlen (text) > 60)
    return keel_element_refuse (element, error, "“%s” is no id", text);
  *id = g_strdup (text);
  return TRUE;
}

/* All children of that name, each with an id of its own. The words are the child's, or its label's. */
static gboolean
read_options (const KeelElement *element, const char *name, GPtrArray *options, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);

  for (guint i = 0; i < children->len; i++)
    {
      const KeelElement *child = g_ptr_array_index (children, i);
      const KeelElement *label = keel_element_find_child (child, "label");
      const char *words = keel_element_get_translated (label != NULL ? label : child);
      g_autofree char *id = NULL;

      if (!g_str_equal (keel_element_get_name (child), name))
        continue;
      if (!read_id (child, &id, error))
        return FALSE;
      if (keel_option_find (options, id) != NULL || options->len == KEEL_WORKSHEET_MAX_FIELDS)
        return keel_element_refuse (child, error, "“%s” is there twice", id);
      if ((*words == '\0' && !is_unfinished (element)) || strlen (words) > KEEL_WORKSHEET_MAX_TEXT)
        return keel_element_refuse (child, error, "“%s” has no words", id);
      g_ptr_array_add (options, keel_option_new (id, words));
    }
  return TRUE;
}

static gboolean read_field (const KeelElement *element, gboolean column, KeelField **read, GError **error);

static gboolean
read_columns (const KeelElement *element, KeelField *field, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);

  for (guint i = 0; i < children->len; i++)
    {
      const KeelElement *child = g_ptr_array_index (children, i);
      g_autoptr (KeelField) column = NULL;

      if (!g_str_equal (keel_element_get_name (child), "column"))
        continue;
      if (!read_field (child, TRUE, &column, error))
        return FALSE;
      if (keel_field_find_column (field, column->id) != NULL ||
          field->columns->len == KEEL_WORKSHEET_MAX_FIELDS)
        return keel_element_refuse (child, error, "“%s” is there twice", column->id);
      g_ptr_array_add (field->columns, g_steal_pointer (&column));
    }
  return field->columns->len > 0 || is_unfinished (element) ||
         keel_element_refuse (element, error, "A table without columns");
}

/* A cell of words, or of a value. */
static gboolean
read_cell (const KeelElement *element, const KeelField *field, GPtrArray *cells, GError **error)
{
  const char *value = keel_element_get_attribute (element, "value");
  const char *text = value != NULL ? value : keel_element_get_translated (element);
  const char *column;

  if (!keel_element_require (element, "column", &column, error))
    return FALSE;
  if (keel_field_find_column (field, column) == NULL)
    return keel_element_refuse (element, error, "There is no column “%s”", column);
  if (*text == '\0' || strlen (text) > KEEL_WORKSHEET_MAX_TEXT)
    return keel_element_refuse (element, error, "A cell without words");
  g_ptr_array_add (cells, keel_cell_new (column, text));
  return TRUE;
}

static gboolean
read_start (const KeelElement *element, KeelField *field, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);
  GPtrArray *cells = keel_cells_new ();

  g_ptr_array_add (field->starts, cells);
  for (guint i = 0; i < children->len; i++)
    if (!read_cell (g_ptr_array_index (children, i), field, cells, error))
      return FALSE;
  return field->starts->len <= KEEL_WORKSHEET_MAX_FIELDS ||
         keel_element_refuse (element, error, "More than %d rows", KEEL_WORKSHEET_MAX_FIELDS);
}

static gboolean
read_starts (const KeelElement *element, KeelField *field, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);

  for (guint i = 0; i < children->len; i++)
    {
      const KeelElement *child = g_ptr_array_index (children, i);

      if (g_str_equal (keel_element_get_name (child), "start") && !read_start (child, field, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_matrix (const KeelElement *element, KeelField *field, GError **error)
{
  if (!read_options (element, "row", field->rows, error) ||
      !read_options (element, "column", field->sides, error) ||
      !read_options (element, "tag", field->options, error) ||
      !keel_element_read_words (element, "low", FALSE, &field->low, error) ||
      !keel_element_read_words (element, "high", FALSE, &field->high, error))
    return FALSE;
  return (field->rows->len == 2 && field->sides->len == 2) ||
         keel_element_refuse (element, error, "A matrix has two rows and two columns");
}

static gboolean
read_choice (const KeelElement *element, KeelField *field, GError **error)
{
  if (!read_options (element, "option", field->options, error))
    return FALSE;
  return field->options->len >= 2 || is_unfinished (element) ||
         keel_element_refuse (element, error, "A choice of fewer than two");
}

static gboolean
read_ends (const KeelElement *element, KeelField *field, GError **error)
{
  field->max = field->type == KEEL_FIELD_RATING ? 10 : 1000000;
  if (!keel_element_read_words (element, "low", FALSE, &field->low, error) ||
      !keel_element_read_words (element, "high", FALSE, &field->high, error) ||
      !keel_element_read_words (element, "unit", FALSE, &field->unit, error) ||
      !keel_element_read_number (element, "min", &field->min, error) ||
      !keel_element_read_number (element, "max", &field->max, error) ||
      !keel_element_read_number (element, "decimals", &field->decimals, error))
    return FALSE;
  field->decimals = CLAMP (field->decimals, 0, 6);
  field->part = g_strdup (keel_element_get_attribute (element, "part"));
  return field->min < field->max || is_unfinished (element) ||
         keel_element_refuse (element, error, "Nothing from %d to %d", field->min, field->max);
}

static gboolean
read_shown (const KeelElement *element, KeelField *field, GError **error)
{
  int shown = 1;

  if (!keel_element_read_number (element, field->type == KEEL_FIELD_LIST ? "count" : "rows", &shown, error))
    return FALSE;
  if (shown < 1 || shown > KEEL_WORKSHEET_MAX_FIELDS)
    return keel_element_refuse (element, error, "“%d” is no number of lines", shown);
  field->shown = (guint) shown;
  return TRUE;
}

static gboolean
read_kind (const KeelElement *element, KeelField *field, GError **error)
{
  switch (field->type)
    {
    case KEEL_FIELD_TABLE:
      return read_shown (element, field, error) && read_columns (element, field, error) &&
             read_starts (element, field, error);
    case KEEL_FIELD_LIST:
      return read_shown (element, field, error);
    case KEEL_FIELD_MATRIX:
      return read_matrix (element, field, error);
    case KEEL_FIELD_CHOICE:
      return read_choice (element, field, error);
    case KEEL_FIELD_RATING:
    case KEEL_FIELD_NUMBER:
      return read_ends (element, field, error);
    case KEEL_FIELD_TEXT:
    case KEEL_FIELD_LONG:
    case KEEL_FIELD_DATE:
    case KEEL_FIELD_DATETIME:
    case KEEL_FIELD_TICK:
    case KEEL_FIELD_PERSON:
    case KEEL_FIELD_INFO:
    default:
      return TRUE;
    }
}

/* "harm kind=letter": either is enough. */
static void
read_when (const KeelElement *element, GPtrArray *when)
{
  const char *text = keel_element_get_attribute (element, "when");
  g_auto (GStrv) conditions = g_strsplit (text != NULL ? text : "", " ", KEEL_WORKSHEET_MAX_FIELDS);

  for (guint i = 0; conditions[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (conditions[i], "=", 2);

      if (parts[0] != NULL)
        g_ptr_array_add (when, keel_condition_new (parts[0], parts[1]));
    }
}

static gboolean
fits_in_table (KeelFieldType type)
{
  return type != KEEL_FIELD_TABLE && type != KEEL_FIELD_LIST && type != KEEL_FIELD_MATRIX &&
         type != KEEL_FIELD_INFO;
}

static gboolean
read_field (const KeelElement *element, gboolean column, KeelField **read, GError **error)
{
  g_autoptr (KeelField) field = keel_field_new_empty ();
  int type;

  if (!read_id (element, &field->id, error) ||
      !keel_element_read_word (element, "type", keel_field_type_words, &type, error))
    return FALSE;
  field->type = (KeelFieldType) type;
  if (column && !fits_in_table (field->type))
    return keel_element_refuse (element, error, "No column can be a %s", keel_field_type_words[type]);
  if (!keel_element_read_words (element, "label", !is_unfinished (element), &field->label, error) ||
      !keel_element_read_words (element, "help", FALSE, &field->help, error) ||
      !read_kind (element, field, error))
    return FALSE;
  field->several = keel_element_is_yes (element, "several");
  field->ordered = keel_element_is_yes (element, "ordered");
  field->down = g_strcmp0 (keel_element_get_attribute (element, "fill"), "down") == 0;
  field->wheel = keel_element_is_yes (element, "wheel");
  field->weight = keel_element_is_yes (element, "weight");
  field->words = keel_element_is_yes (element, "words");
  field->minutes = keel_element_is_yes (element, "minutes");
  field->names = keel_element_is_yes (element, "names");
  field->sum = keel_element_is_yes (element, "sum");
  field->carry = keel_element_is_yes (element, "carry");
  field->unkept = g_strcmp0 (keel_element_get_attribute (element, "keep"), "no") == 0;
  read_when (element, field->when);
  *read = g_steal_pointer (&field);
  return TRUE;
}

static gboolean
read_section (const KeelElement *element, KeelWorksheet *self, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);
  KeelSection *section = keel_section_new_empty ();

  g_ptr_array_add (self->sections, section);
  read_when (element, section->when);
  if (!keel_element_read_words (element, "title", FALSE, &section->title, error) ||
      !keel_element_read_words (element, "help", FALSE, &section->help, error))
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    {
      const KeelElement *child = g_ptr_array_index (children, i);
      g_autoptr (KeelField) field = NULL;

      if (!g_str_equal (keel_element_get_name (child), "field"))
        continue;
      if (!read_field (child, FALSE, &field, error))
        return FALSE;
      if (keel_worksheet_find_field (self, field->id) != NULL ||
          section->fields->len == KEEL_WORKSHEET_MAX_FIELDS)
        return keel_element_refuse (child, error, "“%s” is there twice", field->id);
      g_ptr_array_add (section->fields, g_steal_pointer (&field));
    }
  return section->fields->len > 0 || is_unfinished (element) ||
         keel_element_refuse (element, error, "A section without fields");
}

static gboolean
read_note (const KeelElement *element, KeelWorksheet *self, GError **error)
{
  static const char *const kinds[] = { "safety", "hint", "credit", NULL };
  const char *text = keel_element_get_translated (element);
  KeelNote *note;
  int kind;

  if (!keel_element_read_word (element, "kind", kinds, &kind, error))
    return FALSE;
  if (*text == '\0' || strlen (text) > KEEL_WORKSHEET_MAX_TEXT)
    return keel_element_refuse (element, error, "A note without words");
  note = g_new0 (KeelNote, 1);
  note->kind = (KeelNoteKind) kind;
  note->text = g_strdup (text);
  g_ptr_array_add (self->notes, note);
  return TRUE;
}

static gboolean
read_use (const KeelElement *element, KeelWorksheet *self, GError **error)
{
  const char *program;
  int part = 0, begin = 0;
  KeelUse *use;

  if (!keel_element_require (element, "program", &program, error) ||
      !keel_element_read_number (element, "part", &part, error) ||
      !keel_element_read_number (element, "begin", &begin, error))
    return FALSE;
  if (part < 0 || begin < 0)
    return keel_element_refuse (element, error, "There is no part %d", MIN (part, begin));
  use = g_new0 (KeelUse, 1);
  use->program = g_strdup (program);
  use->part = (guint) part;
  use->begin = (guint) begin;
  g_ptr_array_add (self->uses, use);
  return TRUE;
}

static gboolean
read_child (const KeelElement *child, KeelWorksheet *self, GError **error)
{
  const char *name = keel_element_get_name (child);

  if (self->sections->len == KEEL_WORKSHEET_MAX_FIELDS || self->notes->len == KEEL_WORKSHEET_MAX_FIELDS ||
      self->uses->len == KEEL_WORKSHEET_MAX_FIELDS)
    return keel_element_refuse (child, error, "More than %d of one kind", KEEL_WORKSHEET_MAX_FIELDS);
  if (g_str_equal (name, "note"))
    return read_note (child, self, error);
  if (g_str_equal (name, "use"))
    return read_use (child, self, error);
  if (g_str_equal (name, "section"))
    return read_section (child, self, error);
  return TRUE;
}

/* A condition on a field that is not there would hide what was written for ever. */
static gboolean
check_conditions (const KeelElement *element, const KeelWorksheet *self, const GPtrArray *when,
                  const KeelField *waiting, GError **error)
{
  for (guint i = 0; i < when->len; i++)
    {
      const KeelCondition *condition = g_ptr_array_index (when, i);
      const KeelField *field = keel_worksheet_find_field (self, condition->field);

      if (field == NULL || field == waiting ||
          (condition->option != NULL && keel_option_find (field->options, condition->option) == NULL))
        return keel_element_refuse (element, error, "Something waits for “%s”, which is not there",
                                    condition->field);
    }
  return TRUE;
}

static gboolean
check_section (const KeelElement *element, const KeelWorksheet *self, const KeelSection *section,
               GError **error)
{
  if (!check_conditions (element, self, section->when, NULL, error))
    return FALSE;
  for (guint i = 0; i < section->fields->len; i++)
    {
      const KeelField *field = g_ptr_array_index (section->fields, i);

      if (!check_conditions (element, self, field->when, field, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_time (const KeelElement *element, KeelWorksheetTime *time, GError **error)
{
  int found = KEEL_WORKSHEET_ANYTIME;

  if (keel_element_get_attribute (element, "time") != NULL &&
      !keel_element_read_word (element, "time", keel_worksheet_time_words, &found, error))
    return FALSE;
  *time = (KeelWorksheetTime) found;
  return TRUE;
}

static gboolean
read_head (const KeelElement *element, KeelWorksheet *self, GError **error)
{
  const char *pages;
  int group;

  if (!g_str_equal (keel_element_get_name (element), "worksheet"))
    return keel_element_refuse (element, error, "“%s” is no worksheet", keel_element_get_name (element));
  if (!read_id (element, &self->id, error) ||
      !keel_element_read_number (element, "order", &self->order, error) ||
      !keel_element_require (element, "pages", &pages, error) ||
      !keel_element_read_word (element, "group", keel_worksheet_group_words, &group, error) ||
      !read_time (element, &self->time, error) ||
      !keel_element_read_words (element, "name", !is_unfinished (element), &self->name, error) ||
      !keel_element_read_words (element, "about", FALSE, &self->about, error))
    return FALSE;
  self->group = (KeelWorksheetGroup) group;
  self->member = !g_str_equal (pages, "family");
  self->family = !g_str_equal (pages, "member");
  self->readers = keel_element_is_yes (element, "readers");
  self->ask_again = keel_element_is_yes (element, "ask-again");
  self->daily = keel_element_is_yes (element, "daily");
  self->quiet = keel_element_is_yes (element, "quiet");
  self->single = keel_element_is_yes (element, "single");
  self->undated = keel_element_is_yes (element, "undated");
  return TRUE;
}

KeelWorksheet *
keel_worksheet_read_unfinished (const KeelElement *element, GError **error)
{
  g_autoptr (KeelWorksheet) self = keel_worksheet_new_empty ();
  const GPtrArray *children = keel_element_get_children (element);

  if (!read_head (element, self, error))
    return NULL;
  for (guint i = 0; i < children->len; i++)
    if (!read_child (g_ptr_array_index (children, i), self, error))
      return NULL;
  if (self->sections->len == 0)
    {
      keel_element_refuse (element, error, "A worksheet without fields");
      return NULL;
    }
  for (guint i = 0; i < self->sections->len; i++)
    if (!check_section (element, self, g_ptr_array_index (self->sections, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

KeelWorksheet *
keel_worksheet_read (const KeelElement *element, GError **error)
{
  if (!is_unfinished (element))
    return keel_worksheet_read_unfinished (element, error);
  keel_element_refuse (element, error, "A worksheet that is not finished");
  return NULL;
}
