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

/* The town in an address as lists write it ("12 Elm St, Springfield, IL 62701, USA", "Torstr. 1, 10119
 * Berlin"), and the state or country behind it; each NULL where there is none. */
void keel_town_split_address (const char *address, char **town, char **region);

G_END_DECLS
