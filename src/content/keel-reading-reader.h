#pragma once

/* Private to content. */

#include "keel-element.h"
#include "keel-reading.h"

G_BEGIN_DECLS

/* NULL with a G_MARKUP_ERROR. */
KeelReading *keel_reading_read (const KeelElement *element, GError **error);
void keel_reading_free (KeelReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReading, keel_reading_free)

G_END_DECLS
