#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * KeelRatingScale: whole numbers from one end to the other as a slider, on which nothing is chosen until the
 * person chooses. Left and Right, Home and End, digits ("1" and "0" soon after it for 10), Delete.
 *
 * Signal: "chosen", by the person; also when the choice was taken back.
 */
#define KEEL_TYPE_RATING_SCALE (keel_rating_scale_get_type ())
G_DECLARE_FINAL_TYPE (KeelRatingScale, keel_rating_scale, KEEL, RATING_SCALE, GtkScale)

/* @low and @high are nullable: what the ends stand for, said with the number. */
KeelRatingScale *keel_rating_scale_new (int min, int max, const char *low, const char *high);

/* Both without the signal. */
void keel_rating_scale_set (KeelRatingScale *self, int value);
void keel_rating_scale_clear (KeelRatingScale *self);
/* FALSE: nothing is chosen. */
gboolean keel_rating_scale_get (KeelRatingScale *self, int *value);

G_END_DECLS
