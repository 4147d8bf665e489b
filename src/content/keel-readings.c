#include "config.h"

#include "keel-readings.h"

#include <glib/gi18n-lib.h>

#include "keel-content-documents.h"

const GPtrArray *
keel_content_get_readings (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_content_get_reading_list (self);
}

const KeelReading *
keel_content_find_reading (KeelContent *self, const char *id)
{
  const GPtrArray *readings;

  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  readings = keel_content_get_reading_list (self);
  for (guint i = 0; i < readings->len; i++)
    {
      const KeelReading *reading = g_ptr_array_index (readings, i);

      if (g_strcmp0 (reading->id, id) == 0)
        return reading;
    }
  return NULL;
}

const char *
keel_sentence_reading_group (KeelReadingGroup group)
{
  static const char *const names[] = {
    [KEEL_READING_BEGIN] = NC_ ("reading", "Where to begin"),
    [KEEL_READING_UNDERSTAND] = NC_ ("reading", "Understanding it"),
    [KEEL_READING_BETWEEN] = NC_ ("reading", "Between you and them"),
    [KEEL_READING_DANGER] = NC_ ("reading", "When it is dangerous"),
    [KEEL_READING_OWN] = NC_ ("reading", "Your own life"),
  };

  g_return_val_if_fail ((guint) group < G_N_ELEMENTS (names), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "reading", names[group]);
}

const char *
keel_sentence_reading_group_about (KeelReadingGroup group)
{
  static const char *const words[] = {
    [KEEL_READING_BEGIN] = N_ ("What is yours and what is not, and where you find company."),
    [KEEL_READING_UNDERSTAND] = N_ ("What it does to a person, and what may come."),
    [KEEL_READING_BETWEEN] = N_ ("Talking, limits, money and children."),
    [KEEL_READING_DANGER] = N_ ("Overdose, withdrawal, fear, and medicine at home."),
    [KEEL_READING_OWN] = N_ ("Your feelings, your help and your grief."),
  };

  g_return_val_if_fail ((guint) group < G_N_ELEMENTS (words), "");

  return _ (words[group]);
}

static void
append_section (GString *text, const KeelReadingSection *section)
{
  g_string_append_printf (text, "\n%s\n", section->title);
  for (guint i = 0; i < section->parts->len; i++)
    {
      const KeelReadingPart *part = g_ptr_array_index (section->parts, i);

      g_string_append_printf (text, part->point ? C_ ("list", "• %s") : "%s", part->text);
      g_string_append_c (text, '\n');
    }
}

char *
keel_reading_format_plain (const KeelReading *reading)
{
  GString *text;

  g_return_val_if_fail (reading != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "%s\n%s\n", reading->name, reading->about);
  for (guint i = 0; i < reading->cautions->len; i++)
    {
      const KeelCaution *caution = g_ptr_array_index (reading->cautions, i);

      g_string_append_printf (text, "\n%s\n", caution->text);
    }
  for (guint i = 0; i < reading->sections->len; i++)
    append_section (text, g_ptr_array_index (reading->sections, i));
  return g_string_free (text, FALSE);
}
