#pragma once

#include "keel-database.h"

G_BEGIN_DECLS

extern const KeelDatabaseKind keel_journal_kind;

G_END_DECLS
