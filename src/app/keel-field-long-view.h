#pragma once

#include "keel-field-view.h"

G_BEGIN_DECLS

/* KeelFieldLongView: an answer of many lines, which grows with what is written. Tab leaves it. */
#define KEEL_TYPE_FIELD_LONG_VIEW (keel_field_long_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldLongView, keel_field_long_view, KEEL, FIELD_LONG_VIEW, KeelFieldView)

/* How long it takes to say it, in seconds. */
guint keel_field_long_view_count_seconds (KeelFieldLongView *self);
/* "about 2 minutes to say". Transfer full. */
char *keel_field_long_view_describe_seconds (guint seconds);

G_END_DECLS
