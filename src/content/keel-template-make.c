#include <string.h>

#include "keel-template-draft-private.h"

/* From what a person made to a worksheet: what is missing is found, what is empty is left out. */

static gboolean
is_blank (const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));

  return *stripped == '\0';
}

/* Spaces around words are none of them. */
static void
tidy (char **words, gboolean needed)
{
  if (*words == NULL)
    return;
  g_strstrip (*words);
  if (**words == '\0' && !needed)
    g_clear_pointer (words, g_free);
}

static gboolean
fail (KeelTemplateFault *fault, KeelTemplateFaultKind kind, KeelTemplatePlace *place, const char *words)
{
  keel_template_fault_set (fault, kind, words);
  fault->place = place != NULL ? g_object_ref (place) : NULL;
  return FALSE;
}

static gboolean
check_options (const KeelField *field, const GPtrArray *options, KeelTemplatePlace *place,
               KeelTemplateFault *fault)
{
  for (guint i = 0; i < options->len; i++)
    {
      const KeelOption *option = options->pdata[i];

      if (is_blank (option->label))
        return fail (fault, KEEL_TEMPLATE_FAULT_NO_OPTION_WORDS, place, field->label);
      if (strlen (option->label) > KEEL_WORKSHEET_MAX_TEXT)
        return fail (fault, KEEL_TEMPLATE_FAULT_TOO_LONG, place, field->label);
    }
  return TRUE;
}

static gboolean
check_length (const KeelField *field, KeelTemplatePlace *place, KeelTemplateFault *fault)
{
  const char *const words[] = { field->label, field->help, field->low, field->high, field->unit };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && strlen (words[i]) > KEEL_WORKSHEET_MAX_TEXT)
      return fail (fault, KEEL_TEMPLATE_FAULT_TOO_LONG, place, field->label);
  return TRUE;
}

static gboolean
check_field (const KeelField *field, const KeelField *table, KeelTemplateFault *fault)
{
  g_autoptr (KeelTemplatePlace) place = keel_template_place_new_field (table != NULL ? table->id : field->id,
                                                                       table != NULL ? field->id : NULL);

  if (is_blank (field->label))
    return fail (fault, KEEL_TEMPLATE_FAULT_NO_LABEL, place, table != NULL ? table->label : NULL);
  if (field->type == KEEL_FIELD_TABLE && field->columns->len == 0)
    return fail (fault, KEEL_TEMPLATE_FAULT_NO_COLUMNS, place, field->label);
  if (field->type == KEEL_FIELD_CHOICE && field->options->len < 2)
    return fail (fault, KEEL_TEMPLATE_FAULT_FEW_OPTIONS, place, field->label);
  if ((field->type == KEEL_FIELD_RATING || field->type == KEEL_FIELD_NUMBER) && field->min >= field->max)
    return fail (fault, KEEL_TEMPLATE_FAULT_NO_RANGE, place, field->label);
  for (guint i = 0; i < field->columns->len; i++)
    if (!check_field (field->columns->pdata[i], field, fault))
      return FALSE;
  return check_length (field, place, fault) && check_options (field, field->options, place, fault) &&
         check_options (field, field->rows, place, fault) &&
         check_options (field, field->sides, place, fault);
}

static gboolean
check_section (const KeelSection *section, guint position, KeelTemplateFault *fault)
{
  g_autoptr (KeelTemplatePlace) place = keel_template_place_new_section (position);

  if (section->fields->len == 0 && !(is_blank (section->title) && is_blank (section->help)))
    return fail (fault, KEEL_TEMPLATE_FAULT_EMPTY_SECTION, place,
                 is_blank (section->title) ? section->help : section->title);
  if ((section->title != NULL && strlen (section->title) > KEEL_WORKSHEET_MAX_TEXT) ||
      (section->help != NULL && strlen (section->help) > KEEL_WORKSHEET_MAX_TEXT))
    return fail (fault, KEEL_TEMPLATE_FAULT_TOO_LONG, place, section->title);
  for (guint i = 0; i < section->fields->len; i++)
    if (!check_field (section->fields->pdata[i], NULL, fault))
      return FALSE;
  return TRUE;
}

static gboolean
check (const KeelWorksheet *sheet, KeelTemplateFault *fault)
{
  g_autoptr (KeelTemplatePlace) all = keel_template_place_new ();
  guint n_fields = 0;

  if (is_blank (sheet->name))
    return fail (fault, KEEL_TEMPLATE_FAULT_NO_NAME, all, NULL);
  if (strlen (sheet->name) > KEEL_WORKSHEET_MAX_TEXT ||
      (sheet->about != NULL && strlen (sheet->about) > KEEL_WORKSHEET_MAX_TEXT))
    return fail (fault, KEEL_TEMPLATE_FAULT_TOO_LONG, all, NULL);
  if (!sheet->member && !sheet->family)
    return fail (fault, KEEL_TEMPLATE_FAULT_NOBODY, all, NULL);
  for (guint i = 0; i < sheet->sections->len; i++)
    {
      if (!check_section (sheet->sections->pdata[i], i, fault))
        return FALSE;
      n_fields += ((KeelSection *) sheet->sections->pdata[i])->fields->len;
    }
  return n_fields > 0 || fail (fault, KEEL_TEMPLATE_FAULT_NO_FIELDS, all, NULL);
}

static void
tidy_field (KeelField *field)
{
  GPtrArray *const lists[] = { field->options, field->rows, field->sides };

  tidy (&field->label, TRUE);
  tidy (&field->help, FALSE);
  tidy (&field->low, FALSE);
  tidy (&field->high, FALSE);
  tidy (&field->unit, FALSE);
  for (guint i = 0; i < field->columns->len; i++)
    tidy_field (field->columns->pdata[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      tidy (&((KeelOption *) lists[i]->pdata[j])->label, TRUE);
}

/* A section that nobody has written in goes. */
static void
tidy_sheet (KeelWorksheet *sheet)
{
  tidy (&sheet->name, TRUE);
  tidy (&sheet->about, FALSE);
  for (guint i = sheet->sections->len; i-- > 0;)
    {
      KeelSection *section = sheet->sections->pdata[i];

      tidy (&section->title, FALSE);
      tidy (&section->help, FALSE);
      for (guint j = 0; j < section->fields->len; j++)
        tidy_field (section->fields->pdata[j]);
      if (section->fields->len == 0)
        g_ptr_array_remove_index (sheet->sections, i);
    }
}

KeelWorksheet *
keel_template_draft_make (KeelTemplateDraft *self, KeelTemplateFault *fault)
{
  g_autoptr (KeelWorksheet) sheet = NULL;
  g_autoptr (KeelWorksheet) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *xml;

  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), NULL);
  g_return_val_if_fail (fault != NULL, NULL);

  if (!check (self->sheet, fault))
    return NULL;
  sheet = keel_worksheet_copy (self->sheet);
  tidy_sheet (sheet);
  /* What could not be read again would be lost to the person: it is looked at before it is kept. */
  xml = keel_worksheet_to_xml (sheet);
  bytes = g_bytes_new_take (xml, strlen (xml));
  read = keel_worksheet_new_from_xml (bytes, &error);
  if (read == NULL)
    keel_template_fault_set (fault, KEEL_TEMPLATE_FAULT_OTHER, error->message);
  return g_steal_pointer (&read);
}
