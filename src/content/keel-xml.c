#include "keel-xml.h"

#include <string.h>

void
keel_xml_append_attribute (GString *xml, const char *name, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;
  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (xml, " %s=\"%s\"", name, escaped);
}

void
keel_xml_append_number (GString *xml, const char *name, int value)
{
  g_string_append_printf (xml, " %s=\"%d\"", name, value);
}

void
keel_xml_append_yes (GString *xml, const char *name, gboolean value)
{
  keel_xml_append_attribute (xml, name, value ? "yes" : NULL);
}

/* Whether reading would make something else of it, see keel_element_parse (). */
static gboolean
would_collapse (const char *words)
{
  gsize length = strlen (words);

  return strpbrk (words, "\t\r\n") != NULL || strstr (words, "  ") != NULL || words[0] == ' ' ||
         (length > 0 && words[length - 1] == ' ');
}

void
keel_xml_end_words (GString *xml, const char *name, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  if (would_collapse (words))
    g_string_append (xml, " xml:space=\"preserve\"");
  g_string_append_printf (xml, ">%s</%s>\n", escaped, name);
}

void
keel_xml_append_words (GString *xml, const char *name, const char *words)
{
  if (words == NULL)
    return;
  g_string_append_printf (xml, "<%s", name);
  keel_xml_end_words (xml, name, words);
}
