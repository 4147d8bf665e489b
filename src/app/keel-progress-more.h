#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelProgressMore: rows that lead to all that belongs to looking back and ahead. A row is there where what
 * it does is. */
#define KEEL_TYPE_PROGRESS_MORE (keel_progress_more_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgressMore, keel_progress_more, KEEL, PROGRESS_MORE, AdwBin)

G_END_DECLS
