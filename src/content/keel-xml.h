#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to content: what writers of files put into their text. */

/* Nothing where @value is NULL. */
void keel_xml_append_attribute (GString *xml, const char *name, const char *value);
void keel_xml_append_number (GString *xml, const char *name, int value);
void keel_xml_append_yes (GString *xml, const char *name, gboolean value); /* nothing where it is FALSE */
/* An element of words; nothing where they are NULL. Line breaks and spaces stay as they are. */
void keel_xml_append_words (GString *xml, const char *name, const char *words);
/* What is left of it after its name and attributes: ">words</name>\n". */
void keel_xml_end_words (GString *xml, const char *name, const char *words);

G_END_DECLS
