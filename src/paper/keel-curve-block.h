#pragma once

#include "keel-block.h"
#include "keel-curve.h"

G_BEGIN_DECLS

/* KeelCurveBlock: a rating over time, whole on one page. */
#define KEEL_TYPE_CURVE_BLOCK (keel_curve_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelCurveBlock, keel_curve_block, KEEL, CURVE_BLOCK, KeelBlock)

/* Takes @curve. @description is what it says to those who do not see it. */
KeelCurveBlock *keel_curve_block_new (KeelCurve *curve, const char *description);

G_END_DECLS
