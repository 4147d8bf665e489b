#include "keel-template-draft-private.h"

/* What is said of a place: words, yes or no, and numbers. */

static const KeelSection *
find_section_of (const KeelWorksheet *sheet, const char *field)
{
  for (guint i = 0; i < sheet->sections->len; i++)
    {
      const KeelSection *section = sheet->sections->pdata[i];

      for (guint j = 0; j < section->fields->len; j++)
        if (g_str_equal (((KeelField *) section->fields->pdata[j])->id, field))
          return section;
    }
  return NULL;
}

KeelField *
keel_template_draft_get_field (KeelTemplateDraft *self, const KeelTemplatePlace *place)
{
  const KeelField *field = NULL;

  if (place->field != NULL)
    field = keel_worksheet_find_field (self->sheet, place->field);
  if (field != NULL && place->column != NULL)
    field = keel_field_find_column (field, place->column);
  return (KeelField *) field;
}

KeelSection *
keel_template_draft_get_section (KeelTemplateDraft *self, const KeelTemplatePlace *place)
{
  if (place->field != NULL)
    return (KeelSection *) find_section_of (self->sheet, place->field);
  if (place->section < 0 || place->section >= (int) self->sheet->sections->len)
    return NULL;
  return self->sheet->sections->pdata[place->section];
}

const KeelField *
keel_template_draft_find (KeelTemplateDraft *self, const KeelTemplatePlace *place)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), NULL);

  return keel_template_draft_get_field (self, place);
}

const KeelSection *
keel_template_draft_find_section (KeelTemplateDraft *self, const KeelTemplatePlace *place)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), NULL);

  return keel_template_draft_get_section (self, place);
}

gboolean
keel_template_draft_has (KeelTemplateDraft *self, const KeelTemplatePlace *place)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), FALSE);

  if (place->field != NULL)
    return keel_template_draft_get_field (self, place) != NULL;
  return place->section < 0 || keel_template_draft_get_section (self, place) != NULL;
}

/* NULL where the place has none of these. */
static char **
find_words (KeelTemplateDraft *self, const KeelTemplatePlace *place, KeelTemplateWords which)
{
  KeelSection *section = which <= KEEL_TEMPLATE_SECTION_HELP ? keel_template_draft_get_section (self, place)
                                                             : NULL;
  KeelField *field = keel_template_draft_get_field (self, place);

  switch (which)
    {
    case KEEL_TEMPLATE_NAME:
      return &self->sheet->name;
    case KEEL_TEMPLATE_ABOUT:
      return &self->sheet->about;
    case KEEL_TEMPLATE_TITLE:
      return section != NULL ? &section->title : NULL;
    case KEEL_TEMPLATE_SECTION_HELP:
      return section != NULL ? &section->help : NULL;
    case KEEL_TEMPLATE_LABEL:
      return field != NULL ? &field->label : NULL;
    case KEEL_TEMPLATE_HELP:
      return field != NULL ? &field->help : NULL;
    case KEEL_TEMPLATE_LOW:
      return field != NULL ? &field->low : NULL;
    case KEEL_TEMPLATE_HIGH:
      return field != NULL ? &field->high : NULL;
    case KEEL_TEMPLATE_UNIT:
    default:
      return field != NULL ? &field->unit : NULL;
    }
}

static char *
make_key (const KeelTemplatePlace *place, const char *what, int which)
{
  return g_strdup_printf ("%s %d %d %s %s", what, which, place->section,
                          place->field != NULL ? place->field : "",
                          place->column != NULL ? place->column : "");
}

const char *
keel_template_draft_get_words (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                               KeelTemplateWords which)
{
  char **words;

  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), "");

  words = find_words (self, place, which);
  return words != NULL && *words != NULL ? *words : "";
}

void
keel_template_draft_set_words (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                               KeelTemplateWords which, const char *words)
{
  char **kept;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));
  g_return_if_fail (words != NULL);

  kept = find_words (self, place, which);
  if (kept == NULL || g_strcmp0 (*kept != NULL ? *kept : "", words) == 0)
    return;
  keel_template_draft_begin (self, make_key (place, "words", which));
  g_free (*kept);
  *kept = g_strdup (words);
  keel_template_draft_end (self);
}

static gboolean *
find_field_flag (KeelField *field, KeelTemplateFlag which)
{
  gboolean *const flags[] = {
    &field->several, &field->ordered, &field->down,  &field->wheel, &field->weight,
    &field->words,   &field->minutes, &field->names, &field->sum,   &field->carry,
  };

  return flags[which - KEEL_TEMPLATE_SEVERAL];
}

