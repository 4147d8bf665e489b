#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When a room is that is open around the clock on some weekdays (bit 0 = Sunday …): "Monday and Friday, any
 * time", "Open around the clock" on all of them. Transfer full. */
char *keel_sentence_open_days (guint8 days);

G_END_DECLS
