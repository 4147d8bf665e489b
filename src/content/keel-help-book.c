#include "keel-help-book.h"

#include "keel-help-reader.h"
#include "keel-safety-reader.h"

struct _KeelHelpBook
{
  GPtrArray *countries;    /* of KeelHelpLines, by name */
  KeelHelpLines *anywhere; /* nullable */
  GPtrArray *pages;        /* of KeelSafetyPage, by order */
};

KeelHelpBook *
keel_help_book_new (void)
{
  KeelHelpBook *self = g_new0 (KeelHelpBook, 1);

  self->countries = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_help_lines_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_safety_page_free);
  return self;
}

void
keel_help_book_free (KeelHelpBook *self)
{
  g_ptr_array_unref (self->countries);
  g_ptr_array_unref (self->pages);
  g_clear_pointer (&self->anywhere, keel_help_lines_free);
  g_free (self);
}

/* To compare names is slow, and most come in their order. */
static void
insert (GPtrArray *array, gpointer item, int (*compare) (gconstpointer a, gconstpointer b))
{
  guint position = array->len;

  while (position > 0 && compare (array->pdata[position - 1], item) > 0)
    position--;
  g_ptr_array_insert (array, (int) position, item);
}

static int
compare_countries (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const KeelHelpLines *) a)->name, ((const KeelHelpLines *) b)->name);
}

static gboolean
add_lines (KeelHelpBook *self, const KeelElement *element, GError **error)
{
  g_autoptr (KeelHelpLines) lines = keel_help_lines_read (element, error);

  if (lines == NULL)
    return FALSE;
  if (keel_help_book_find_lines (self, lines->country) != NULL)
    return keel_element_refuse (element, error, "Country “%s” is there twice", lines->country);
  if (g_str_equal (lines->country, KEEL_HELP_ANYWHERE))
    {
      self->anywhere = g_steal_pointer (&lines);
      return TRUE;
    }
  insert (self->countries, g_steal_pointer (&lines), compare_countries);
  return TRUE;
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  return ((const KeelSafetyPage *) a)->order - ((const KeelSafetyPage *) b)->order;
}

static gboolean
add_page (KeelHelpBook *self, const KeelElement *element, GError **error)
{
  g_autoptr (KeelSafetyPage) page = keel_safety_page_read (element, error);

  if (page == NULL)
    return FALSE;
  if (keel_help_book_find_safety_page (self, page->id) != NULL)
    return keel_element_refuse (element, error, "Page “%s” is there twice", page->id);
  insert (self->pages, g_steal_pointer (&page), compare_pages);
  return TRUE;
}

gboolean
keel_help_book_add (KeelHelpBook *self, const KeelElement *element, GError **error)
{
  return g_str_equal (keel_element_get_name (element), "safety") ? add_page (self, element, error)
                                                                 : add_lines (self, element, error);
}

const KeelHelpLines *
keel_help_book_find_lines (KeelHelpBook *self, const char *country)
{
  if (country == NULL)
    return NULL;
  if (self->anywhere != NULL && g_ascii_strcasecmp (country, KEEL_HELP_ANYWHERE) == 0)
    return self->anywhere;
  for (guint i = 0; i < self->countries->len; i++)
    {
      const KeelHelpLines *lines = g_ptr_array_index (self->countries, i);

      if (g_ascii_strcasecmp (lines->country, country) == 0)
        return lines;
    }
  return NULL;
}

const GPtrArray *
keel_help_book_get_countries (KeelHelpBook *self)
{
  return self->countries;
}

const GPtrArray *
keel_help_book_get_safety_pages (KeelHelpBook *self)
{
  return self->pages;
}

const KeelSafetyPage *
keel_help_book_find_safety_page (KeelHelpBook *self, const char *id)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const KeelSafetyPage *page = g_ptr_array_index (self->pages, i);

      if (g_strcmp0 (page->id, id) == 0)
        return page;
    }
  return NULL;
}
