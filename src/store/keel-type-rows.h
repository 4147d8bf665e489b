#pragma once

/* Private to store: the rows of the tables type_kind and type_set, which keel_meeting_types_load () reads. */

#include "core/keel-type-table.h"
#include "keel-database.h"

G_BEGIN_DECLS

/* What an import knows of the kinds of types, for keel_meeting_types_load (). @table is nullable. */
gboolean keel_type_rows_store_kinds (KeelDatabase *database, KeelTypeTable *table, GError **error);
/* Stores the set of @names (keel_join_texts ()) unless it is there; *set is what a meeting names it by. */
gboolean keel_type_rows_store_set (KeelDatabase *database, const char *names, gint64 *set, GError **error);
/* Takes away the sets that no meeting has any more. */
gboolean keel_type_rows_sweep (KeelDatabase *database, GError **error);

G_END_DECLS
