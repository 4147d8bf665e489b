#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelPartList: short texts below each other, which can be added, taken away and moved: Return adds one, Alt
 * and an arrow moves one. */
#define KEEL_TYPE_PART_LIST (keel_part_list_get_type ())
G_DECLARE_FINAL_TYPE (KeelPartList, keel_part_list, KEEL, PART_LIST, AdwBin)

/* Ended by NULL. Those without words are left out; transfer full. */
char **keel_part_list_dup_texts (KeelPartList *self);
void keel_part_list_set_texts (KeelPartList *self, const char *const *texts);

G_END_DECLS
