#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelTodayCard: one card of Today, which the person can move and hide: a frame with a heading around a
 * widget. The widget knows nothing of cards: it brings no frame, no margins and no heading of its own, reads
 * what it needs when it is made and when the session tells of changes (not when it is mapped: what is hidden
 * never is), and is visible exactly while it has something to say.
 *
 * Property "has-content": whether it has; the card is seen where it has and is not hidden.
 */
#define KEEL_TYPE_TODAY_CARD (keel_today_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayCard, keel_today_card, KEEL, TODAY_CARD, AdwBin)

/* @id lasts: it is kept in the journal. @title is translated. */
KeelTodayCard *keel_today_card_new (const char *id, const char *title, GtkWidget *child);

const char *keel_today_card_get_id (KeelTodayCard *self);
const char *keel_today_card_get_title (KeelTodayCard *self);
void keel_today_card_set_title (KeelTodayCard *self, const char *title);
gboolean keel_today_card_get_has_content (KeelTodayCard *self);

/* By the person. */
void keel_today_card_set_put_away (KeelTodayCard *self, gboolean put_away);
/* Since the pages of the profile do not offer it: then there is no such card. */
void keel_today_card_set_withheld (KeelTodayCard *self, gboolean withheld);
gboolean keel_today_card_is_withheld (KeelTodayCard *self);

/* FALSE: what stands in it needs none to be seen; a screen reader is told the title all the same. */
void keel_today_card_set_shows_title (KeelTodayCard *self, gboolean shows);
/* FALSE: what stands in it has frames of its own, e.g. a boxed list. */
void keel_today_card_set_framed (KeelTodayCard *self, gboolean framed);

G_END_DECLS
