#pragma once

#include "keel-block.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_SIGN_BULLET,
  KEEL_SIGN_NUMBER, /* counts those of its list */
  KEEL_SIGN_BOX,    /* to be ticked with a pen */
  KEEL_SIGN_TICKED,
} KeelSign;

/* KeelListBlock: lines with a sign before each. */
#define KEEL_TYPE_LIST_BLOCK (keel_list_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelListBlock, keel_list_block, KEEL, LIST_BLOCK, KeelBlock)

KeelListBlock *keel_list_block_new (void);
void keel_list_block_add (KeelListBlock *self, KeelSign sign, const char *text);

G_END_DECLS
