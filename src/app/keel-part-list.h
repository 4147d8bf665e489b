#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelPartList: short texts below each other, which can be added, taken away and moved: Return adds one, Alt
 * and an arrow moves one. */
#define KEEL_TYPE_PART_LIST (keel_part_list_get_type ())
G_DECLARE_FINAL_TYPE (KeelPartList, keel_part_list, KEEL, PART_LIST, AdwBin)

/* Ended by NULL. Those without words are left out; transfer full. */
char **keel_part_list_dup_texts (KeelPartList *self);
/* Of guint, for each of these texts: the number that it came with, wherever it was moved and whatever was
 * written in it since, or 0 where it was added. Transfer full. */
GArray *keel_part_list_dup_numbers (KeelPartList *self);
/* @numbers (nullable: 0 for all) has one for each text. */
void keel_part_list_set_texts (KeelPartList *self, const char *const *texts, const guint *numbers);

/* They are steps of a card and not parts of a program. */
void keel_part_list_call_steps (KeelPartList *self);

G_END_DECLS
