#pragma once

#include <adwaita.h>

#include "content/keel-strategy.h"

G_BEGIN_DECLS

/* KeelStrategyForm: what a person says on a card of their own. */
#define KEEL_TYPE_STRATEGY_FORM (keel_strategy_form_get_type ())
G_DECLARE_FINAL_TYPE (KeelStrategyForm, keel_strategy_form, KEEL, STRATEGY_FORM, AdwBin)

/* @strategy is what it begins with: one to change, or one of Keel's to be copied; NULL for an empty one. */
void keel_strategy_form_show (KeelStrategyForm *self, const KeelStrategy *strategy);
/* What stands there, NULL where something has to be mended: that is said there, and has the focus. Transfer
 * full. */
KeelStrategy *keel_strategy_form_read (KeelStrategyForm *self);
/* What was typed, right or wrong: a{sv}, floating; and back. */
GVariant *keel_strategy_form_save (KeelStrategyForm *self);
void keel_strategy_form_restore (KeelStrategyForm *self, GVariant *form);
/* As a window that comes up selects what is in its first entry. */
void keel_strategy_form_mend (KeelStrategyForm *self);

G_END_DECLS
