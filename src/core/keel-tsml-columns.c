#include "keel-tsml-columns.h"

#include <string.h>

#include "keel-feed-text.h"

#define MAX_NAME 64

struct _KeelTsmlColumns
{
  GPtrArray *headers; /* folded; nullable each */
  GPtrArray *names;   /* of the Meeting Guide; nullable each */
  gboolean naws;
};

/* What the Meeting Guide calls it, then other words for the same. */
static const char *const known[] = {
  "name meeting meeting_name meeting_title title",
  "slug",
  "id meeting_id",
  "day days day_of_week weekday meeting_day",
  "time start start_time time_start starts meeting_time",
  "end_time end time_end ends finish",
  "timezone time_zone tz",
  "location location_name venue place building",
  "formatted_address full_address",
  "address street street_address address_1",
  "city town municipality",
  "state province",
  "postal_code zip zip_code zipcode postcode post_code postal",
  "country nation",
  "region area",
  "sub_region subregion",
  "district",
  "sub_district subdistrict",
  "types type meeting_type meeting_types format formats codes",
  "notes note meeting_notes comments",
  "location_notes directions",
  "group group_name",
  "group_notes",
  "conference_url meeting_url zoom zoom_link zoom_url online_link online_url virtual_meeting_link",
  "conference_url_notes online_notes zoom_notes",
  "conference_phone zoom_phone dial_in",
  "conference_phone_notes",
  "attendance_option attendance",
  "latitude lat",
  "longitude lng lon long",
  "coordinates lat_lng latlng lat_lon geo",
  "approximate",
  "updated last_updated modified",
  "website url",
  "entity",
};

/* Lower case, and one underscore for whatever else there is. NULL where nothing is left. */
static char *
fold (const char *header)
{
  g_autofree char *clean = keel_feed_clean (header, FALSE);
  GString *name = g_string_new (NULL);
  const char *p;

  for (p = clean != NULL ? clean : ""; *p != '\0' && name->len < MAX_NAME; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (name, g_unichar_tolower (c));
      else if (name->len > 0 && name->str[name->len - 1] != '_')
        g_string_append_c (name, '_');
    }
  if (name->len > 0 && name->str[name->len - 1] == '_')
    g_string_truncate (name, name->len - 1);

  return g_string_free (name, name->len == 0);
}

static GHashTable *
index_known (void)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);
  gsize i;
  guint j;

  for (i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char **words = g_strsplit (known[i], " ", -1);

      for (j = 0; words[j] != NULL; j++)
        g_hash_table_insert (names, words[j], words[0]);
    }

  return names;
}

/* NULL where the Meeting Guide has nothing of the kind. */
static const char *
find_known (const char *folded)
{
  static GHashTable *names = NULL; /* made once, never freed */

  if (g_once_init_enter (&names))
    g_once_init_leave (&names, index_known ());

  return g_hash_table_lookup (names, folded);
}

static gboolean
has (GPtrArray *names, const char *name)
{
  guint i;

  for (i = 0; i < names->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (names, i), name) == 0)
        return TRUE;
    }

  return FALSE;
}

KeelTsmlColumns *
keel_tsml_columns_new (void)
{
  KeelTsmlColumns *self = g_new0 (KeelTsmlColumns, 1);

  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
keel_tsml_columns_free (KeelTsmlColumns *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->headers);
  g_ptr_array_unref (self->names);
  g_free (self);
}

void
keel_tsml_columns_add (KeelTsmlColumns *self, const char *header)
{
  char *folded;
  const char *name;

  g_return_if_fail (self != NULL);

  if (self->headers->len >= KEEL_MAX_COLUMNS)
    return;
  folded = header != NULL ? fold (header) : NULL;
  name = folded != NULL ? find_known (folded) : NULL;
  g_ptr_array_add (self->headers, folded);
  g_ptr_array_add (self->names, g_strdup (name != NULL ? name : folded));
}

gboolean
keel_tsml_columns_settle (KeelTsmlColumns *self, KeelFeedFormat *format)
{
  gboolean name, time;

  g_return_val_if_fail (self != NULL && format != NULL, FALSE);

  self->naws = has (self->headers, "committee") && has (self->headers, "committeename");
  *format = self->naws ? KEEL_FEED_NAWS_CSV : KEEL_FEED_TSML_CSV;
  if (self->naws)
    return TRUE;

  name = has (self->names, "name") || has (self->names, "group") || has (self->names, "location");
  time = has (self->names, "day") || has (self->names, "time");

  return name && (time || keel_tsml_columns_count_known (self) > 2);
}

guint
keel_tsml_columns_count_known (KeelTsmlColumns *self)
{
  guint count = 0;
  guint i;

  g_return_val_if_fail (self != NULL, 0);

  for (i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      count += name != NULL && find_known (name) != NULL;
    }

  return count;
}

guint
keel_tsml_columns_get_length (KeelTsmlColumns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->headers->len;
}

const char *
keel_tsml_columns_get_name (KeelTsmlColumns *self, guint position)
{
  GPtrArray *names;

  g_return_val_if_fail (self != NULL, NULL);

  names = self->naws ? self->headers : self->names;

  return position < names->len ? g_ptr_array_index (names, position) : NULL;
}

char *
keel_tsml_column_name (const char *header)
{
  g_autofree char *folded = fold (header);
  const char *name = folded != NULL ? find_known (folded) : NULL;

  return name != NULL ? g_strdup (name) : g_steal_pointer (&folded);
}
