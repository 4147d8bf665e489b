#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Beyond this a list is called old: groups move. In seconds. */
#define KEEL_LIST_OLD (30 * 24 * 3600)

/* Of a list that was imported more than 30 days ago, how old it is and what to do; NULL of a newer one. Both
 * in seconds UTC; transfer full. */
char *keel_sentence_old_list (gint64 imported_at, gint64 now, gboolean from_address);

G_END_DECLS
