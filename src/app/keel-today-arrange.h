#pragma once

#include <adwaita.h>

#include "keel-today-cards.h"

G_BEGIN_DECLS

/*
 * KeelTodayArrange: the cards of Today as a list in which they are moved and put away, by buttons, and with
 * Alt+Up, Alt+Down and Delete.
 *
 * Signals: "changed", after which keel_today_arrange_get_order () is another one; "done".
 */
#define KEEL_TYPE_TODAY_ARRANGE (keel_today_arrange_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayArrange, keel_today_arrange, KEEL, TODAY_ARRANGE, AdwBin)

/* @cards has to outlive it. */
void keel_today_arrange_show (KeelTodayArrange *self, KeelTodayCards *cards, const KeelCardOrder *order);
const KeelCardOrder *keel_today_arrange_get_order (KeelTodayArrange *self);
void keel_today_arrange_start (KeelTodayArrange *self); /* leads the focus to the first row */

G_END_DECLS
