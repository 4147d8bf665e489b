#pragma once

#include <gtk/gtk.h>

#include "content/keel-worksheet.h"

G_BEGIN_DECLS

/* What kinds of answers there are, in the person's language. */
const char *keel_template_type_name (KeelFieldType type);
/* In one or two sentences, with a small example. */
const char *keel_template_type_describe (KeelFieldType type);

/* KeelTemplateTypes: a list of all kinds to choose from, or of those that a column can have.
 *
 * Signal: "chosen" (int KeelFieldType). */
#define KEEL_TYPE_TEMPLATE_TYPES (keel_template_types_get_type ())
G_DECLARE_FINAL_TYPE (KeelTemplateTypes, keel_template_types, KEEL, TEMPLATE_TYPES, GtkBox)

KeelTemplateTypes *keel_template_types_new (gboolean columns);

G_END_DECLS
