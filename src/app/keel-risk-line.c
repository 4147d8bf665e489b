#include "config.h"

#include "keel-risk-line.h"

#include <glib/gi18n-lib.h>

#include "keel-care-book.h"
#include "keel-session-settings.h"

/* No series and no program has it. */
#define SYMBOL "⚑"
#define COLOUR "#E69F00"

KeelDateLine *
keel_risk_line_new (KeelSession *session, gint64 day)
{
  const KeelRiskDate *date = keel_care_book_find_date (keel_care_book_get (session), day);
  KeelDateLine *self;

  if (date == NULL)
    return NULL;
  self = g_new0 (KeelDateLine, 1);
  self->mark.symbol = SYMBOL;
  gdk_rgba_parse (&self->mark.colour, COLOUR);
  self->name = g_strdup (date->words);
  self->state = g_strdup (keel_session_is_for_family_alone (session) ? _ ("hard date")
                                                                     : _ ("high-risk date"));
  return self;
}
