#pragma once

#include <gtk/gtk.h>

#include "keel-calendar.h"

G_BEGIN_DECLS

/*
 * KeelDateCard: some dates of one day as rows, beside what stands for them where there is too little room to
 * act on them.
 *
 * Signal: "show-series" (KeelSeries *series), when the person wants its details; the card is closed by then.
 */
#define KEEL_TYPE_DATE_CARD (keel_date_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelDateCard, keel_date_card, KEEL, DATE_CARD, GtkPopover)

/* In @parent, which unparents it when it goes. */
KeelDateCard *keel_date_card_new (GtkWidget *parent);
/* @items: of KeelAgendaItem, of @day, at least one. @beside lies in the parent. */
void keel_date_card_open (KeelDateCard *self, KeelCalendar *calendar, gint64 day, GPtrArray *items,
                          GtkWidget *beside);
/* The first of those that it was opened with last. Transfer none, nullable. */
KeelAgendaItem *keel_date_card_get_item (KeelDateCard *self);

G_END_DECLS
