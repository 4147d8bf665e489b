#pragma once

#include "keel-content.h"
#include "keel-reading.h"

G_BEGIN_DECLS

/* The small pages that a content has. */
const GPtrArray *keel_content_get_readings (KeelContent *self); /* of KeelReading, in their order */
const KeelReading *keel_content_find_reading (KeelContent *self, const char *id); /* nullable */

/* What a group is called, and what is in it, in the person's language; transfer none. */
const char *keel_sentence_reading_group (KeelReadingGroup group);
const char *keel_sentence_reading_group_about (KeelReadingGroup group);
/* The whole page as plain words; transfer full. */
char *keel_reading_format_plain (const KeelReading *reading);

G_END_DECLS
