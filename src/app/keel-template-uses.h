#pragma once

#include <gtk/gtk.h>

#include "content/keel-content.h"
#include "content/keel-template-draft.h"

G_BEGIN_DECLS

/* KeelTemplateUses: the programs that use a worksheet, and for which of their parts. One is added by
 * template.add-program of KeelTemplateWindow. */
#define KEEL_TYPE_TEMPLATE_USES (keel_template_uses_get_type ())
G_DECLARE_FINAL_TYPE (KeelTemplateUses, keel_template_uses, KEEL, TEMPLATE_USES, GtkBox)

KeelTemplateUses *keel_template_uses_new (KeelTemplateDraft *draft, KeelContent *content);

G_END_DECLS
