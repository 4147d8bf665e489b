#pragma once

#include "keel-series.h"

G_BEGIN_DECLS

/*
 * A form showed a person @shown, and they want @wanted. By now it is @now, a copy that is not handed out:
 * what differs between the two becomes part of it, as far as a form for what was added by hand has it (kind,
 * name, program, place, link, phone, note, dates and reminders); the rest stays as it is by now. All have the
 * same UUID.
 *
 * FALSE where @wanted has other dates than @shown, and @now yet others: one of both would be lost.
 */
gboolean keel_series_edit (KeelSeries *now, KeelSeries *shown, KeelSeries *wanted);

G_END_DECLS
