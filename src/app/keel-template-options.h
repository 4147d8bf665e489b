#pragma once

#include <gtk/gtk.h>

#include "content/keel-template-draft.h"

G_BEGIN_DECLS

/* KeelTemplateOptions: the options of a choice or the tags of a two by two, to be written, added, moved and
 * removed; or the two rows or columns of it, which are always there. */
#define KEEL_TYPE_TEMPLATE_OPTIONS_BOX (keel_template_options_get_type ())
G_DECLARE_FINAL_TYPE (KeelTemplateOptions, keel_template_options, KEEL, TEMPLATE_OPTIONS_BOX, GtkBox)

KeelTemplateOptions *keel_template_options_new (KeelTemplateDraft *draft, KeelTemplatePlace *place,
                                                KeelTemplateList list, const char *heading);

G_END_DECLS
