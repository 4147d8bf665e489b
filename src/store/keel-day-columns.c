#include "keel-day-columns.h"

#include "core/keel-logical-day.h"

gint64
keel_column_day (sqlite3_stmt *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return KEEL_DAY_NONE;
  return sqlite3_column_int64 (statement, column);
}

void
keel_bind_day (sqlite3_stmt *statement, int index, gint64 day)
{
  if (day == KEEL_DAY_NONE)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int64 (statement, index, day);
}

int
keel_column_minute (sqlite3_stmt *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return -1;
  return sqlite3_column_int (statement, column);
}

void
keel_bind_minute (sqlite3_stmt *statement, int index, int minute)
{
  if (minute < 0)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int (statement, index, minute);
}
