#include "keel-help-line.h"

#include <string.h>

const char *const keel_help_kind_words[] = { "crisis",    "addiction", "family", "abuse",
                                             "spotting",  "youth",     "poison", "health",
                                             "listening", "support",   NULL };
const char *const keel_help_way_words[] = { "call", "text", "whatsapp", "chat", "web", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (keel_help_kind_words) == KEEL_HELP_N_KINDS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (keel_help_way_words) == KEEL_HELP_WAY_WEB + 2);

gboolean
keel_help_line_has_number (const KeelHelpLine *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->ways->len; i++)
    if (((const KeelHelpWay *) g_ptr_array_index (self->ways, i))->number != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
answers_for (const KeelHelpLine *line, int kind)
{
  return kind == KEEL_HELP_KIND_NONE || (line->kinds & (1u << kind)) != 0;
}

static gboolean
is_near (const KeelHelpLine *line, const char *region)
{
  return region == NULL || line->region == NULL || g_str_equal (line->region, region);
}

/* What is for a part of the country is worth more there than what is for all of it; and who answers there may
 * matter to a person, so what the police run comes last. */
static int
rank (const KeelHelpLine *line, const char *region)
{
  if (line->official)
    return 2;
  return region != NULL && line->region != NULL ? 0 : 1;
}

GPtrArray *
keel_help_lines_list (const KeelHelpLines *self, int kind, const char *region)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, found);

  for (int place = 0; place <= 2; place++)
    for (guint i = 0; i < self->lines->len; i++)
      {
        KeelHelpLine *line = g_ptr_array_index (self->lines, i);

        if (answers_for (line, kind) && is_near (line, region) && rank (line, region) == place)
          g_ptr_array_add (found, line);
      }
  return found;
}

gboolean
keel_help_lines_has (const KeelHelpLines *self, KeelHelpKind kind, const char *region)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const KeelHelpLine *line = g_ptr_array_index (self->lines, i);

      if (answers_for (line, kind) && is_near (line, region))
        return TRUE;
    }
  return FALSE;
}

/* A # would end the address there, and without it somebody else is called. */
static char *
make_link (const char *scheme, const char *dial)
{
  return strchr (dial, '#') == NULL ? g_strconcat (scheme, dial, NULL) : NULL;
}

char *
keel_help_way_get_link (const KeelHelpWay *way)
{
  g_return_val_if_fail (way != NULL, NULL);

  switch (way->kind)
    {
    case KEEL_HELP_WAY_CALL:
      return make_link ("tel:", way->dial);
    case KEEL_HELP_WAY_TEXT:
      return make_link ("sms:", way->dial);
    case KEEL_HELP_WAY_CHAT:
    case KEEL_HELP_WAY_WEB:
      return g_strdup (way->address);
    case KEEL_HELP_WAY_WHATSAPP:
    default:
      /* Its links need the number with that of the country before it, which is not what is written there. */
      return NULL;
    }
}

char *
keel_emergency_get_link (const KeelEmergency *emergency)
{
  g_return_val_if_fail (emergency != NULL, NULL);

  return make_link ("tel:", emergency->dial);
}
