#include "keel-template-draft-private.h"

/* What stands in a template: sections, fields, columns and options that are added, moved and removed. */

static guint
find_position (const GPtrArray *fields, const char *id)
{
  guint position = 0;

  while (position < fields->len && !g_str_equal (((KeelField *) fields->pdata[position])->id, id))
    position++;
  return position;
}

GPtrArray *
keel_template_draft_locate (KeelTemplateDraft *self, const KeelTemplatePlace *place, guint *position)
{
  GPtrArray *all = self->sheet->sections;

  *position = (guint) place->section;
  if (place->column != NULL)
    {
      const KeelField *table = keel_worksheet_find_field (self->sheet, place->field);

      all = table != NULL ? table->columns : NULL;
    }
  else if (place->field != NULL)
    {
      const KeelSection *section = keel_template_draft_get_section (self, place);

      all = section != NULL ? section->fields : NULL;
    }
  if (all != NULL && place->field != NULL)
    *position = find_position (all, place->column != NULL ? place->column : place->field);
  return all != NULL && *position < all->len ? all : NULL;
}

guint
keel_template_draft_add_section (KeelTemplateDraft *self)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), 0);

  if (self->sheet->sections->len >= KEEL_WORKSHEET_MAX_FIELDS)
    return self->sheet->sections->len - 1;
  keel_template_draft_begin (self, NULL);
  g_ptr_array_add (self->sheet->sections, keel_section_new_empty ());
  keel_template_draft_end (self);
  return self->sheet->sections->len - 1;
}

/* Two that are there already wait for their words. */
static void
add_options (GPtrArray *options)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = keel_template_draft_make_id ();

      g_ptr_array_add (options, keel_option_new (id, ""));
    }
}

static KeelField *
make_field (KeelFieldType type)
{
  KeelField *field = keel_field_new_empty ();

  field->type = type;
  field->id = keel_template_draft_make_id ();
  field->label = g_strdup ("");
  field->shown = type == KEEL_FIELD_LIST || type == KEEL_FIELD_TABLE ? 3 : 0;
  if (type == KEEL_FIELD_RATING)
    field->max = 10;
  if (type == KEEL_FIELD_NUMBER)
    field->max = 1000000;
  if (type == KEEL_FIELD_CHOICE)
    add_options (field->options);
  if (type == KEEL_FIELD_MATRIX)
    {
      add_options (field->rows);
      add_options (field->sides);
    }
  return field;
}

/* Columns count as fields do. */
gboolean
keel_template_draft_is_full (KeelTemplateDraft *self)
{
  guint n_fields = 0;

  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), TRUE);

  for (guint i = 0; i < self->sheet->sections->len; i++)
    {
      const KeelSection *section = self->sheet->sections->pdata[i];

      for (guint j = 0; j < section->fields->len; j++)
        n_fields += 1 + ((KeelField *) section->fields->pdata[j])->columns->len;
    }
  return n_fields >= KEEL_WORKSHEET_MAX_FIELDS;
}

gboolean
keel_template_draft_can_be_column (KeelFieldType type)
{
  return type != KEEL_FIELD_TABLE && type != KEEL_FIELD_LIST && type != KEEL_FIELD_MATRIX &&
         type != KEEL_FIELD_INFO;
}

KeelTemplatePlace *
keel_template_draft_add_field (KeelTemplateDraft *self, guint section, KeelFieldType type)
{
  KeelSection *into;
  KeelField *field;

  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), NULL);
  g_return_val_if_fail (section < self->sheet->sections->len, NULL);

  if (keel_template_draft_is_full (self))
    return NULL;
  keel_template_draft_begin (self, NULL);
  into = self->sheet->sections->pdata[section];
  field = make_field (type);
  g_ptr_array_add (into->fields, field);
  keel_template_draft_end (self);
  return keel_template_place_new_field (field->id, NULL);
}