static gboolean *
find_flag (KeelTemplateDraft *self, const KeelTemplatePlace *place, KeelTemplateFlag which)
{
  KeelField *field = keel_template_draft_get_field (self, place);

  if (which == KEEL_TEMPLATE_MEMBER)
    return &self->sheet->member;
  if (which == KEEL_TEMPLATE_FAMILY)
    return &self->sheet->family;
  if (which == KEEL_TEMPLATE_DAILY)
    return &self->sheet->daily;
  if (which == KEEL_TEMPLATE_SINGLE)
    return &self->sheet->single;
  return field != NULL ? find_field_flag (field, which) : NULL;
}

gboolean
keel_template_draft_get_flag (KeelTemplateDraft *self, const KeelTemplatePlace *place, KeelTemplateFlag which)
{
  const gboolean *flag;

  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), FALSE);

  flag = find_flag (self, place, which);
  return flag != NULL && *flag;
}

void
keel_template_draft_set_flag (KeelTemplateDraft *self, const KeelTemplatePlace *place, KeelTemplateFlag which,
                              gboolean value)
{
  gboolean *flag;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  flag = find_flag (self, place, which);
  if (flag == NULL || *flag == value)
    return;
  keel_template_draft_begin (self, NULL);
  *flag = value;
  keel_template_draft_end (self);
}

int
keel_template_draft_get_number (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                KeelTemplateNumber which)
{
  const KeelField *field;

  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), 0);

  field = keel_template_draft_get_field (self, place);
  if (field == NULL)
    return 0;
  if (which == KEEL_TEMPLATE_MIN)
    return field->min;
  if (which == KEEL_TEMPLATE_MAX)
    return field->max;
  return which == KEEL_TEMPLATE_DECIMALS ? field->decimals : (int) field->shown;
}

void
keel_template_draft_set_number (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                KeelTemplateNumber which, int value)
{
  KeelField *field;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  field = keel_template_draft_get_field (self, place);
  if (field == NULL || keel_template_draft_get_number (self, place, which) == value)
    return;
  keel_template_draft_begin (self, make_key (place, "number", which));
  if (which == KEEL_TEMPLATE_MIN)
    field->min = value;
  else if (which == KEEL_TEMPLATE_MAX)
    field->max = value;
  else if (which == KEEL_TEMPLATE_DECIMALS)
    field->decimals = CLAMP (value, 0, 6);
  else
    field->shown = (guint) CLAMP (value, 1, KEEL_WORKSHEET_MAX_FIELDS);
  keel_template_draft_end (self);
}

void
keel_template_draft_set_pages (KeelTemplateDraft *self, gboolean member, gboolean family)
{
  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  if (self->sheet->member == member && self->sheet->family == family)
    return;
  keel_template_draft_begin (self, NULL);
  self->sheet->member = member;
  self->sheet->family = family;
  keel_template_draft_end (self);
}

void
keel_template_draft_set_group (KeelTemplateDraft *self, KeelWorksheetGroup group)
{
  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  if (self->sheet->group == group)
    return;
  keel_template_draft_begin (self, NULL);
  self->sheet->group = group;
  keel_template_draft_end (self);
}

void
keel_template_draft_add_use (KeelTemplateDraft *self, const char *program)
{
  KeelUse *use;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));
  g_return_if_fail (program != NULL);

  if (self->sheet->uses->len >= KEEL_WORKSHEET_MAX_FIELDS)
    return;
  keel_template_draft_begin (self, NULL);
  use = g_new0 (KeelUse, 1);
  use->program = g_strdup (program);
  g_ptr_array_add (self->sheet->uses, use);
  keel_template_draft_end (self);
}

void
keel_template_draft_set_use_part (KeelTemplateDraft *self, guint position, guint part)
{
  KeelUse *use;

  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  if (position >= self->sheet->uses->len)
    return;
  use = self->sheet->uses->pdata[position];
  if (use->part == part)
    return;
  keel_template_draft_begin (self, g_strdup_printf ("part %u", position));
  use->part = part;
  keel_template_draft_end (self);
}

void
keel_template_draft_remove_use (KeelTemplateDraft *self, guint position)
{
  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  if (position >= self->sheet->uses->len)
    return;
  keel_template_draft_begin (self, NULL);
  g_ptr_array_remove_index (self->sheet->uses, position);
  keel_template_draft_end (self);
}
