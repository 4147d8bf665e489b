#pragma once

/* Private to content. */

#include "keel-element.h"
#include "keel-help-line.h"
#include "keel-safety-page.h"

G_BEGIN_DECLS

/*
 * KeelHelpBook: the help lines of all countries and the safety pages. Immutable once everything was added.
 */
typedef struct _KeelHelpBook KeelHelpBook;

KeelHelpBook *keel_help_book_new (void);
void keel_help_book_free (KeelHelpBook *self);

/* The lines of a country or a safety page. FALSE with a G_MARKUP_ERROR. */
gboolean keel_help_book_add (KeelHelpBook *self, const KeelElement *element, GError **error);

/* As in keel-content.h. */
const KeelHelpLines *keel_help_book_find_lines (KeelHelpBook *self, const char *country);
const GPtrArray *keel_help_book_get_countries (KeelHelpBook *self);
const GPtrArray *keel_help_book_get_safety_pages (KeelHelpBook *self);
const KeelSafetyPage *keel_help_book_find_safety_page (KeelHelpBook *self, const char *id);

G_END_DECLS
