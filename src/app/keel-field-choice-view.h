#pragma once

#include "keel-field-view.h"

G_BEGIN_DECLS

/* KeelFieldChoiceView: one of a few, or several of them, as chips. Choosing what is chosen takes it back. */
#define KEEL_TYPE_FIELD_CHOICE_VIEW (keel_field_choice_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldChoiceView, keel_field_choice_view, KEEL, FIELD_CHOICE_VIEW, KeelFieldView)

G_END_DECLS
