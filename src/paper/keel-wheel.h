#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/*
 * KeelWheel: a balance wheel: what is rated stands around a circle, and the further out a line comes, the
 * higher it was rated. Screen and paper draw the same.
 */
typedef struct _KeelWheel KeelWheel;

KeelWheel *keel_wheel_new (void);
void keel_wheel_free (KeelWheel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelWheel, keel_wheel_free)

/* @share: 0 in the middle to 1 outside; NAN: nothing was said, and the line goes on to the next. */
void keel_wheel_add (KeelWheel *self, const char *name, double share);
void keel_wheel_clear (KeelWheel *self);
/* Fewer than these make no wheel. */
#define KEEL_WHEEL_LEAST 3
guint keel_wheel_get_n_rated (const KeelWheel *self);

typedef struct
{
  double red, green, blue;
} KeelWheelColour;

/* Into a rectangle that begins at 0, 0. Letters are those of @context. */
void keel_wheel_draw (const KeelWheel *self, cairo_t *cr, PangoContext *context, double width, double height,
                      const KeelWheelColour *text, const KeelWheelColour *accent);

G_END_DECLS
