#pragma once

#include <gio/gio.h>

#include "keel-series.h"

G_BEGIN_DECLS

/* One row of the calendar: an occurrence and what it belongs to. */
#define KEEL_TYPE_AGENDA_ITEM (keel_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (KeelAgendaItem, keel_agenda_item, KEEL, AGENDA_ITEM, GObject)

struct _KeelAgendaItem
{
  GObject parent_instance;

  KeelSeries *series;
  KeelOccurrence occurrence;
  gboolean cancelled; /* it does not happen: by the rules it would */
  guint rank;         /* of the series by its name among those of the agenda */
};

/*
 * KeelAgenda: a GListModel of KeelAgendaItem, sorted by start, for a span of a set of series. Set
 * either and the model follows.
 */
#define KEEL_TYPE_AGENDA (keel_agenda_get_type ())
G_DECLARE_FINAL_TYPE (KeelAgenda, keel_agenda, KEEL, AGENDA, GObject)

KeelAgenda *keel_agenda_new (void);
void keel_agenda_set_series (KeelAgenda *self, GPtrArray *series); /* of KeelSeries; keeps a reference */
void keel_agenda_set_span (KeelAgenda *self, gint64 from, gint64 to, GTimeZone *person); /* seconds UTC */
/* Whether it has the dates that were cancelled too. At first it has not. */
void keel_agenda_set_with_cancelled (KeelAgenda *self, gboolean with_cancelled);

G_END_DECLS
