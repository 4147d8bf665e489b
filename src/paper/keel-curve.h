#pragma once

#include "keel-wheel.h"

G_BEGIN_DECLS

/*
 * KeelCurve: how strong something was, from 0 to 10, at a few moments one after the other. Each moment is a
 * point with its number beside it. Screen and paper draw the same; time goes in the direction of reading.
 */
typedef struct _KeelCurve KeelCurve;

#define KEEL_CURVE_MOST 10

KeelCurve *keel_curve_new (void);
void keel_curve_free (KeelCurve *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelCurve, keel_curve_free)

/* @at: seconds since any moment, not before that of the point before it; @strength: 0 to KEEL_CURVE_MOST;
 * @label is nullable: what stands below it ("5 min"). */
void keel_curve_add (KeelCurve *self, gint64 at, int strength, const char *label);

/* Into a rectangle that begins at 0, 0. Letters are those of @context, and its direction is that of time. */
void keel_curve_draw (const KeelCurve *self, cairo_t *cr, PangoContext *context, double width, double height,
                      const KeelWheelColour *text, const KeelWheelColour *accent);

G_END_DECLS
