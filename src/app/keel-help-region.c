#include "config.h"

#include "keel-help-region.h"

#include <glib/gi18n-lib.h>

#include "store/keel-profile-settings.h"

struct _KeelHelpRegion
{
  GObject parent_instance;

  KeelContent *content;
  char *folder; /* nullable: a choice is not kept */
  char *country;
  char *part; /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelHelpRegion, keel_help_region, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
keel_help_region_finalize (GObject *object)
{
  KeelHelpRegion *self = KEEL_HELP_REGION (object);

  g_clear_object (&self->content);
  g_free (self->folder);
  g_free (self->country);
  g_free (self->part);
  G_OBJECT_CLASS (keel_help_region_parent_class)->finalize (object);
}

static void
keel_help_region_class_init (KeelHelpRegionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_help_region_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_HELP_REGION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
keel_help_region_init (KeelHelpRegion *self)
{
}

static gboolean
is_known (KeelHelpRegion *self, const char *country)
{
  return country != NULL && strcmp (country, KEEL_HELP_ANYWHERE) != 0 &&
         keel_content_get_help_lines (self->content, country) != NULL;
}

/* Nobody chose: where the computer is from. "Another country" was chosen, too. */
static const char *
find_country (KeelHelpRegion *self, const char *country)
{
  const char *computer = keel_country_of_computer ();

  if (country != NULL && (is_known (self, country) || strcmp (country, KEEL_HELP_ANYWHERE) == 0))
    return country;
  return is_known (self, computer) ? computer : KEEL_HELP_ANYWHERE;
}

/* A part without its country says nothing. */
static void
set (KeelHelpRegion *self, const char *country, const char *part)
{
  const char *known = find_country (self, country);

  g_free (self->country);
  g_free (self->part);
  self->country = g_strdup (known);
  self->part = part != NULL && g_str_has_prefix (part, known) ? g_strdup (part) : NULL;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

KeelHelpRegion *
keel_help_region_new (KeelContent *content)
{
  KeelHelpRegion *self = g_object_new (KEEL_TYPE_HELP_REGION, NULL);

  self->content = g_object_ref (content);
  set (self, NULL, NULL);
  return self;
}

void
keel_help_region_set_folder (KeelHelpRegion *self, const char *folder, gboolean open)
{
  g_autoptr (KeelProfileSettings) settings = folder != NULL ? keel_profile_settings_load (folder) : NULL;

  g_free (self->folder);
  self->folder = open ? g_strdup (folder) : NULL;
  set (self, settings != NULL ? settings->region : NULL, settings != NULL ? settings->part : NULL);
}

const KeelHelpLines *
keel_help_region_get_lines (KeelHelpRegion *self)
{
  return keel_content_get_help_lines (self->content, self->country);
}

const char *
keel_help_region_get_part (KeelHelpRegion *self)
{
  return self->part;
}

gboolean
keel_help_region_is_anywhere (KeelHelpRegion *self)
{
  return strcmp (self->country, KEEL_HELP_ANYWHERE) == 0;
}

/* Of the first line that is of it. */
static const char *
find_area (const KeelHelpLines *lines, const char *part)
{
  for (guint i = 0; part != NULL && i < lines->lines->len; i++)
    {
      const KeelHelpLine *line = lines->lines->pdata[i];

      if (g_strcmp0 (line->region, part) == 0)
        return line->area != NULL ? line->area : part;
    }
  return part;
}

char *
keel_help_region_describe (KeelHelpRegion *self)
{
  const KeelHelpLines *lines = keel_help_region_get_lines (self);

  if (lines == NULL || keel_help_region_is_anywhere (self))
    return g_strdup (_ ("Not known"));
  if (self->part == NULL)
    return g_strdup (lines->name);
  /* Translators: a country and a part of it: “United Kingdom · Scotland”. */
  return g_strdup_printf (C_ ("country and part", "%1$s · %2$s"), lines->name, find_area (lines, self->part));
}

static void
add_parts (KeelChooser *chooser, const KeelHelpLines *lines)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const KeelHelpLine *line = lines->lines->pdata[i];

      if (line->region != NULL && g_hash_table_add (seen, line->region))
        keel_chooser_add (chooser, line->region, find_area (lines, line->region), lines->name);
    }
}

void
keel_help_region_fill (KeelHelpRegion *self, KeelChooser *chooser)
{
  const GPtrArray *countries = keel_content_get_help_countries (self->content);

  for (guint i = 0; i < countries->len; i++)
    {
      const KeelHelpLines *lines = countries->pdata[i];

      keel_chooser_add (chooser, lines->country, lines->name, NULL);
      add_parts (chooser, lines);
    }
  keel_chooser_add (chooser, KEEL_HELP_ANYWHERE, _ ("Another country"), NULL);
}

/* What the file has of a country, no other; where nothing is known of it, it is not the person's. */
static gboolean
keep (KeelHelpRegion *self, GError **error)
{
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (self->folder);

  g_free (settings->region);
  g_free (settings->part);
  settings->region = g_strdup (self->country);
  settings->part = g_strdup (self->part);
  return keel_profile_settings_save (settings, self->folder, error);
}

gboolean
keel_help_region_choose (KeelHelpRegion *self, const char *id, GError **error)
{
  g_autofree char *country = g_strndup (id, 2);

  g_free (self->country);
  g_free (self->part);
  self->country = is_known (self, country) ? g_strdup (country) : g_strdup (KEEL_HELP_ANYWHERE);
  self->part = strlen (id) > 2 ? g_strdup (id) : NULL;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return self->folder == NULL || keep (self, error);
}
