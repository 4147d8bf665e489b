#pragma once

/* Private to store: days, times of day and numbers in columns of the journal, NULL where there is none. */

#include "keel-database.h"

G_BEGIN_DECLS

/* KEEL_DAY_NONE for NULL; KEEL_DAY_UNSAID and KEEL_PERSON_NO_DAY are the same. */
gint64 keel_column_day (sqlite3_stmt *statement, int column);
void keel_bind_day (sqlite3_stmt *statement, int index, gint64 day);
/* @otherwise for NULL. */
int keel_column_number (sqlite3_stmt *statement, int column, int otherwise);
/* -1 for NULL. */
int keel_column_minute (sqlite3_stmt *statement, int column);
void keel_bind_minute (sqlite3_stmt *statement, int index, int minute);

G_END_DECLS
