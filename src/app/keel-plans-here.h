#pragma once

#include <adwaita.h>

#include "core/keel-meeting.h"
#include "core/keel-person.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelPlansHere: the if-then plans that are bound to a meeting (or the place where it is) or to a person,
 * where that is shown. Hides itself while there are none, and reads them again when one changes.
 */
#define KEEL_TYPE_PLANS_HERE (keel_plans_here_get_type ())
G_DECLARE_FINAL_TYPE (KeelPlansHere, keel_plans_here, KEEL, PLANS_HERE, AdwBin)

KeelPlansHere *keel_plans_here_new (void);

/* @series (nullable) is the UUID under which @meeting is followed. */
void keel_plans_here_show_meeting (KeelPlansHere *self, KeelSession *session, const char *series,
                                   KeelMeeting *meeting);
void keel_plans_here_show_person (KeelPlansHere *self, KeelSession *session, const KeelPerson *person);

G_END_DECLS
