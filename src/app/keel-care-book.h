#pragma once

#include "keel-session-care.h"

G_BEGIN_DECLS

/*
 * KeelCareBook: the medicine plan, high-risk dates and goals of a session as they are now, and what day it
 * is: one for each session, so that the calendar and the cards of Today need not wait.
 *
 * Signal: "changed", when it has others or the day is another.
 */
#define KEEL_TYPE_CARE_BOOK (keel_care_book_get_type ())
G_DECLARE_FINAL_TYPE (KeelCareBook, keel_care_book, KEEL, CARE_BOOK, GObject)

/* Transfer none: it lives as long as @session. */
KeelCareBook *keel_care_book_get (KeelSession *session);
/* NULL until it was read for the first time; transfer none, until the next turn of the main loop. */
const KeelCare *keel_care_book_peek (KeelCareBook *self);
gint64 keel_care_book_get_today (KeelCareBook *self); /* a day since 1970-01-01 */

/* The first high-risk date on @day; nullable, as above. */
const KeelRiskDate *keel_care_book_find_date (KeelCareBook *self, gint64 day);
/* NULL where there is none any more. */
const KeelPlan *keel_care_find_plan (const KeelCare *care, const char *uuid);
const KeelPerson *keel_care_find_person (const KeelCare *care, const char *uuid);

G_END_DECLS
