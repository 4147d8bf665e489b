#pragma once

#include "core/keel-days.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * The days of the open profile: counts, lapses, milestones. "days-changed" comes after each change.
 * Attendance, progress and urges make milestones, too: whoever shows them reads again after their signals,
 * and when the day changes (keel-minute-watch.h).
 */

/* What the pages of the profile offer: they change with "pages-changed". Keeps what was reached since it was
 * last read; no change is told for that. */
void keel_session_read_days_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
KeelDays *keel_session_read_days_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Puts @count down: a new one (the last in order) where it has no UUID, else in the place of the one with it,
 * also of a deleted one. Returned as it is now; *@before (nullable; transfer full) is what stood there. To
 * undo is to save that, or to delete the new one. */
void keel_session_save_count_async (KeelSession *self, const KeelDayCount *count,
                                    KeelSessionCallback callback, gpointer data);
KeelDayCount *keel_session_save_count_finish (KeelSession *self, GAsyncResult *result, KeelDayCount **before,
                                              GError **error);
/* Takes it away, or takes that back. Ended by keel_session_change_finish (), as all that follow but the
 * saves.
 */
void keel_session_delete_count_async (KeelSession *self, const char *uuid, gboolean deleted,
                                      KeelSessionCallback callback, gpointer data);

/* The same of a lapse. */
void keel_session_save_lapse_async (KeelSession *self, const KeelLapse *lapse, KeelSessionCallback callback,
                                    gpointer data);
KeelLapse *keel_session_save_lapse_finish (KeelSession *self, GAsyncResult *result, KeelLapse **before,
                                           GError **error);
void keel_session_delete_lapse_async (KeelSession *self, const char *uuid, gboolean deleted,
                                      KeelSessionCallback callback, gpointer data);

/* That the person was told of these, all of KeelReached. */
void keel_session_tell_reached_async (KeelSession *self, GPtrArray *reached, KeelSessionCallback callback,
                                      gpointer data);
/* One without time, by hand: amends, service, or in own words. */
void keel_session_save_reached_async (KeelSession *self, const KeelReached *reached,
                                      KeelSessionCallback callback, gpointer data);
KeelReached *keel_session_save_reached_finish (KeelSession *self, GAsyncResult *result, GError **error);
void keel_session_delete_reached_async (KeelSession *self, const char *uuid, gboolean deleted,
                                        KeelSessionCallback callback, gpointer data);

void keel_session_set_day_options_async (KeelSession *self, const KeelDayOptions *options,
                                         KeelSessionCallback callback, gpointer data);

G_END_DECLS
