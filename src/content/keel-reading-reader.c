#include "keel-reading-reader.h"

#include <string.h>

#include "keel-safety-reader.h"

const char *const keel_reading_group_words[] = { "begin", "understand", "between", "danger", "own", NULL };
const char *const keel_reading_link_words[] = { "worksheet", "card",    "safety", "program",
                                                "line",      "reading", NULL };

static void
free_caution (KeelCaution *caution)
{
  g_free (caution->text);
  g_free (caution);
}

static void
free_part (KeelReadingPart *part)
{
  g_free (part->text);
  g_free (part);
}

static void
free_section (KeelReadingSection *section)
{
  g_free (section->title);
  g_ptr_array_unref (section->parts);
  g_free (section);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReadingSection, free_section)

static void
free_link (KeelReadingLink *link)
{
  g_free (link->to);
  g_free (link);
}

static gboolean
read_part (const KeelElement *element, KeelReadingSection *section, GError **error)
{
  const char *name = keel_element_get_name (element);
  const char *words = keel_element_get_translated (element);
  gboolean point = g_str_equal (name, "point");
  KeelReadingPart *part;

  if (!point && !g_str_equal (name, "text"))
    return TRUE;
  if (*words == '\0')
    return keel_element_refuse (element, error, "“%s” says nothing", name);
  part = g_new0 (KeelReadingPart, 1);
  part->text = g_strdup (words);
  part->point = point;
  g_ptr_array_add (section->parts, part);
  return TRUE;
}

static gboolean
read_section (const KeelElement *element, KeelReading *self, GError **error)
{
  g_autoptr (KeelReadingSection) section = g_new0 (KeelReadingSection, 1);
  const GPtrArray *children = keel_element_get_children (element);

  section->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_part);
  if (!keel_element_read_words (element, "title", TRUE, &section->title, error))
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    if (!read_part (g_ptr_array_index (children, i), section, error))
      return FALSE;
  if (section->parts->len == 0)
    return keel_element_refuse (element, error, "A section says nothing");
  g_ptr_array_add (self->sections, g_steal_pointer (&section));
  return TRUE;
}

static gboolean
read_caution (const KeelElement *element, KeelReading *self, GError **error)
{
  const char *words = keel_element_get_translated (element);
  KeelCaution *caution;
  int kind;

  if (!keel_element_read_word (element, "kind", keel_caution_kind_words, &kind, error))
    return FALSE;
  if (*words == '\0')
    return keel_element_refuse (element, error, "A caution without words");
  caution = g_new0 (KeelCaution, 1);
  caution->kind = (KeelCautionKind) kind;
  caution->text = g_strdup (words);
  caution->first = TRUE;
  g_ptr_array_add (self->cautions, caution);
  return TRUE;
}

static gboolean
read_source (const KeelElement *element, KeelReading *self, GError **error)
{
  KeelSafetySource *source = keel_safety_source_read (element, error);

  if (source == NULL)
    return FALSE;
  g_ptr_array_add (self->sources, source);
  return TRUE;
}

static gboolean
read_link (const KeelElement *element, KeelReading *self, GError **error)
{
  const char *to;
  KeelReadingLink *link;
  int kind;

  if (!keel_element_read_word (element, "kind", keel_reading_link_words, &kind, error) ||
      !keel_element_require (element, "to", &to, error))
    return FALSE;
  link = g_new0 (KeelReadingLink, 1);
  link->kind = (KeelReadingLinkKind) kind;
  link->to = g_strdup (to);
  g_ptr_array_add (self->links, link);
  return TRUE;
}

static gboolean
read_evidence (const KeelElement *element, KeelReading *self, GError **error)
{
  static const char *const grades[] = { "A", "B", "C", "D", "G", NULL };
  const char *words = keel_element_get_translated (element);
  int place;

  if (!keel_element_read_word (element, "grade", grades, &place, error))
    return FALSE;
  if (*words == '\0' || self->evidence != NULL)
    return keel_element_refuse (element, error, "What is known is said once, in words");
  self->grade = *grades[place];
  self->evidence = g_strdup (words);
  return TRUE;
}

static gboolean
read_children (const KeelElement *element, KeelReading *self, GError **error)
{
  static const struct
  {
    const char *name;
    gboolean (*read) (const KeelElement *element, KeelReading *self, GError **error);
  } readers[] = {
    { "caution", read_caution }, { "section", read_section }, { "evidence", read_evidence },
    { "source", read_source },   { "link", read_link },
  };
  const GPtrArray *children = keel_element_get_children (element);

  for (guint i = 0; i < children->len; i++)
    {
      const KeelElement *child = g_ptr_array_index (children, i);

      for (guint j = 0; j < G_N_ELEMENTS (readers); j++)
        if (g_str_equal (keel_element_get_name (child), readers[j].name) &&
            !readers[j].read (child, self, error))
          return FALSE;
    }
  if (self->sections->len == 0)
    return keel_element_refuse (element, error, "There is nothing to read");
  return self->sources->len > 0 || keel_element_refuse (element, error, "There is no source");
}

static gboolean
read_head (const KeelElement *element, KeelReading *self, GError **error)
{
  static const char *const pages[] = { "member", "family", "both", NULL };
  const char *id;
  int group, place;

  if (!keel_element_require (element, "id", &id, error) ||
      !keel_element_read_word (element, "group", keel_reading_group_words, &group, error) ||
      !keel_element_read_word (element, "pages", pages, &place, error))
    return FALSE;
  self->id = g_strdup (id);
  self->group = (KeelReadingGroup) group;
  self->member = place != 1;
  self->family = place != 0;
  return keel_element_read_number (element, "order", &self->order, error) &&
         keel_element_read_words (element, "name", TRUE, &self->name, error) &&
         keel_element_read_words (element, "about", TRUE, &self->about, error);
}

KeelReading *
keel_reading_read (const KeelElement *element, GError **error)
{
  g_autoptr (KeelReading) self = g_new0 (KeelReading, 1);

  self->cautions = g_ptr_array_new_with_free_func ((GDestroyNotify) free_caution);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) free_section);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_safety_source_free);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) free_link);
  if (!read_head (element, self, error) || !read_children (element, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
keel_reading_free (KeelReading *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->about);
  g_free (self->evidence);
  g_ptr_array_unref (self->cautions);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->links);
  g_free (self);
}
