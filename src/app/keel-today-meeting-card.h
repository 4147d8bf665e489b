#pragma once

#include <adwaita.h>

#include "core/keel-agenda.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelTodayMeetingCard: the next meeting, how long it is until then, and the way there. */
#define KEEL_TYPE_TODAY_MEETING_CARD (keel_today_meeting_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayMeetingCard, keel_today_meeting_card, KEEL, TODAY_MEETING_CARD, AdwBin)

/* What begins next, or goes on now, of all that is followed, within two weeks; what is always open only where
 * there is nothing else. Transfer full, nullable. */
KeelAgendaItem *keel_today_find_next (KeelSession *session);

/* Whether the person said that they do not go to this date. */
gboolean keel_today_is_put_off (KeelSession *session, KeelAgendaItem *item);

KeelTodayMeetingCard *keel_today_meeting_card_new (void);
void keel_today_meeting_card_show (KeelTodayMeetingCard *self, KeelSession *session, KeelAgendaItem *item);

G_END_DECLS
