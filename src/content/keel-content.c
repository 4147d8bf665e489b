#include "keel-content.h"

#include <string.h>

#include <gio/gio.h>

#include "data/content/keel-content-resources.h"
#include "keel-content-documents.h"
#include "keel-element.h"
#include "keel-help-book.h"
#include "keel-place-reader.h"
#include "keel-programs.h"
#include "keel-reading-reader.h"
#include "keel-strategies.h"
#include "keel-type-names.h"
#include "keel-worksheet-reader.h"

#define CONTENT_PATH "/app/keel/Keel/content/"

struct _KeelContent
{
  GObject parent_instance;

  KeelPrograms *programs;
  KeelHelpBook *help;
  KeelStrategies *strategies;
  KeelTypeNames *types;
  GPtrArray *places;     /* of KeelPlace, of programs first */
  GPtrArray *countries;  /* of KeelCountry, by name */
  GPtrArray *tips;       /* of KeelTip */
  GPtrArray *worksheets; /* of KeelWorksheet, by order */
  GPtrArray *replaced;   /* of KeelWorksheet: own ones that somebody may still look at */
  GPtrArray *readings;   /* of KeelReading, by order */
  GPtrArray *problems;   /* of strings */
};

G_DEFINE_FINAL_TYPE (KeelContent, keel_content, G_TYPE_OBJECT)

static gboolean
add_program (KeelContent *self, const KeelElement *element, GError **error)
{
  return keel_programs_add (self->programs, element, error);
}

static gboolean
add_help (KeelContent *self, const KeelElement *element, GError **error)
{
  return keel_help_book_add (self->help, element, error);
}

static gboolean
add_strategy (KeelContent *self, const KeelElement *element, GError **error)
{
  return keel_strategies_add (self->strategies, element, error);
}

static int
compare_readings (gconstpointer a, gconstpointer b)
{
  return (*(const KeelReading *const *) a)->order - (*(const KeelReading *const *) b)->order;
}

static gboolean
add_reading (KeelContent *self, const KeelElement *element, GError **error)
{
  g_autoptr (KeelReading) reading = keel_reading_read (element, error);

  if (reading == NULL)
    return FALSE;
  for (guint i = 0; i < self->readings->len; i++)
    if (g_str_equal (((const KeelReading *) self->readings->pdata[i])->id, reading->id))
      return keel_element_refuse (element, error, "Reading “%s” is there twice", reading->id);
  g_ptr_array_add (self->readings, g_steal_pointer (&reading));
  g_ptr_array_sort (self->readings, compare_readings);
  return TRUE;
}

static gboolean
add_types (KeelContent *self, const KeelElement *element, GError **error)
{
  return keel_type_names_add (self->types, element, error);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const KeelPlace *first = *(const KeelPlace *const *) a;
  const KeelPlace *second = *(const KeelPlace *const *) b;

  if ((first->program == NULL) != (second->program == NULL))
    return first->program == NULL ? 1 : -1;
  return g_utf8_collate (first->name, second->name);
}

static gboolean
add_place (KeelContent *self, const KeelElement *element, GError **error)
{
  g_autoptr (KeelPlace) place = keel_place_new (element, error);
  const KeelProgram *program;

  if (place == NULL)
    return FALSE;
  if (place->program != NULL)
    {
      program = keel_content_find_program (self, place->program);
      if (program == NULL || keel_content_find_place (self, place->program) != NULL)
        return keel_element_refuse (element, error, "Program “%s” is unknown or there twice", place->program);
      place->name = g_strdup (program->name);
      place->member = program->member;
      place->family = program->family;
    }
  g_ptr_array_add (self->places, g_steal_pointer (&place));
  g_ptr_array_sort (self->places, compare_places);
  return TRUE;
}

static int
compare_countries (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(const KeelCountry *const *) a)->name, (*(const KeelCountry *const *) b)->name);
}

static gboolean
add_countries (KeelContent *self, const KeelElement *element, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);

  for (guint i = 0; i < children->len; i++)
    {
      KeelCountry *country = keel_country_new (g_ptr_array_index (children, i), error);

      if (country == NULL)
        return FALSE;
      g_ptr_array_add (self->countries, country);
    }
  g_ptr_array_sort (self->countries, compare_countries);
  return TRUE;
}