KeelTemplatePlace *
keel_template_draft_add_column (KeelTemplateDraft *self, const char *table, KeelFieldType type)
{
  const KeelField *into;
  KeelField *field;

  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), NULL);
  g_return_val_if_fail (keel_template_draft_can_be_column (type), NULL);

  into = keel_worksheet_find_field (self->sheet, table);
  if (into == NULL || keel_template_draft_is_full (self))
    return NULL;
  keel_template_draft_begin (self, NULL);
  field = make_field (type);
  g_ptr_array_add (into->columns, field);
  keel_template_draft_end (self);
  return keel_template_place_new_field (table, field->id);
}

/* Into which section a field goes that is moved past the end of its own; NULL: it stays within. */
static KeelSection *
find_next_section (KeelTemplateDraft *self, const KeelTemplatePlace *place, guint position, int by, guint *at)
{
  KeelSection *section = keel_template_draft_get_section (self, place);
  guint index;

  if (place->field == NULL || place->column != NULL ||
      (by < 0 ? position > 0 : position + 1 < section->fields->len) ||
      !g_ptr_array_find (self->sheet->sections, section, &index) || (by < 0 && index == 0) ||
      (by > 0 && index + 1 == self->sheet->sections->len))
    return NULL;
  section = self->sheet->sections->pdata[by < 0 ? index - 1 : index + 1];
  *at = by < 0 ? section->fields->len : 0;
  return section;
}

gboolean
keel_template_draft_can_move (KeelTemplateDraft *self, const KeelTemplatePlace *place, int by)
{
  guint position, at;
  GPtrArray *all;

  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), FALSE);

  all = keel_template_draft_locate (self, place, &position);
  if (all == NULL)
    return FALSE;
  return (by < 0 ? position > 0 : position + 1 < all->len) ||
         find_next_section (self, place, position, by, &at) != NULL;
}

void
keel_template_draft_move (KeelTemplateDraft *self, const KeelTemplatePlace *place, int by)
{
  KeelSection *next;
  guint position, at = 0;
  GPtrArray *all;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));
  g_return_if_fail (by == -1 || by == 1);

  if (!keel_template_draft_can_move (self, place, by))
    return;
  keel_template_draft_begin (self, NULL);
  all = keel_template_draft_locate (self, place, &position);
  next = find_next_section (self, place, position, by, &at);
  if (next != NULL)
    g_ptr_array_insert (next->fields, (int) at, g_ptr_array_steal_index (all, position));
  else
    g_ptr_array_insert (all, (int) position + by, g_ptr_array_steal_index (all, position));
  keel_template_draft_end (self);
}

/* @option NULL: for the field at all. */
static void
forget_in (GPtrArray *when, const char *field, const char *option)
{
  for (guint i = when->len; i-- > 0;)
    {
      const KeelCondition *condition = when->pdata[i];

      if (g_str_equal (condition->field, field) &&
          (option == NULL || g_strcmp0 (condition->option, option) == 0))
        g_ptr_array_remove_index (when, i);
    }
}

static void
forget_conditions (KeelTemplateDraft *self, const char *field, const char *option)
{
  for (guint i = 0; i < self->sheet->sections->len; i++)
    {
      KeelSection *section = self->sheet->sections->pdata[i];

      forget_in (section->when, field, option);
      for (guint j = 0; j < section->fields->len; j++)
        forget_in (((KeelField *) section->fields->pdata[j])->when, field, option);
    }
}

/* What rows begin with in a column that goes. */
static void
forget_cells (GPtrArray *starts, const char *column)
{
  for (guint i = starts->len; i-- > 0;)
    {
      GPtrArray *cells = starts->pdata[i];

      for (guint j = cells->len; j-- > 0;)
        if (g_str_equal (((KeelCell *) cells->pdata[j])->column, column))
          g_ptr_array_remove_index (cells, j);
      if (cells->len == 0)
        g_ptr_array_remove_index (starts, i);
    }
}

static void
give_fields_away (KeelTemplateDraft *self, guint position)
{
  KeelSection *section = self->sheet->sections->pdata[position];
  KeelSection *heir = self->sheet->sections->pdata[position > 0 ? position - 1 : 1];
  guint at = position > 0 ? heir->fields->len : 0;

  while (section->fields->len > 0)
    g_ptr_array_insert (heir->fields, (int) at++, g_ptr_array_steal_index (section->fields, 0));
}

