#pragma once

/* Private to store: the towns of the directory, found in the regions and addresses of its meetings. */

#include "keel-database.h"
#include "keel-town.h"

G_BEGIN_DECLS

typedef struct _KeelTownTable KeelTownTable;

KeelTownTable *keel_town_table_load (KeelDatabase *database, GError **error);
void keel_town_table_free (KeelTownTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelTownTable, keel_town_table_free)

/* Of KeelTown, at most @limit, as keel_meeting_index_find_towns (). */
GPtrArray *keel_town_table_find (KeelTownTable *self, const char *text, guint limit);

G_END_DECLS
