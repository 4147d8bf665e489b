#include "config.h"

#include "keel-choices.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-zone-list.h"

void
keel_choices_add_programs (KeelChooser *chooser, KeelContent *content, const char *none)
{
  keel_chooser_add (chooser, "", none, NULL);
  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);

      keel_chooser_add (chooser, program->code, program->name, NULL);
    }
}

void
keel_choices_add_zones (KeelChooser *chooser)
{
  g_autoptr (GPtrArray) zones = keel_zone_list_load ();

  for (guint i = 0; i < zones->len; i++)
    {
      g_autofree char *city = keel_sentence_zone (zones->pdata[i]);

      keel_chooser_add (chooser, zones->pdata[i], city, zones->pdata[i]);
    }
}

const KeelProgram *
keel_choices_find_program (KeelContent *content, const char *code)
{
  /* "No program" has nothing to show beside a meeting. */
  if (code == NULL || strcmp (code, "none") == 0)
    return NULL;
  return keel_content_find_program (content, code);
}

const char *
keel_choices_describe_program (KeelContent *content, const char *code, const char *none)
{
  const KeelProgram *program = code != NULL ? keel_content_find_program (content, code) : NULL;

  return program != NULL ? program->name : none;
}

char *
keel_choices_describe_zone (KeelSession *session, const char *zone, const char *none)
{
  g_autofree char *own = keel_session_get_zone_name (session);
  g_autofree char *city = NULL;

  if (zone == NULL)
    return g_strdup (none);
  city = keel_sentence_zone (zone);
  /* Translators: %s is a city: "New York, as on this computer" */
  return g_strcmp0 (zone, own) == 0 ? g_strdup_printf (_ ("%s, as on this computer"), city)
                                    : g_steal_pointer (&city);
}
