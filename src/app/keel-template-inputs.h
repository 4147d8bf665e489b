#pragma once

#include <adwaita.h>

#include "content/keel-template-draft.h"

G_BEGIN_DECLS

/* What a template says of a place, as lines to type in and switches. What a person does goes into the draft
 * at once; what is undone is shown. */

/* A boxed list below its heading (nullable), appended to @box. */
GtkListBox *keel_template_inputs_add_list (GtkBox *box, const char *heading, const char *name);

GtkWidget *keel_template_inputs_add_words (GtkListBox *list, KeelTemplateDraft *draft,
                                           KeelTemplatePlace *place, KeelTemplateWords which,
                                           const char *title);
/* Several lines. */
GtkWidget *keel_template_inputs_add_text (GtkBox *box, KeelTemplateDraft *draft, KeelTemplatePlace *place,
                                          KeelTemplateWords which, const char *title, const char *hint);
/* @hint is nullable. */
GtkWidget *keel_template_inputs_add_flag (GtkListBox *list, KeelTemplateDraft *draft,
                                          KeelTemplatePlace *place, KeelTemplateFlag which, const char *title,
                                          const char *hint);
GtkWidget *keel_template_inputs_add_number (GtkListBox *list, KeelTemplateDraft *draft,
                                            KeelTemplatePlace *place, KeelTemplateNumber which,
                                            const char *title, int least, int most);

/* For what is about one place: the actions of KeelTemplateWindow take it as (iss). */
GVariant *keel_template_place_to_variant (const KeelTemplatePlace *place); /* floating */
KeelTemplatePlace *keel_template_place_from_variant (GVariant *variant);   /* transfer full */

G_END_DECLS
