#include "keel-attendance-book.h"

typedef struct
{
  const char *series; /* the attendance's */
  KeelLocalTime occurrence;
} Key;

struct _KeelAttendanceBook
{
  GHashTable *found; /* of Key to KeelAttendance */
};

static guint
hash_key_cb (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->series) ^ g_int64_hash (&key->occurrence);
}

static gboolean
equal_keys_cb (gconstpointer a, gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->occurrence == second->occurrence && g_str_equal (first->series, second->series);
}

KeelAttendanceBook *
keel_attendance_book_new (GPtrArray *all)
{
  KeelAttendanceBook *self;

  g_return_val_if_fail (all != NULL, NULL);

  self = g_new (KeelAttendanceBook, 1);
  self->found = g_hash_table_new_full (hash_key_cb, equal_keys_cb, g_free, g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      KeelAttendance *attendance = g_ptr_array_index (all, i);
      Key *key = g_new (Key, 1);

      *key = (Key){ attendance->series, attendance->occurrence };
      /* The key's text belongs to the value, so both are replaced together. */
      g_hash_table_replace (self->found, key, g_object_ref (attendance));
    }
  return self;
}

void
keel_attendance_book_free (KeelAttendanceBook *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->found);
  g_free (self);
}

KeelAttendance *
keel_attendance_book_find (KeelAttendanceBook *self, const char *series, KeelLocalTime occurrence)
{
  const Key key = { series, occurrence };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (series != NULL, NULL);

  return g_hash_table_lookup (self->found, &key);
}
