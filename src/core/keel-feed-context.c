#include "keel-feed-context.h"

#include <string.h>

#define MAX_ZONES 1000
#define MAX_SLUG 200

gboolean
keel_feed_context_init (KeelFeedContext *self, const KeelFeedOptions *options, GError **error)
{
  guint i;

  memset (self, 0, sizeof *self);
  for (i = 0; i < KEEL_NOTICE_LAST; i++)
    self->notices[i].kind = i;
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->slugs = g_hash_table_new (NULL, NULL);
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  if (options == NULL)
    return TRUE;

  self->program = g_strdup (options->program);
  self->types = options->types != NULL ? keel_type_table_ref (options->types) : NULL;
  if (options->timezone == NULL)
    return TRUE;

  self->timezone = keel_zone_name_resolve (options->timezone);
  if (self->timezone == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "No time zone is called “%s”",
                 options->timezone);

  return self->timezone != NULL;
}

void
keel_feed_context_clear (KeelFeedContext *self)
{
  guint i;

  g_free (self->program);
  g_free (self->timezone);
  g_clear_pointer (&self->types, keel_type_table_unref);
  g_clear_pointer (&self->zones, g_hash_table_unref);
  g_clear_pointer (&self->slugs, g_hash_table_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  for (i = 0; i < KEEL_NOTICE_LAST; i++)
    g_free (self->notices[i].detail);
}

void
keel_feed_context_note (KeelFeedContext *self, KeelNoticeKind kind, const char *detail)
{
  KeelNotice *notice = &self->notices[kind];

  notice->count++;
  if (notice->detail == NULL)
    notice->detail = g_strdup (detail);
}

/* The published zone as an IANA name, or NULL. Lists repeat a few names, and to resolve one reads a
 * file. */
static const char *
resolve_zone (KeelFeedContext *self, const char *published)
{
  const char *known = g_hash_table_lookup (self->zones, published);
  char *name;

  if (known == NULL)
    {
      name = keel_zone_name_resolve (published);
      known = name != NULL ? name : (name = g_strdup (""));
      if (g_hash_table_size (self->zones) >= MAX_ZONES)
        g_hash_table_remove_all (self->zones);
      g_hash_table_insert (self->zones, g_strdup (published), name);
    }

  return *known != '\0' ? known : NULL;
}

static void
set_zone (KeelFeedContext *self, KeelMeeting *meeting, const char *published)
{
  const char *zone = published != NULL ? resolve_zone (self, published) : NULL;

  if (published != NULL && zone == NULL)
    keel_feed_context_note (self, KEEL_NOTICE_ZONE_BAD, published);
  if (zone == NULL)
    {
      zone = self->timezone;
      keel_feed_context_note (self, zone != NULL ? KEEL_NOTICE_ZONE_ASSUMED : KEEL_NOTICE_ZONE_UNKNOWN, zone);
    }

  meeting->timezone = g_strdup (zone);
}

/* FNV-1a. A list of half a million long slugs must not fill the memory, so only this is kept of each; where
 * two had the same, one would get a -1 that it did not need. */
static gpointer
hash_slug (const char *slug)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *slug != '\0'; slug++)
    hash = (hash ^ (guint8) *slug) * G_GUINT64_CONSTANT (0x100000001b3);

  return GSIZE_TO_POINTER ((gsize) hash);
}

/* Gives a slug that is taken the first free of -1, -2 … The counter is kept per slug, so that a feed
 * with one slug for all of its rows is still read in linear time. */
static void
claim_slug (KeelFeedContext *self, KeelMeeting *meeting)
{
  gpointer key = hash_slug (meeting->slug);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->slugs, key));
  g_autofree char *wanted = NULL;

  if (count == 0)
    {
      g_hash_table_insert (self->slugs, key, GUINT_TO_POINTER (1));
      return;
    }

  keel_feed_context_note (self, KEEL_NOTICE_DUPLICATE_SLUG, meeting->slug);
  wanted = g_steal_pointer (&meeting->slug);
  do
    {
      g_free (meeting->slug);
      meeting->slug = g_strdup_printf ("%s-%u", wanted, count++);
    }
  while (g_hash_table_contains (self->slugs, hash_slug (meeting->slug)));
  g_hash_table_insert (self->slugs, hash_slug (meeting->slug), GUINT_TO_POINTER (1));
  g_hash_table_insert (self->slugs, key, GUINT_TO_POINTER (count));
}

void
keel_feed_context_finish (KeelFeedContext *self, KeelMeeting *meeting, const char *zone, GPtrArray *meetings)
{
  claim_slug (self, meeting);
  set_zone (self, meeting, zone);

  if (meeting->day == KEEL_DAY_BY_APPOINTMENT)
    keel_feed_context_note (self, KEEL_NOTICE_BY_APPOINTMENT, NULL);
  else if (meeting->duration == 0)
    keel_feed_context_note (self, KEEL_NOTICE_DURATION_ASSUMED, NULL);
  if ((meeting->notes != NULL && keel_feed_has_rhythm (meeting->notes)) ||
      keel_feed_has_rhythm (meeting->name))
    keel_feed_context_note (self, KEEL_NOTICE_RHYTHM_IN_NOTES, meeting->name);

  g_ptr_array_add (meetings, meeting);
}

