#pragma once

#include "core/keel-series.h"
#include "keel-profile.h"

G_BEGIN_DECLS

/* What holds for all reminders: kept in the journal, projected into reminders.db. */
gboolean keel_profile_get_reminder_preferences (KeelProfile *self, KeelReminderPreferences *preferences,
                                                GError **error);
/* KEEL_STORE_ERROR_INVALID for quiet hours outside a day. Taken back by setting what was before. */
gboolean keel_profile_set_reminder_preferences (KeelProfile *self, const KeelReminderPreferences *preferences,
                                                GError **error);

/* Takes the answers over that were given on notifications: GOING becomes an intention, NOT and WENT an
 * attendance (what else was put down of it stays), and all of them are dropped. Each is taken once, however
 * many processes do this; one that is not newer than what the person wrote or took back themselves changes
 * nothing. What changed something is appended to @taken (nullable, of KeelReminderAnswer). Called by
 * keel_profile_open (), and by an open Keel when the file `answers` in the profile's folder is touched; who
 * opens the same profile at that moment may have been faster, so show what the journal has then in any
 * case. */
gboolean keel_profile_take_answers (KeelProfile *self, GPtrArray *taken, GError **error);

/* Whether the person means to go. */
gboolean keel_profile_set_going (KeelProfile *self, const char *series, KeelLocalTime occurrence,
                                 gint64 start, gboolean going, GError **error);
/* Of KeelOccurrenceKey, by start: those that begin at @from (seconds UTC) or later. */
GPtrArray *keel_profile_get_going (KeelProfile *self, gint64 from, GError **error);

/* The last line of the log (KeelReminderEvent's id) that the person has seen; 0: none, -1 on failure. What
 * was missed or failed after it is to be told in the window. Kept with the log, in reminders.db. */
gint64 keel_profile_get_seen_event (KeelProfile *self, GError **error);
gboolean keel_profile_set_seen_event (KeelProfile *self, gint64 id, GError **error);

/* An occurrence of which nobody said yet what came of it. */
typedef struct
{
  KeelSeries *series;
  KeelOccurrence occurrence;
} KeelUnanswered;

void keel_unanswered_free (KeelUnanswered *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelUnanswered, keel_unanswered_free)

/* "Did you go?" inside the window: of KeelUnanswered, the one that ended last first, at most @limit. What
 * ended within the last seven days, since it was followed, and has no attendance. Empty where the person does
 * not want to be asked afterwards; without what was asked away or dismissed on a notification. */
GPtrArray *keel_profile_get_unanswered (KeelProfile *self, guint limit, GError **error);
/* Nobody asks for it any more, here or on a notification. @away FALSE takes that back. */
gboolean keel_profile_ask_away (KeelProfile *self, const char *series, KeelLocalTime occurrence, gint64 start,
                                gboolean away, GError **error);

G_END_DECLS
