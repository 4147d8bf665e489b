#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * KeelElement: one element of a file of data/content. Private to content.
 *
 * Files are small, so each is read whole into a tree and what it means is left to the caller. What a file
 * may look like is written down in data/content/keel-content.rng. Text is plain words: white space is
 * collapsed as xgettext does, or else a wrapped line would have no translation; not so where a person's own
 * words say xml:space="preserve".
 */
typedef struct _KeelElement KeelElement;

/* NULL with an error of G_MARKUP_ERROR, which names the line. */
KeelElement *keel_element_parse (GBytes *bytes, GError **error);
void keel_element_free (KeelElement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelElement, keel_element_free)

const char *keel_element_get_name (const KeelElement *self);
int keel_element_get_line (const KeelElement *self);
const char *keel_element_get_attribute (const KeelElement *self, const char *name); /* nullable */
/* The nearest one of that name: its own, its parent's or further up. */
const char *keel_element_inherit_attribute (const KeelElement *self, const char *name); /* nullable */
const GPtrArray *keel_element_get_children (const KeelElement *self);                   /* of KeelElement */
KeelElement *keel_element_find_child (const KeelElement *self, const char *name);       /* nullable */
const char *keel_element_get_text (const KeelElement *self); /* as it stands there, in English */
/* In the person's language, looked up with the `context` attribute of the element or of what it stands in;
 * the text itself where there is no translation or no context. Lives as long as @self. */
const char *keel_element_get_translated (const KeelElement *self);

/* The attribute @name, or the translated words of the child @name. FALSE with an error where it is missing or
 * says nothing. */
gboolean keel_element_require (const KeelElement *self, const char *name, const char **value, GError **error);
gboolean keel_element_require_words (const KeelElement *self, const char *name, const char **words,
                                     GError **error);

/* What a text of a file may not go beyond, in bytes. */
#define KEEL_ELEMENT_MAX_TEXT 4000

/* The place of the attribute in @words, a list ended by NULL; refused where it is not among them. */
gboolean keel_element_read_word (const KeelElement *self, const char *attribute, const char *const *words,
                                 int *place, GError **error);
/* *@value stays as it is where the attribute is not there. */
gboolean keel_element_read_number (const KeelElement *self, const char *attribute, int *value,
                                   GError **error);
/* The translated words of the child @name, transfer full; *@words stays as it is where there are none and
 * they are not @needed. */
gboolean keel_element_read_words (const KeelElement *self, const char *name, gboolean needed, char **words,
                                  GError **error);
gboolean keel_element_is_yes (const KeelElement *self, const char *attribute);

/* Sets @error to a G_MARKUP_ERROR that names the line of @self. Always returns FALSE. */
gboolean keel_element_refuse (const KeelElement *self, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
