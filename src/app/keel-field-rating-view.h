#pragma once

#include "keel-field-view.h"

G_BEGIN_DECLS

/* KeelFieldRatingView: a number from one end to the other, as a slider with words at the ends. */
#define KEEL_TYPE_FIELD_RATING_VIEW (keel_field_rating_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelFieldRatingView, keel_field_rating_view, KEEL, FIELD_RATING_VIEW, KeelFieldView)

G_END_DECLS
