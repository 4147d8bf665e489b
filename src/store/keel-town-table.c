#include "keel-town-table.h"

#include "keel-town-address.h"

#include <math.h>

#include "core/keel-fold.h"

/* A place in the world while its meetings are added up. */
typedef struct
{
  KeelTown town;
  char *key; /* folded name and region */
  double x, y, z;
} Entry;

struct _KeelTownTable
{
  GHashTable *entries; /* key → Entry */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry->town.name);
  g_free (entry->town.region);
  g_free (entry);
}

void
keel_town_table_free (KeelTownTable *self)
{
  if (!self)
    return;
  g_hash_table_unref (self->entries);
  g_free (self);
}

/* --- Adding up --- */

static void
add (KeelTownTable *self, const char *name, const char *region, double latitude, double longitude)
{
  double phi = latitude * G_PI / 180;
  double lambda = longitude * G_PI / 180;
  g_autofree char *text = g_strjoin (" ", name, region, NULL);
  g_autofree char *key = keel_fold (text);
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (!entry)
    {
      entry = g_new0 (Entry, 1);
      entry->key = g_steal_pointer (&key);
      entry->town.name = g_strdup (name);
      entry->town.region = g_strdup (region);
      g_hash_table_insert (self->entries, entry->key, entry);
    }
  entry->town.count++;
  entry->x += cos (phi) * cos (lambda);
  entry->y += cos (phi) * sin (lambda);
  entry->z += sin (phi);
}

static void
add_row (KeelTownTable *self, const char *region, const char *address, double latitude, double longitude)
{
  g_autofree char *town = NULL;
  g_autofree char *state = NULL;

  if (address)
    keel_town_split_address (address, &town, &state);
  if (town)
    add (self, town, state, latitude, longitude);
  if (region && (!town || g_utf8_collate (region, town) != 0))
    add (self, region, state, latitude, longitude);
}

/* In the middle of all: of the straight lines from the middle of the globe, whatever the date line. */
static void
finish (KeelTownTable *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      entry->town.latitude = atan2 (entry->z, hypot (entry->x, entry->y)) * 180 / G_PI;
      entry->town.longitude = atan2 (entry->y, entry->x) * 180 / G_PI;
    }
}

KeelTownTable *
keel_town_table_load (KeelDatabase *database, GError **error)
{
  g_autoptr (KeelTownTable) self = g_new0 (KeelTownTable, 1);
  sqlite3_stmt *statement;
  gboolean row;

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_entry);
  statement = keel_database_prepare (database,
                                     "SELECT region, address, latitude, longitude FROM meeting"
                                     " WHERE latitude IS NOT NULL AND in_person = 1",
                                     error);
  if (!statement)
    return NULL;
  while (keel_database_step (database, statement, &row, error))
    {
      if (!row)
        {
          finish (self);
          return g_steal_pointer (&self);
        }
      add_row (self, (const char *) sqlite3_column_text (statement, 0),
               (const char *) sqlite3_column_text (statement, 1), sqlite3_column_double (statement, 2),
               sqlite3_column_double (statement, 3));
    }
  return NULL;
}

/* --- Finding --- */

static int
compare_towns_cb (const void *a, const void *b)
{
  const KeelTown *one = *(const KeelTown *const *) a;
  const KeelTown *other = *(const KeelTown *const *) b;
  int order;

  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;
  order = g_utf8_collate (one->name, other->name);
  return order != 0 ? order : g_strcmp0 (one->region, other->region);
}

static KeelTown *
copy_town (const KeelTown *town)
{
  KeelTown *copy = g_memdup2 (town, sizeof *town);

  copy->name = g_strdup (town->name);
  copy->region = g_strdup (town->region);
  return copy;
}

static KeelTown *
make_position (const char *text, double latitude, double longitude)
{
  KeelTown *town = g_new0 (KeelTown, 1);

  town->name = g_strstrip (g_strdup (text));
  town->latitude = latitude;
  town->longitude = longitude;
  return town;
}

GPtrArray *
keel_town_table_find (KeelTownTable *self, const char *text, guint limit)
{
  GPtrArray *towns = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_town_free);
  g_autofree char *folded = keel_fold (text);
  GHashTableIter iter;
  gpointer value;
  double latitude, longitude;

  if (keel_town_parse_position (text, &latitude, &longitude))
    {
      g_ptr_array_add (towns, make_position (text, latitude, longitude));
      return towns;
    }
  if (*folded == '\0')
    return towns;
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Entry *entry = value;

      if (g_str_has_prefix (entry->key, folded))
        g_ptr_array_add (towns, copy_town (&entry->town));
    }
  g_ptr_array_sort (towns, compare_towns_cb);
  if (towns->len > limit)
    g_ptr_array_set_size (towns, (int) limit);
  return towns;
}
