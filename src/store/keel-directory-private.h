#pragma once

#include "keel-database.h"
#include "keel-directory.h"

G_BEGIN_DECLS

extern const KeelDatabaseKind keel_directory_kind;

KeelDatabase *keel_directory_get_database (KeelDirectory *self);

/* As keel_directory_get_lists (). */
GPtrArray *keel_directory_read_lists (KeelDatabase *database, GError **error);

G_END_DECLS
