#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelSeriesFollow: follows a meeting of a list; and when it is followed, says so with its reminders, which
 * can be changed, and lets one edit it or stop following. */
#define KEEL_TYPE_SERIES_FOLLOW (keel_series_follow_get_type ())
G_DECLARE_FINAL_TYPE (KeelSeriesFollow, keel_series_follow, KEEL, SERIES_FOLLOW, AdwBin)

/* @series is nullable: not followed. */
void keel_series_follow_show (KeelSeriesFollow *self, KeelSession *session, KeelMeeting *meeting,
                              KeelSeries *series);
/* Takes the focus, if there is anything to press. */
gboolean keel_series_follow_start (KeelSeriesFollow *self);

G_END_DECLS