static gboolean
add_advice (KeelContent *self, const KeelElement *element, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);

  for (guint i = 0; i < children->len; i++)
    {
      KeelTip *tip = keel_tip_new (g_ptr_array_index (children, i), error);

      if (tip == NULL)
        return FALSE;
      g_ptr_array_add (self->tips, tip);
    }
  return TRUE;
}

static int
compare_worksheets (gconstpointer a, gconstpointer b)
{
  const KeelWorksheet *first = *(const KeelWorksheet *const *) a;
  const KeelWorksheet *second = *(const KeelWorksheet *const *) b;

  return first->order != second->order ? first->order - second->order : g_strcmp0 (first->id, second->id);
}

/* The file of one program may be broken, and what it uses still be written in. */
static void
note_unknown_programs (KeelContent *self, const KeelWorksheet *worksheet)
{
  for (guint i = 0; i < worksheet->uses->len; i++)
    {
      const KeelUse *use = g_ptr_array_index (worksheet->uses, i);

      if (keel_content_find_program (self, use->program) == NULL)
        g_ptr_array_add (self->problems,
                         g_strdup_printf ("%s.xml: Program “%s” is unknown", worksheet->id, use->program));
    }
}

static gboolean
add_worksheet (KeelContent *self, const KeelElement *element, GError **error)
{
  g_autoptr (KeelWorksheet) worksheet = keel_worksheet_read (element, error);

  if (worksheet == NULL)
    return FALSE;
  if (keel_content_find_worksheet (self, worksheet->id) != NULL)
    return keel_element_refuse (element, error, "Worksheet “%s” is there twice", worksheet->id);
  note_unknown_programs (self, worksheet);
  g_ptr_array_add (self->worksheets, g_steal_pointer (&worksheet));
  g_ptr_array_sort (self->worksheets, compare_worksheets);
  return TRUE;
}

/* Out of all resources, so that whoever writes a file can try it: see G_RESOURCE_OVERLAYS of GLib. */
static void
add_folder (KeelContent *self, const char *folder)
{
  g_autofree char *path = g_strconcat (CONTENT_PATH, folder, "/", NULL);
  g_auto (GStrv) names = NULL;

  keel_content_resources_get_resource (); /* registers itself where it is linked */
  names = g_resources_enumerate_children (path, 0, NULL);
  g_assert (names != NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *file = g_strconcat (path, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (file, 0, NULL);

      keel_content_add_file (self, names[i], bytes);
    }
}

static void
keel_content_finalize (GObject *object)
{
  KeelContent *self = KEEL_CONTENT (object);

  keel_programs_free (self->programs);
  keel_help_book_free (self->help);
  keel_strategies_free (self->strategies);
  keel_type_names_free (self->types);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->countries);
  g_ptr_array_unref (self->tips);
  g_ptr_array_unref (self->worksheets);
  g_ptr_array_unref (self->replaced);
  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (keel_content_parent_class)->finalize (object);
}

static void
keel_content_class_init (KeelContentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_content_finalize;
}

static void
keel_content_init (KeelContent *self)
{
  self->programs = keel_programs_new ();
  self->help = keel_help_book_new ();
  self->strategies = keel_strategies_new ();
  self->types = keel_type_names_new ();
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_place_free);
  self->countries = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_country_free);
  self->tips = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_tip_free);
  self->worksheets = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_worksheet_unref);
  self->replaced = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_worksheet_unref);
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reading_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
}

KeelContent *
keel_content_new_empty (void)
{
  return g_object_new (KEEL_TYPE_CONTENT, NULL);
}

gboolean
keel_content_add_document (KeelContent *self, GBytes *bytes, GError **error)
{
  static const struct
  {
    const char *name;
    gboolean (*add) (KeelContent *self, const KeelElement *element, GError **error);
  } documents[] = {
    { "helplines", add_help },  { "safety", add_help },         { "program", add_program },
    { "types", add_types },     { "directory", add_place },     { "countries", add_countries },
    { "advice", add_advice },   { "worksheet", add_worksheet }, { "strategy", add_strategy },
    { "reading", add_reading },
  };
  g_autoptr (KeelElement) root = keel_element_parse (bytes, error);

  if (root == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    if (g_str_equal (keel_element_get_name (root), documents[i].name))
      return documents[i].add (self, root, error);
  return keel_element_refuse (root, error, "“%s” is nothing that Keel knows", keel_element_get_name (root));
}

void
keel_content_add_file (KeelContent *self, const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (KEEL_IS_CONTENT (self));
  g_return_if_fail (name != NULL && bytes != NULL);

  if (keel_content_add_document (self, bytes, &error))
    return;
  g_warning ("%s: %s", name, error->message);
  g_ptr_array_add (self->problems, g_strdup_printf ("%s: %s", name, error->message));
}

KeelContent *
keel_content_new (void)
{
  KeelContent *self = keel_content_new_empty ();

  add_folder (self, "programs");
  add_folder (self, "types");
  add_folder (self, "directories");
  add_folder (self, "worksheets");
  add_folder (self, "helplines");
  add_folder (self, "safety");
  add_folder (self, "strategies");
  add_folder (self, "readings");
  return self;
}

KeelHelpBook *
keel_content_get_help_book (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return self->help;
}

GPtrArray *
keel_content_get_reading_list (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return self->readings;
}

guint
keel_content_get_n_programs (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), 0);

  return keel_programs_get_n (self->programs);
}

