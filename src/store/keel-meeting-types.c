#include "keel-meeting-types.h"

#include <string.h>

#include "core/keel-type-table.h"

/* Of the types that are not chosen. */
#define MAX_COUNTED 20

typedef enum
{
  FAILED_TYPES = 1 << 0,
  FAILED_LANGUAGE = 1 << 1,
  FAILED_ACCESS = 1 << 2,
} Failed;

typedef struct
{
  guint first; /* in ids */
  guint n;
  guint8 access;
} Set;

struct _KeelMeetingTypes
{
  GHashTable *kinds; /* folded name → Kind */

  GPtrArray *names;   /* of char *, as first seen */
  GArray *name_kinds; /* of guint8, a KeelTypeKind for each name */
  GHashTable *ids;    /* folded name → index + 1 in names */

  GArray *sets;       /* of Set; the first is empty */
  GArray *members;    /* of guint: ids of all sets, one set after the other */
  GHashTable *places; /* gint64 * → index in sets */
};

typedef struct
{
  guint8 kind;
  char *usual;
} Kind;

static void
free_kind (gpointer data)
{
  g_free (((Kind *) data)->usual);
  g_free (data);
}

/* --- Loading --- */

static gboolean
load_kinds (KeelMeetingTypes *self, KeelDatabase *database, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (database, "SELECT name, kind, usual FROM type_kind",
                                                   error);
  gboolean row;

  if (!statement)
    return FALSE;
  while (keel_database_step (database, statement, &row, error))
    {
      g_autofree char *name = NULL;
      Kind *kind;

      if (!row)
        return TRUE;
      name = keel_column_text (statement, 0);
      kind = g_new (Kind, 1);
      kind->kind = (guint8) sqlite3_column_int (statement, 1);
      kind->usual = keel_column_text (statement, 2);
      g_hash_table_replace (self->kinds, g_utf8_casefold (name, -1), kind);
    }
  return FALSE;
}

/* What stands for @name, however it is written. */
static guint
intern (KeelMeetingTypes *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  const Kind *kind = g_hash_table_lookup (self->kinds, folded);
  guint8 value = kind ? kind->kind : KEEL_TYPE_KIND_PLAIN;
  gpointer place = g_hash_table_lookup (self->ids, folded);

  if (place)
    return GPOINTER_TO_UINT (place) - 1;
  if (kind && !g_str_equal (kind->usual, name))
    {
      guint usual = intern (self, kind->usual);

      g_hash_table_insert (self->ids, g_steal_pointer (&folded), GUINT_TO_POINTER (usual + 1));
      return usual;
    }
  g_ptr_array_add (self->names, g_strdup (name));
  g_array_append_val (self->name_kinds, value);
  g_hash_table_insert (self->ids, g_steal_pointer (&folded), GUINT_TO_POINTER (self->names->len));
  return self->names->len - 1;
}

static guint8
get_access (KeelTypeKind kind)
{
  switch (kind)
    {
    case KEEL_TYPE_KIND_WHEELCHAIR:
      return KEEL_ACCESS_WHEELCHAIR;
    case KEEL_TYPE_KIND_SIGN_LANGUAGE:
      return KEEL_ACCESS_SIGN_LANGUAGE;
    case KEEL_TYPE_KIND_CHILDREN:
      return KEEL_ACCESS_CHILDREN;
    default:
      return 0;
    }
}

/* They are few: a reader takes no more than a person would read. */
static gboolean
has_member (const KeelMeetingTypes *self, const Set *set, guint id)
{
  const guint *ids = &g_array_index (self->members, guint, set->first);

  for (guint i = 0; i < set->n; i++)
    {
      if (ids[i] == id)
        return TRUE;
    }
  return FALSE;
}

static void
add_set (KeelMeetingTypes *self, gint64 id, char **names)
{
  Set set = { .first = self->members->len };
  guint place = self->sets->len;

  for (guint i = 0; names && names[i]; i++)
    {
      guint type = intern (self, names[i]);

      if (has_member (self, &set, type))
        continue;
      g_array_append_val (self->members, type);
      set.n++;
      set.access |= get_access (g_array_index (self->name_kinds, guint8, type));
    }
  g_array_append_val (self->sets, set);
  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place));
}

static gboolean
load_sets (KeelMeetingTypes *self, KeelDatabase *database, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (database, "SELECT id, names FROM type_set", error);
  gboolean row;

  if (!statement)
    return FALSE;
  while (keel_database_step (database, statement, &row, error))
    {
      g_auto (GStrv) names = NULL;

      if (!row)
        return TRUE;
      names = keel_column_texts (statement, 1);
      add_set (self, sqlite3_column_int64 (statement, 0), names);
    }
  return FALSE;
}

