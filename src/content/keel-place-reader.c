#include "keel-place-reader.h"

#include "core/keel-meeting.h"

static void
free_site (KeelSite *site)
{
  g_free (site->country);
  g_free (site->address);
  g_free (site->host);
  g_free (site->name);
  g_free (site->note);
  g_free (site->source);
  g_free (site->checked);
  g_free (site);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelSite, free_site)

/* What stands in a child that need not be there. */
static char *
dup_words (const KeelElement *element, const char *name)
{
  const KeelElement *child = keel_element_find_child (element, name);

  return child != NULL ? g_strdup (keel_element_get_translated (child)) : NULL;
}

static gboolean
read_kind (const KeelElement *element, KeelSiteKind *kind, GError **error)
{
  const char *text;

  if (!keel_element_require (element, "kind", &text, error))
    return FALSE;
  *kind = g_str_equal (text, "stories") ? KEEL_SITE_STORIES : KEEL_SITE_MEETINGS;
  return *kind == KEEL_SITE_STORIES || g_str_equal (text, "meetings") ||
         keel_element_refuse (element, error, "“%s” is no kind of site", text);
}

/* An address that would not be opened later is better found now. */
static gboolean
read_address (const KeelElement *element, KeelSite *site, GError **error)
{
  const char *text;

  if (!keel_element_require (element, "address", &text, error))
    return FALSE;
  site->address = keel_link_check (text);
  if (site->address == NULL || !g_str_equal (site->address, text) || !g_str_has_prefix (text, "https://"))
    return keel_element_refuse (element, error, "“%s” is no safe address", text);
  site->host = keel_link_get_host (site->address);
  return TRUE;
}

static gboolean
read_site (const KeelElement *element, KeelPlace *place, GError **error)
{
  g_autoptr (KeelSite) site = g_new0 (KeelSite, 1);
  const char *source, *checked;

  if (!read_kind (element, &site->kind, error) || !read_address (element, site, error) ||
      !keel_element_require (element, "checked", &checked, error) ||
      !keel_element_require_words (element, "source", &source, error))
    return FALSE;
  site->country = g_strdup (keel_element_get_attribute (element, "country"));
  site->name = dup_words (element, "name");
  site->note = dup_words (element, "note");
  site->source = g_strdup (source);
  site->checked = g_strdup (checked);
  g_ptr_array_add (place->sites, g_steal_pointer (&site));
  return TRUE;
}

static gboolean
read_owner (const KeelElement *element, KeelPlace *place, GError **error)
{
  const char *pages, *name;

  place->program = g_strdup (keel_element_get_attribute (element, "program"));
  if (place->program != NULL)
    return TRUE;
  if (!keel_element_require (element, "pages", &pages, error) ||
      !keel_element_require_words (element, "name", &name, error))
    return FALSE;
  place->name = g_strdup (name);
  place->member = !g_str_equal (pages, "family");
  place->family = !g_str_equal (pages, "member");
  return TRUE;
}

KeelPlace *
keel_place_new (const KeelElement *element, GError **error)
{
  g_autoptr (KeelPlace) self = g_new0 (KeelPlace, 1);
  const GPtrArray *children = keel_element_get_children (element);

  self->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) free_site);
  if (!read_owner (element, self, error))
    return NULL;
  for (guint i = 0; i < children->len; i++)
    {
      const KeelElement *child = g_ptr_array_index (children, i);

      if (g_str_equal (keel_element_get_name (child), "site") && !read_site (child, self, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
keel_place_free (KeelPlace *self)
{
  g_free (self->program);
  g_free (self->name);
  g_ptr_array_unref (self->sites);
  g_free (self);
}

KeelCountry *
keel_country_new (const KeelElement *element, GError **error)
{
  KeelCountry *self;
  const char *code;

  if (!keel_element_require (element, "code", &code, error))
    return NULL;
  self = g_new0 (KeelCountry, 1);
  self->code = g_strdup (code);
  self->name = g_strdup (keel_element_get_translated (element));
  return self;
}

void
keel_country_free (KeelCountry *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

KeelTip *
keel_tip_new (const KeelElement *element, GError **error)
{
  KeelTip *self;
  const char *name, *text;

  if (!keel_element_require_words (element, "name", &name, error) ||
      !keel_element_require_words (element, "text", &text, error))
    return NULL;
  self = g_new0 (KeelTip, 1);
  self->name = g_strdup (name);
  self->text = g_strdup (text);
  return self;
}

void
keel_tip_free (KeelTip *self)
{
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}
