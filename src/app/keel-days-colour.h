#pragma once

#include "content/keel-program.h"
#include "keel-session-days.h"
#include "paper/keel-wheel.h"

G_BEGIN_DECLS

/* The colour of a milestone in time for this person: their own, that of the token that @scheme gives then, or
 * Keel's. @scheme is nullable: Keel's own milestones. */
KeelWheelColour keel_days_colour_of (KeelSession *session, const char *scheme, KeelDayMarkUnit unit,
                                     guint count);
/* The same as "#C8102E"; transfer none. */
const char *keel_days_colour_name (KeelSession *session, const char *scheme, KeelDayMarkUnit unit,
                                   guint count);

/* What is known of a milestone of @scheme, for whoever lets its colour be chosen: what is given then, and of
 * which program it is. Where nothing is given it is @own, filled in, of "no program". Transfer none. */
const KeelMilestone *keel_days_colour_find_token (KeelSession *session, const char *scheme,
                                                  KeelDayMarkUnit unit, guint count, KeelMilestone *own,
                                                  const KeelProgram **program);

G_END_DECLS
