#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelDayChoice: one weekday out of seven, or, made with "several", any number of them. Days are 0 = Sunday.
 *
 * Signal: "changed".
 */
#define KEEL_TYPE_DAY_CHOICE (keel_day_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelDayChoice, keel_day_choice, KEEL, DAY_CHOICE, AdwBin)

int keel_day_choice_get_day (KeelDayChoice *self); /* the first, where there are several */
void keel_day_choice_set_day (KeelDayChoice *self, int day);

/* As bits. Both without the signal. */
guint keel_day_choice_get_days (KeelDayChoice *self);
void keel_day_choice_set_days (KeelDayChoice *self, guint days);

/* Chooses @day until the person chooses another: where there are several it then goes. Without the signal. */
void keel_day_choice_suggest (KeelDayChoice *self, int day);
gboolean keel_day_choice_is_suggestion (KeelDayChoice *self);

G_END_DECLS
