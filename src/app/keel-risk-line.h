#pragma once

#include "keel-date-line.h"

G_BEGIN_DECLS

/* The high-risk date of a day, as it is painted there; NULL where there is none. Transfer full. */
KeelDateLine *keel_risk_line_new (KeelSession *session, gint64 day);

G_END_DECLS
