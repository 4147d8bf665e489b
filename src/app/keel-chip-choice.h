#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelChipChoice: one out of a few, all of them to be seen, as chips beside each other.
 *
 * Signal: "chosen" (const char *id), by the person.
 */
#define KEEL_TYPE_CHIP_CHOICE (keel_chip_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelChipChoice, keel_chip_choice, KEEL, CHIP_CHOICE, AdwBin)

void keel_chip_choice_add (KeelChipChoice *self, const char *id, const char *label);
/* @name is what a listener hears, where @label is no word. */
void keel_chip_choice_add_named (KeelChipChoice *self, const char *id, const char *label, const char *name);
/* With a spot of @colour before its label. */
void keel_chip_choice_add_coloured (KeelChipChoice *self, const char *id, const char *label,
                                    const GdkRGBA *colour);
/* Without the signal. @id is nullable: none of them. */
void keel_chip_choice_select (KeelChipChoice *self, const char *id);
gboolean keel_chip_choice_has (KeelChipChoice *self, const char *id);

G_END_DECLS
