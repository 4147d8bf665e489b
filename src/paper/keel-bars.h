#pragma once

#include "keel-wheel.h"

G_BEGIN_DECLS

/*
 * KeelBars: how often something was, as bars beside each other: the hours of a day, the days of a week. Above
 * each stands its number, where there is room. The first stands where reading begins.
 */
typedef struct _KeelBars KeelBars;

KeelBars *keel_bars_new (void);
void keel_bars_free (KeelBars *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelBars, keel_bars_free)

/* @label is nullable: what stands below it. */
void keel_bars_add (KeelBars *self, guint count, const char *label);

/* Into a rectangle that begins at 0, 0. Letters are those of @context, and its direction that of the bars. */
void keel_bars_draw (const KeelBars *self, cairo_t *cr, PangoContext *context, double width, double height,
                     const KeelWheelColour *text, const KeelWheelColour *accent);

G_END_DECLS
