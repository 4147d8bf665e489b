#pragma once

/* Private to content. */

#include "keel-element.h"
#include "keel-safety-page.h"

G_BEGIN_DECLS

/* NULL with a G_MARKUP_ERROR, as the next. */
KeelSafetySource *keel_safety_source_read (const KeelElement *element, GError **error);
void keel_safety_source_free (KeelSafetySource *self);

KeelSafetyPage *keel_safety_page_read (const KeelElement *element, GError **error);
void keel_safety_page_free (KeelSafetyPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelSafetyPage, keel_safety_page_free)

G_END_DECLS
