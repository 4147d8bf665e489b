#pragma once

#include <gtk/gtk.h>

#include "content/keel-template-draft.h"

G_BEGIN_DECLS

/* KeelTemplateDetails: all that can be said of one field, column or section. */
#define KEEL_TYPE_TEMPLATE_DETAILS (keel_template_details_get_type ())
G_DECLARE_FINAL_TYPE (KeelTemplateDetails, keel_template_details, KEEL, TEMPLATE_DETAILS, GtkBox)

KeelTemplateDetails *keel_template_details_new (KeelTemplateDraft *draft, KeelTemplatePlace *place);
KeelTemplatePlace *keel_template_details_get_place (KeelTemplateDetails *self); /* transfer none */
GtkListBox *keel_template_details_get_columns (KeelTemplateDetails *self);      /* nullable: it is no table */

G_END_DECLS