KeelMeetingTypes *
keel_meeting_types_load (KeelDatabase *database, GError **error)
{
  g_autoptr (KeelMeetingTypes) self = g_new0 (KeelMeetingTypes, 1);

  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_kind);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->name_kinds = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sets = g_array_new (FALSE, FALSE, sizeof (Set));
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  add_set (self, 0, NULL);
  if (!load_kinds (self, database, error) || !load_sets (self, database, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
keel_meeting_types_free (KeelMeetingTypes *self)
{
  if (!self)
    return;
  g_hash_table_unref (self->kinds);
  g_ptr_array_unref (self->names);
  g_array_unref (self->name_kinds);
  g_hash_table_unref (self->ids);
  g_array_unref (self->sets);
  g_array_unref (self->members);
  g_hash_table_unref (self->places);
  g_free (self);
}

guint
keel_meeting_types_get_n_sets (KeelMeetingTypes *self)
{
  return self->sets->len;
}

guint32
keel_meeting_types_find (KeelMeetingTypes *self, gint64 set)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &set));
}

void
keel_meeting_types_describe (KeelMeetingTypes *self, guint32 place, KeelMeeting *meeting)
{
  const Set *set = &g_array_index (self->sets, Set, place);
  g_autoptr (GStrvBuilder) languages = g_strv_builder_new ();

  for (guint i = 0; i < set->n; i++)
    {
      guint id = g_array_index (self->members, guint, set->first + i);

      if (g_array_index (self->name_kinds, guint8, id) == KEEL_TYPE_KIND_LANGUAGE)
        g_strv_builder_add (languages, self->names->pdata[id]);
    }
  g_strfreev (meeting->languages);
  meeting->languages = g_strv_builder_end (languages);
  meeting->access = set->access;
}

/* --- Asking --- */

/* What a query names, as ids. */
typedef struct
{
  GArray *types;  /* of guint; G_MAXUINT: one that no meeting has */
  guint language; /* likewise */
  gboolean has_language;
  guint8 access;
} Choice;

static void
clear_choice (Choice *self)
{
  g_clear_pointer (&self->types, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, clear_choice)

static guint
find_id (KeelMeetingTypes *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  gpointer place = g_hash_table_lookup (self->ids, folded);
  const Kind *kind;

  if (place)
    return GPOINTER_TO_UINT (place) - 1;
  kind = g_hash_table_lookup (self->kinds, folded);
  if (kind)
    {
      g_autofree char *usual = g_utf8_casefold (kind->usual, -1);

      place = g_hash_table_lookup (self->ids, usual);
    }
  return place ? GPOINTER_TO_UINT (place) - 1 : G_MAXUINT;
}

static void
init_choice (Choice *self, KeelMeetingTypes *types, const KeelMeetingQuery *query)
{
  self->types = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; query->types && query->types[i]; i++)
    {
      guint id = find_id (types, query->types[i]);

      g_array_append_val (self->types, id);
    }
  self->has_language = query->language != NULL;
  self->language = query->language ? find_id (types, query->language) : 0;
  self->access = query->access;
}

static guint
find_failed (KeelMeetingTypes *self, const Choice *choice, const Set *set)
{
  guint failed = 0;

  for (guint i = 0; i < choice->types->len; i++)
    {
      if (!has_member (self, set, g_array_index (choice->types, guint, i)))
        failed |= FAILED_TYPES;
    }
  if (choice->has_language && !has_member (self, set, choice->language))
    failed |= FAILED_LANGUAGE;
  if (choice->access & ~set->access)
    failed |= FAILED_ACCESS;
  return failed;
}

guint8 *
keel_meeting_types_choose (KeelMeetingTypes *self, const KeelMeetingQuery *query)
{
  g_auto (Choice) choice = { NULL };
  guint8 *passed;

  init_choice (&choice, self, query);
  if (choice.types->len == 0 && !choice.has_language && choice.access == 0)
    return NULL;
  passed = g_new (guint8, self->sets->len);
  for (guint i = 0; i < self->sets->len; i++)
    passed[i] = find_failed (self, &choice, &g_array_index (self->sets, Set, i)) == 0;
  return passed;
}

