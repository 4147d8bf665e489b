#pragma once

#include "content/keel-content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The button that begins a card: "Start", or "Open the Worksheet", and what it does. (floating) */
GtkWidget *keel_strategy_start_new (KeelContent *content, const KeelStrategy *strategy);

/* Opens the worksheet that belongs to it: the page there is of one that one comes back to, else a new page,
 * which then belongs to the card. Does nothing where there is none. */
void keel_strategy_start_worksheet (KeelContent *content, const KeelStrategy *strategy);

/* Whether one should have read what it says before one begins. */
gboolean keel_strategy_start_needs_reading (const KeelStrategy *strategy);

G_END_DECLS
