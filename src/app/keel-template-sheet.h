#pragma once

#include <adwaita.h>

#include "content/keel-template-draft.h"

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelTemplateSheet: a template as a whole: its name, its questions, and where it belongs. */
#define KEEL_TYPE_TEMPLATE_SHEET (keel_template_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KeelTemplateSheet, keel_template_sheet, KEEL, TEMPLATE_SHEET, AdwBin)

KeelTemplateSheet *keel_template_sheet_new (KeelTemplateDraft *draft, KeelSession *session);
GtkListBox *keel_template_sheet_get_rows (KeelTemplateSheet *self); /* of KeelTemplateRow */
void keel_template_sheet_focus_name (KeelTemplateSheet *self);
void keel_template_sheet_focus_add (KeelTemplateSheet *self);
void keel_template_sheet_focus_uses (KeelTemplateSheet *self);

G_END_DECLS