const KeelProgram *
keel_content_get_program (KeelContent *self, guint position)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_programs_get (self->programs, position);
}

const KeelProgram *
keel_content_find_program (KeelContent *self, const char *code)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_programs_find (self->programs, code);
}

void
keel_content_set_own_programs (KeelContent *self, GPtrArray *programs)
{
  g_return_if_fail (KEEL_IS_CONTENT (self));

  keel_programs_set_own (self->programs, programs);
}

const char *
keel_content_pick_symbol (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_programs_pick_symbol (self->programs);
}

KeelTypeTable *
keel_content_get_types (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_type_names_get_table (self->types);
}

const char *
keel_content_translate_type (KeelContent *self, const char *type_name)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), type_name);
  g_return_val_if_fail (type_name != NULL, NULL);

  return keel_type_names_translate (self->types, type_name);
}

GPtrArray *
keel_content_get_places (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return self->places;
}

const KeelPlace *
keel_content_find_place (KeelContent *self, const char *program)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      const KeelPlace *place = g_ptr_array_index (self->places, i);

      if (program != NULL && g_strcmp0 (place->program, program) == 0)
        return place;
    }
  return NULL;
}

GPtrArray *
keel_content_get_countries (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return self->countries;
}

const KeelCountry *
keel_content_find_country (KeelContent *self, const char *code)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  for (guint i = 0; i < self->countries->len; i++)
    {
      const KeelCountry *country = g_ptr_array_index (self->countries, i);

      if (g_strcmp0 (country->code, code) == 0)
        return country;
    }
  return NULL;
}

GPtrArray *
keel_content_get_tips (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return self->tips;
}

const GPtrArray *
keel_content_get_problems (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return self->problems;
}

const GPtrArray *
keel_content_get_worksheets (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return self->worksheets;
}

const KeelWorksheet *
keel_content_find_worksheet (KeelContent *self, const char *id)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  for (guint i = 0; i < self->worksheets->len; i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (self->worksheets, i);

      if (g_strcmp0 (worksheet->id, id) == 0)
        return worksheet;
    }
  return NULL;
}

static void
take_own_out (KeelContent *self)
{
  for (guint i = self->worksheets->len; i-- > 0;)
    if (keel_worksheet_is_own (((const KeelWorksheet *) self->worksheets->pdata[i])->id))
      g_ptr_array_add (self->replaced, g_ptr_array_steal_index (self->worksheets, i));
}

void
keel_content_set_own_worksheets (KeelContent *self, GPtrArray *worksheets)
{
  g_return_if_fail (KEEL_IS_CONTENT (self));
  g_return_if_fail (worksheets != NULL);

  take_own_out (self);
  for (guint i = 0; i < worksheets->len; i++)
    {
      KeelWorksheet *worksheet = worksheets->pdata[i];

      if (keel_worksheet_is_own (worksheet->id) && keel_content_find_worksheet (self, worksheet->id) == NULL)
        g_ptr_array_add (self->worksheets, keel_worksheet_ref (worksheet));
    }
  g_ptr_array_sort (self->worksheets, compare_worksheets);
}

const GPtrArray *
keel_content_get_strategies (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_strategies_get (self->strategies);
}

const KeelStrategy *
keel_content_find_strategy (KeelContent *self, const char *id)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_strategies_find (self->strategies, id);
}

void
keel_content_set_own_strategies (KeelContent *self, GPtrArray *strategies)
{
  g_return_if_fail (KEEL_IS_CONTENT (self));
  g_return_if_fail (strategies != NULL);

  keel_strategies_set_own (self->strategies, strategies);
}