static int
compare_counts_cb (const void *a, const void *b)
{
  const KeelFilterCount *one = *(const KeelFilterCount *const *) a;
  const KeelFilterCount *other = *(const KeelFilterCount *const *) b;

  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;
  return g_strcmp0 (one->name, other->name);
}

/* The most frequent types, in their order: lists may have a hundred thousand. */
typedef struct
{
  guint ids[MAX_COUNTED];
  guint n;
} Top;

static gboolean
comes_before (KeelMeetingTypes *self, const guint *by_type, guint id, guint other)
{
  if (by_type[id] != by_type[other])
    return by_type[id] > by_type[other];
  return strcmp (self->names->pdata[id], self->names->pdata[other]) < 0;
}

/* Returns how many places it looked at. */
static guint
put_into_top (KeelMeetingTypes *self, const guint *by_type, guint id, Top *top)
{
  guint place = top->n;
  guint steps;

  while (place > 0 && comes_before (self, by_type, id, top->ids[place - 1]))
    place--;
  steps = 1 + top->n - place;
  if (place == MAX_COUNTED)
    return steps;
  top->n = MIN (top->n + 1, MAX_COUNTED);
  memmove (&top->ids[place + 1], &top->ids[place], (top->n - place - 1) * sizeof *top->ids);
  top->ids[place] = id;
  return steps;
}

static gboolean
is_in_top (const Top *top, guint id)
{
  for (guint i = 0; i < top->n; i++)
    {
      if (top->ids[i] == id)
        return TRUE;
    }
  return FALSE;
}

/* Those chosen stay, so that they can be given up again. */
static guint64
give_types (KeelMeetingTypes *self, const Choice *choice, const guint *by_type, GPtrArray *counts)
{
  guint64 steps = self->names->len;
  Top top = { .n = 0 };

  for (guint i = 0; i < self->names->len; i++)
    {
      if (g_array_index (self->name_kinds, guint8, i) == KEEL_TYPE_KIND_PLAIN && by_type[i] > 0)
        steps += put_into_top (self, by_type, i, &top);
    }
  for (guint i = 0; i < top.n; i++)
    keel_filter_count_append (counts, self->names->pdata[top.ids[i]], by_type[top.ids[i]]);
  for (guint i = 0; i < choice->types->len; i++)
    {
      guint id = g_array_index (choice->types, guint, i);

      if (id < self->names->len && g_array_index (self->name_kinds, guint8, id) == KEEL_TYPE_KIND_PLAIN &&
          !is_in_top (&top, id))
        keel_filter_count_append (counts, self->names->pdata[id], by_type[id]);
    }
  g_ptr_array_sort (counts, compare_counts_cb);
  return steps;
}

static void
give_languages (KeelMeetingTypes *self, const guint *by_type, GPtrArray *counts)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      if (g_array_index (self->name_kinds, guint8, i) == KEEL_TYPE_KIND_LANGUAGE)
        keel_filter_count_append (counts, self->names->pdata[i], by_type[i]);
    }
  g_ptr_array_sort (counts, compare_counts_cb);
}

static void
count_members (KeelMeetingTypes *self, const Set *set, guint failed, guint n, guint *by_type)
{
  for (guint i = 0; i < set->n; i++)
    {
      guint id = g_array_index (self->members, guint, set->first + i);
      gboolean is_language = g_array_index (self->name_kinds, guint8, id) == KEEL_TYPE_KIND_LANGUAGE;

      if ((failed & ~(is_language ? FAILED_LANGUAGE : 0u)) == 0)
        by_type[id] += n;
    }
}

guint64
keel_meeting_types_count (KeelMeetingTypes *self, const KeelMeetingQuery *query, const guint *by_set,
                          KeelMeetingResults *results)
{
  g_autofree guint *by_type = g_new0 (guint, self->names->len + 1);
  g_auto (Choice) choice = { NULL };
  guint64 steps = self->sets->len;

  init_choice (&choice, self, query);
  for (guint i = 0; i < self->sets->len; i++)
    {
      const Set *set = &g_array_index (self->sets, Set, i);
      guint failed = by_set[i] ? find_failed (self, &choice, set) : 0;

      if (by_set[i] == 0)
        continue;
      count_members (self, set, failed, by_set[i], by_type);
      steps += set->n;
      for (guint bit = 0; failed == 0 && bit < KEEL_N_ACCESS; bit++)
        results->by_access[bit] += set->access >> bit & 1 ? by_set[i] : 0;
    }
  steps += give_types (self, &choice, by_type, results->by_type);
  give_languages (self, by_type, results->by_language);
  return steps;
}
