#pragma once

#include "keel-session-days.h"
#include "paper/keel-milestone-card.h"

G_BEGIN_DECLS

/* A milestone that was reached as a card, without a program's name. @days knows of its count. Transfer full.
 */
KeelMilestoneCard *keel_milestone_words_make_card (KeelSession *session, const KeelDays *days,
                                                   const KeelReached *reached);
/* "22 November 2026": with the year, since a card is kept. Transfer full. */
char *keel_milestone_words_date (gint64 day);
/* Those that the person wants to be told of now: of const KeelReached, the newest first. None of a count of
 * which nothing is to count up. Transfer container. */
GPtrArray *keel_milestone_words_find_news (const KeelDays *days);

G_END_DECLS
