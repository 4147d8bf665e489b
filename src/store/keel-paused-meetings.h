#pragma once

/* Private to store: what lists have but mark as not meeting at present. These are not among the meetings of
 * the directory, and yet not gone. */

#include "keel-database.h"

G_BEGIN_DECLS

gboolean keel_paused_meetings_clear (KeelDatabase *database, gint64 list, GError **error);
/* @slugs: what @list_name calls them. */
gboolean keel_paused_meetings_add (KeelDatabase *database, gint64 list, const char *list_name,
                                   const char *const *slugs, GError **error);
gboolean keel_paused_meetings_have (KeelDatabase *database, const char *list_name, const char *slug,
                                    gboolean *paused, GError **error);

G_END_DECLS
