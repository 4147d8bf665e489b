#pragma once

#include <adwaita.h>

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelProgressMore: rows that lead to all that belongs to looking back and ahead. A row is there where what
 * it does is. */
#define KEEL_TYPE_PROGRESS_MORE (keel_progress_more_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgressMore, keel_progress_more, KEEL, PROGRESS_MORE, AdwBin)

/* The rows for the pages that @session offers, and for others when they change. */
void keel_progress_more_set_session (KeelProgressMore *self, KeelSession *session);

G_END_DECLS
