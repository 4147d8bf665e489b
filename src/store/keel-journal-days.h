#pragma once

#include "content/keel-content.h"
#include "core/keel-days.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* Days, lapses and milestones. No reminder depends on them: the journal's change counter stays. */

/* How days are counted: @options gets what was said, or what is usual. */
gboolean keel_journal_get_day_options (KeelJournal *self, KeelDayOptions *options, GError **error);
gboolean keel_journal_set_day_options (KeelJournal *self, const KeelDayOptions *options, GError **error);
/* What day it is for the person, by these and the clock; keeps in which zone days are counted from now on.
 * *@zone (nullable; transfer full) is that zone. */
gboolean keel_journal_get_logical_now (KeelJournal *self, const KeelDayOptions *options, KeelLogicalNow *now,
                                       GTimeZone **zone, GError **error);

/* Everything there is. Keeps the milestones that were reached since it was last read; those that had been
 * reached before their start date was written down are told already. NULL with an error. */
KeelDays *keel_journal_read_days (KeelJournal *self, KeelContent *content, GError **error);

/* Of KeelDayCount, in their order. (keel-journal-day-counts.c) */
GPtrArray *keel_journal_get_day_counts (KeelJournal *self, GError **error);
/* NULL without an error where there is none, or it was deleted. */
KeelDayCount *keel_journal_find_day_count (KeelJournal *self, const char *uuid, GError **error);
/* Puts @count down and fills in what it has not yet: the UUID and, of a new one, its place after all others.
 * One with a UUID takes the place of the count with it, also of a deleted one; what was reached from its
 * start date was reached from the new one then. *@before (nullable; transfer full) is what stood there and
 * was not deleted. Texts of nothing but white space are none. INVALID where it says what cannot be. */
gboolean keel_journal_set_day_count (KeelJournal *self, KeelDayCount *count, KeelDayCount **before,
                                     GError **error);
/* NOT_FOUND where there is none. Its lapses and milestones go and come with it. */
gboolean keel_journal_set_day_count_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                             GError **error);

/* Of KeelLapse, the newest first: those of no count and of counts that are there. (keel-journal-lapses.c) */
GPtrArray *keel_journal_get_lapses (KeelJournal *self, GError **error);
KeelLapse *keel_journal_find_lapse (KeelJournal *self, const char *uuid, GError **error);
/* The same as of a count. The day is the one that it is now where none is said. NOT_FOUND where there is no
 * such count. */
gboolean keel_journal_set_lapse (KeelJournal *self, KeelLapse *lapse, KeelLapse **before, GError **error);
gboolean keel_journal_set_lapse_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                         GError **error);

/* Of KeelReached, the newest first: also those that keel_days_take_reached () leaves out.
 * (keel-journal-milestones.c) */
GPtrArray *keel_journal_get_reached (KeelJournal *self, GError **error);
/* What @days has reached by now, in time and without. */
gboolean keel_journal_keep_reached (KeelJournal *self, const KeelDays *days, GTimeZone *zone, GError **error);
/* One without time, by hand. INVALID where its mark is none of keel_reached_words. */
gboolean keel_journal_set_reached (KeelJournal *self, KeelReached *reached, GError **error);
gboolean keel_journal_set_reached_deleted (KeelJournal *self, const char *uuid, gboolean deleted,
                                           GError **error);
/* That the person was told of these (of KeelReached). */
gboolean keel_journal_tell_reached (KeelJournal *self, const GPtrArray *reached, GError **error);
/* A start date has changed: what was reached from @old was reached from @now. Within a change of the
 * caller's. */
gboolean keel_journal_move_reached (KeelJournal *self, const char *count, gint64 old, gint64 now,
                                    GError **error);

G_END_DECLS
