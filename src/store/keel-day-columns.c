#include "keel-day-columns.h"

#include "core/keel-logical-day.h"
#include "core/keel-medicine.h"
#include "core/keel-person.h"

/* No day is the same everywhere. */
G_STATIC_ASSERT (KEEL_DAY_UNSAID == KEEL_DAY_NONE && KEEL_PERSON_NO_DAY == KEEL_DAY_NONE);

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
keel_column_number (sqlite3_stmt *statement, int column, int otherwise)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return otherwise;
  return sqlite3_column_int (statement, column);
}

int
keel_column_minute (sqlite3_stmt *statement, int column)
{
  return keel_column_number (statement, column, -1);
}

void
keel_bind_minute (sqlite3_stmt *statement, int index, int minute)
{
  if (minute < 0)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int (statement, index, minute);
}
