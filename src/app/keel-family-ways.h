#pragma once

#include <adwaita.h>

#include "content/keel-content.h"

G_BEGIN_DECLS

/* Rows of the family page that lead to content, named as that is. @id: of a worksheet ("w42"), a card ("c80")
 * or a safety page. NULL: there is none. */
GtkWidget *keel_family_ways_make (KeelContent *content, const char *id);

/* The same for the rows of an AdwExpanderRow, told apart by what they are: to do at once, or to write.
 * Without safety pages. */
GtkWidget *keel_family_ways_make_marked (KeelContent *content, const char *id);

G_END_DECLS
