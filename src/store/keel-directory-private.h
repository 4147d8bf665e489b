#pragma once

#include "keel-database.h"
#include "keel-directory.h"

G_BEGIN_DECLS

extern const KeelDatabaseKind keel_directory_kind;

KeelDatabase *keel_directory_get_database (KeelDirectory *self);

G_END_DECLS