gboolean
keel_template_draft_can_remove (KeelTemplateDraft *self, const KeelTemplatePlace *place)
{
  guint position;

  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), FALSE);

  return keel_template_draft_locate (self, place, &position) != NULL &&
         (place->field != NULL || self->sheet->sections->len > 1);
}

void
keel_template_draft_remove (KeelTemplateDraft *self, const KeelTemplatePlace *place)
{
  guint position;
  GPtrArray *all;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  if (!keel_template_draft_can_remove (self, place))
    return;
  keel_template_draft_begin (self, NULL);
  all = keel_template_draft_locate (self, place, &position);
  if (place->field == NULL)
    give_fields_away (self, position);
  else if (place->column == NULL)
    forget_conditions (self, place->field, NULL);
  else
    forget_cells (((KeelField *) keel_worksheet_find_field (self->sheet, place->field))->starts,
                  place->column);
  g_ptr_array_remove_index (all, position);
  keel_template_draft_end (self);
}

GPtrArray *
keel_template_draft_get_list (KeelTemplateDraft *self, const KeelTemplatePlace *place, KeelTemplateList list)
{
  KeelField *field = keel_template_draft_get_field (self, place);

  if (field == NULL)
    return NULL;
  if (list == KEEL_TEMPLATE_OPTIONS)
    return field->options;
  return list == KEEL_TEMPLATE_ROWS ? field->rows : field->sides;
}

const GPtrArray *
keel_template_draft_get_options (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                 KeelTemplateList list)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), NULL);

  return keel_template_draft_get_list (self, place, list);
}

void
keel_template_draft_set_option (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                KeelTemplateList list, guint position, const char *label)
{
  GPtrArray *options;
  KeelOption *option;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));
  g_return_if_fail (label != NULL);

  options = keel_template_draft_get_list (self, place, list);
  if (options == NULL || position >= options->len)
    return;
  option = options->pdata[position];
  if (g_strcmp0 (option->label, label) == 0)
    return;
  keel_template_draft_begin (self, g_strdup_printf ("option %s", option->id));
  g_free (option->label);
  option->label = g_strdup (label);
  keel_template_draft_end (self);
}

void
keel_template_draft_add_option (KeelTemplateDraft *self, const KeelTemplatePlace *place)
{
  g_autofree char *id = keel_template_draft_make_id ();
  GPtrArray *options;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  options = keel_template_draft_get_list (self, place, KEEL_TEMPLATE_OPTIONS);
  if (options == NULL || options->len >= KEEL_WORKSHEET_MAX_FIELDS)
    return;
  keel_template_draft_begin (self, NULL);
  g_ptr_array_add (options, keel_option_new (id, ""));
  keel_template_draft_end (self);
}

void
keel_template_draft_move_option (KeelTemplateDraft *self, const KeelTemplatePlace *place, guint position,
                                 int by)
{
  GPtrArray *options;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));
  g_return_if_fail (by == -1 || by == 1);

  options = keel_template_draft_get_list (self, place, KEEL_TEMPLATE_OPTIONS);
  if (options == NULL || position >= options->len || (by < 0 ? position == 0 : position + 1 == options->len))
    return;
  keel_template_draft_begin (self, NULL);
  g_ptr_array_insert (options, (int) position + by, g_ptr_array_steal_index (options, position));
  keel_template_draft_end (self);
}

void
keel_template_draft_remove_option (KeelTemplateDraft *self, const KeelTemplatePlace *place, guint position)
{
  GPtrArray *options;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  options = keel_template_draft_get_list (self, place, KEEL_TEMPLATE_OPTIONS);
  if (options == NULL || position >= options->len)
    return;
  keel_template_draft_begin (self, NULL);
  if (place->column == NULL)
    forget_conditions (self, place->field, ((KeelOption *) options->pdata[position])->id);
  g_ptr_array_remove_index (options, position);
  keel_template_draft_end (self);
}
