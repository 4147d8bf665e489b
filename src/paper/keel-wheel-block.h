#pragma once

#include "keel-block.h"
#include "keel-wheel.h"

G_BEGIN_DECLS

/* KeelWheelBlock: a balance wheel, whole on one page. */
#define KEEL_TYPE_WHEEL_BLOCK (keel_wheel_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelWheelBlock, keel_wheel_block, KEEL, WHEEL_BLOCK, KeelBlock)

/* Takes @wheel. @description is what it says to those who do not see it. */
KeelWheelBlock *keel_wheel_block_new (KeelWheel *wheel, const char *description);

G_END_DECLS
