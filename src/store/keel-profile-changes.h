#pragma once

#include "core/keel-meeting-change.h"
#include "keel-profile.h"

G_BEGIN_DECLS

/* A meeting that is followed, and that its list now has in another way than when it was followed. */
typedef struct
{
  KeelSeries *series;     /* as it is followed */
  KeelMeeting *meeting;   /* as its list has it now; NULL: no longer, or */
  gboolean paused;        /* its list marks it as not meeting at present */
  KeelMeetingChange what; /* from the one to the other */
  char *fingerprint;      /* of what its list says, by which an answer to it is known */
} KeelFollowedChange;

void keel_followed_change_free (KeelFollowedChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelFollowedChange, keel_followed_change_free)

/* Of KeelFollowedChange: what the person has not decided on yet, in order of name. @list is nullable: only
 * what follows that one. A list that was removed has changed nothing. */
GPtrArray *keel_profile_get_changes (KeelProfile *self, const char *list, GError **error);

/*
 * The two answers, to the change that was shown: @shown is its fingerprint. CHANGED where the list says
 * something else by now, NOT_FOUND where there is no change (any more). They return the series as it was
 * before.
 *
 * To take it: the series says what the list says, from now on; its past stays as it was. Where the list no
 * longer has the meeting or pauses it, it is no longer followed (keel_profile_refollow () is the way back).
 * INVALID where the list now gives no day or time.
 *
 * To keep what one has: nobody asks again until the list says something else.
 */
KeelSeries *keel_profile_take_change (KeelProfile *self, const char *uuid, const char *shown, GError **error);
KeelSeries *keel_profile_keep_mine (KeelProfile *self, const char *uuid, const char *shown, GError **error);
/* The way back from both: @before is what they returned, that very object, which knows what the answer made.
 * The meeting and the dates are as they were; what the person changed since (notes, reminders, dates moved or
 * cancelled that were there before too) stays. The change is undecided again then. CHANGED, and nothing is
 * undone, where another change was taken since. */
gboolean keel_profile_undo_answer (KeelProfile *self, KeelSeries *before, GError **error);

G_END_DECLS