char *
keel_feed_context_check_link (KeelFeedContext *self, const char *text)
{
  char *link;

  if (text == NULL)
    return NULL;

  link = keel_link_check (text);
  if (link == NULL)
    keel_feed_context_note (self, KEEL_NOTICE_LINK_DROPPED, text);

  return link;
}

/* A number to call begins with a digit, whatever follows (`646-558-8656 ID 123456789#`). */
static gboolean
is_phone (const char *text)
{
  guint digits = 0;
  const char *p;

  if (g_ascii_strncasecmp (text, "tel:", 4) == 0)
    text += 4;
  if (!g_ascii_isdigit (text[strspn (text, "+( ")]))
    return FALSE;
  for (p = text; *p != '\0'; p++)
    digits += g_ascii_isdigit (*p);

  return digits >= 7;
}

void
keel_feed_context_set_phone (KeelFeedContext *self, KeelMeeting *meeting, char *phone, GPtrArray *notes)
{
  if (phone == NULL)
    return;

  if (strchr (phone, '@') != NULL)
    {
      keel_feed_context_note (self, KEEL_NOTICE_CONTACTS_DROPPED, NULL);
      g_free (phone);
    }
  else if (is_phone (phone))
    {
      meeting->phone = phone;
    }
  else
    {
      keel_feed_add_line (notes, phone);
    }
}

static gboolean
is_contact (const char *member)
{
  return g_str_has_prefix (member, "contact") || strstr (member, "email") != NULL ||
         g_str_equal (member, "phone") || g_str_equal (member, "mailing_address") ||
         g_str_equal (member, "entity_phone");
}

static gboolean
is_filled (JsonNode *node)
{
  const char *text;

  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node)) > 0;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return FALSE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return TRUE;

  text = json_node_get_string (node);

  return text[strspn (text, " \t\r\n")] != '\0';
}

void
keel_feed_context_note_contacts (KeelFeedContext *self, JsonObject *row)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init (&iter, row);
  while (json_object_iter_next (&iter, &member, &node))
    {
      if (is_contact (member) && is_filled (node))
        {
          keel_feed_context_note (self, KEEL_NOTICE_CONTACTS_DROPPED, NULL);
          return;
        }
    }
}

void
keel_feed_context_set_end (KeelFeedContext *self, KeelMeeting *meeting, int end)
{
  int duration;

  if (end < 0)
    return;
  if (end == 0 || end == KEEL_MINUTES_PER_DAY - 1)
    end = KEEL_MINUTES_PER_DAY; /* 23:59 is how many forms spell midnight */

  duration = end - meeting->minute;
  if (meeting->minute == 0 && end == KEEL_MINUTES_PER_DAY)
    {
      meeting->any_time = TRUE;
    }
  else if (duration < 0)
    {
      duration += KEEL_MINUTES_PER_DAY;
      if (duration >= KEEL_FEED_ABSURD_DURATION)
        return; /* 19:15–08:15 is a slip of the pen, and so is its end */
      keel_feed_context_note (self, KEEL_NOTICE_PAST_MIDNIGHT, NULL);
    }

  meeting->duration = duration;
}

char *
keel_feed_slugify (const char *text)
{
  GString *slug = g_string_new (NULL);
  const char *p;

  for (p = text; *p != '\0' && slug->len < MAX_SLUG; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (slug, g_unichar_tolower (c));
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "meeting");

  return g_string_free (slug, FALSE);
}

KeelSkippedRow *
keel_feed_skip (KeelSkipReason reason, const char *name, const char *detail)
{
  KeelSkippedRow *skipped = g_new0 (KeelSkippedRow, 1);

  skipped->reason = reason;
  skipped->name = g_strdup (name);
  skipped->detail = g_strdup (detail);

  return skipped;
}

char *
keel_feed_make_day_slug (const char *slug, int day)
{
  return g_strdup_printf ("%s-%d", slug, day);
}

KeelSkippedRow *
keel_feed_skip_inactive (const char *name, const char *slug, guint days)
{
  KeelSkippedRow *skipped = keel_feed_skip (KEEL_SKIP_INACTIVE, name, NULL);
  g_autoptr (GStrvBuilder) slugs = g_strv_builder_new ();
  int day;

  if ((days & (days - 1)) == 0)
    g_strv_builder_add (slugs, slug);
  for (day = 0; day < 7 && (days & (days - 1)) != 0; day++)
    {
      g_autofree char *of_day = keel_feed_make_day_slug (slug, day);

      if ((days & (1u << day)) != 0)
        g_strv_builder_add (slugs, of_day);
    }
  skipped->slugs = g_strv_builder_end (slugs);

  return skipped;
}
