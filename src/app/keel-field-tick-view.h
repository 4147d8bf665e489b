#pragma once

#include "keel-field-view.h"

G_BEGIN_DECLS

/* KeelFieldTickView: yes, or nothing said. */
#define KEEL_TYPE_FIELD_TICK_VIEW (keel_field_tick_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldTickView, keel_field_tick_view, KEEL, FIELD_TICK_VIEW, KeelFieldView)

G_END_DECLS
