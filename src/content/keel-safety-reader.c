#include "keel-safety-reader.h"

#include <string.h>

#include "keel-help-reader.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelSafetySource, keel_safety_source_free)

static gboolean
read_source (const KeelElement *element, KeelSafetyPage *page, GError **error)
{
  KeelSafetySource *source = keel_safety_source_read (element, error);

  if (source == NULL)
    return FALSE;
  g_ptr_array_add (page->sources, source);
  return TRUE;
}

/* Where a sentence goes; NULL for what is no list of sentences. */
static GPtrArray *
find_list (KeelSafetyPage *page, const char *name)
{
  if (g_str_equal (name, "sign"))
    return page->signs;
  if (g_str_equal (name, "step"))
    return page->steps;
  if (g_str_equal (name, "not"))
    return page->nots;
  return g_str_equal (name, "note") ? page->notes : NULL;
}

static gboolean
read_child (const KeelElement *element, KeelSafetyPage *page, GError **error)
{
  const char *name = keel_element_get_name (element);
  GPtrArray *list = find_list (page, name);
  const char *words = keel_element_get_translated (element);

  if (g_str_equal (name, "source"))
    return read_source (element, page, error);
  if (list == NULL)
    return TRUE;
  if (*words == '\0')
    return keel_element_refuse (element, error, "“%s” says nothing", name);
  g_ptr_array_add (list, g_strdup (words));
  return TRUE;
}

static gboolean
read_children (const KeelElement *element, KeelSafetyPage *page, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);

  for (guint i = 0; i < children->len; i++)
    if (!read_child (g_ptr_array_index (children, i), page, error))
      return FALSE;
  if (page->steps->len == 0 || page->steps->len > KEEL_SAFETY_MAX_STEPS)
    return keel_element_refuse (element, error, "%u steps", page->steps->len);
  return page->sources->len > 0 || keel_element_refuse (element, error, "There is no source");
}

static gboolean
read_head (const KeelElement *element, KeelSafetyPage *page, GError **error)
{
  const char *id;

  if (!keel_element_require (element, "id", &id, error))
    return FALSE;
  page->id = g_strdup (id);
  page->line = KEEL_HELP_KIND_NONE;
  if (keel_element_get_attribute (element, "line") != NULL &&
      !keel_element_read_word (element, "line", keel_help_kind_words, &page->line, error))
    return FALSE;
  return keel_element_read_number (element, "order", &page->order, error) &&
         keel_element_read_words (element, "name", TRUE, &page->name, error) &&
         keel_element_read_words (element, "about", FALSE, &page->about, error);
}

KeelSafetySource *
keel_safety_source_read (const KeelElement *element, GError **error)
{
  g_autoptr (KeelSafetySource) self = g_new0 (KeelSafetySource, 1);
  const char *text = keel_element_get_translated (element);

  if (!keel_help_read_checked (element, &self->checked, &self->undated, error))
    return NULL;
  if (*text == '\0')
    {
      keel_element_refuse (element, error, "A source has no words");
      return NULL;
    }
  self->text = g_strdup (text);
  return g_steal_pointer (&self);
}

void
keel_safety_source_free (KeelSafetySource *self)
{
  g_free (self->text);
  g_free (self->checked);
  g_free (self);
}

KeelSafetyPage *
keel_safety_page_read (const KeelElement *element, GError **error)
{
  g_autoptr (KeelSafetyPage) self = g_new0 (KeelSafetyPage, 1);

  self->signs = g_ptr_array_new_with_free_func (g_free);
  self->steps = g_ptr_array_new_with_free_func (g_free);
  self->nots = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_safety_source_free);
  if (!read_head (element, self, error) || !read_children (element, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
keel_safety_page_free (KeelSafetyPage *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->about);
  g_ptr_array_unref (self->signs);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->nots);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->sources);
  g_free (self);
}
