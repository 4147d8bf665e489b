#include "keel-ical-index.h"

#include <string.h>

#include "keel-ical-lines.h"
#include "keel-row-splitter.h"

#define MAX_ZONES 1000
#define LINES_PER_CHECK 4096

typedef struct
{
  KeelIcalIndex *index;
  KeelIcalLines lines;
  int depth;
  int open_depth; /* of the event or zone that is open; 0: none */
  gboolean is_event;
  KeelIcalSpan span;
  gboolean has_group;
  char *zone; /* TZID of the open VTIMEZONE */
} Walk;

/* Calendars that lack the wrapper are read, too. */
static const char *const beginnings[] = { "BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VTIMEZONE" };

static gsize
skip_blank (const char *data, gsize length)
{
  gsize skipped = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (skipped < length && (g_ascii_isspace (data[skipped]) || data[skipped] == '\0'))
    skipped++;
  return skipped;
}

gboolean
keel_ical_is_calendar (const char *data, gsize length)
{
  gsize skipped = skip_blank (data, length);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (length - skipped >= strlen (beginnings[i]) &&
        g_ascii_strncasecmp (data + skipped, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;
  return FALSE;
}

/* 64 bits of SHA-256: whoever writes the file cannot make two UIDs fall together by looking a moment. */
static guint64
hash_text (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 hash;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (&hash, digest, sizeof hash);
  return hash;
}

static gboolean
refuse (GError **error, KeelFeedError code, const char *message)
{
  g_set_error_literal (error, KEEL_FEED_ERROR, code, message);
  return FALSE;
}

/* Ends the open component before @end. */
static gboolean
close_component (Walk *walk, gsize end, GError **error)
{
  KeelIcalIndex *index = walk->index;

  walk->depth = walk->open_depth - 1;
  walk->open_depth = 0;
  walk->span.length = end - walk->span.offset;
  if (walk->is_event)
    {
      if (index->events->len >= KEEL_MAX_ROWS)
        return refuse (error, KEEL_FEED_ERROR_TOO_LARGE, "The calendar has more than 500,000 events");
      /* Without a UID it goes with nothing else. */
      if (!walk->has_group)
        walk->span.group = walk->span.offset * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      g_array_append_val (index->events, walk->span);
    }
  else if (walk->zone != NULL && g_hash_table_size (index->zones) < MAX_ZONES &&
           !g_hash_table_contains (index->zones, walk->zone))
    g_hash_table_insert (index->zones, g_steal_pointer (&walk->zone),
                         g_memdup2 (&walk->span, sizeof walk->span));
  g_clear_pointer (&walk->zone, g_free);
  return TRUE;
}

static gboolean
begin_component (Walk *walk, const char *name, GError **error)
{
  gboolean is_event = g_ascii_strcasecmp (name, "VEVENT") == 0;

  /* An event within an event: the end of the first is missing. */
  if (walk->open_depth > 0 && is_event && !close_component (walk, walk->lines.start, error))
    return FALSE;
  if (++walk->depth > KEEL_MAX_DEPTH)
    return refuse (error, KEEL_FEED_ERROR_TOO_DEEP, "The calendar is nested too deeply");
  if (walk->open_depth == 0 && (is_event || g_ascii_strcasecmp (name, "VTIMEZONE") == 0))
    {
      walk->open_depth = walk->depth;
      walk->is_event = is_event;
      walk->has_group = FALSE;
      walk->span = (KeelIcalSpan){ .offset = walk->lines.start };
    }
  return TRUE;
}

static gboolean
end_component (Walk *walk, const char *name, GError **error)
{
  const char *open = walk->is_event ? "VEVENT" : "VTIMEZONE";

  if (walk->open_depth > 0 && g_ascii_strcasecmp (name, open) == 0)
    return close_component (walk, walk->lines.position, error);
  if (g_ascii_strcasecmp (name, "VCALENDAR") == 0)
    {
      if (walk->open_depth > 0 && !close_component (walk, walk->lines.start, error))
        return FALSE;
      walk->depth = 0;
    }
  else if (walk->depth > walk->open_depth)
    walk->depth--;
  return TRUE;
}

static char *
take_value (const char *line)
{
  const char *value = keel_ical_line_get_value (line);
  char *text = g_strstrip (g_utf8_make_valid (value != NULL ? value : "", -1));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
take_property (Walk *walk, const char *line)
{
  const char *value = keel_ical_line_get_value (line);
  KeelIcalIndex *index = walk->index;

  if (walk->open_depth == 0)
    {
      if (index->timezone == NULL && keel_ical_line_is (line, "X-WR-TIMEZONE"))
        index->timezone = take_value (line);
      return;
    }
  if (walk->depth != walk->open_depth || value == NULL || *value == '\0')
    return;
  if (!walk->is_event && walk->zone == NULL && keel_ical_line_is (line, "TZID"))
    walk->zone = take_value (line);
  else if (walk->is_event && ((keel_ical_line_is (line, "UID") && !walk->has_group) ||
                              keel_ical_line_is (line, "X-KEEL-SEGMENT-OF")))
    {
      walk->span.group = hash_text (value);
      walk->has_group = TRUE;
    }
}

static gboolean
take_line (Walk *walk, GError **error)
{
  char *line = walk->lines.line->str;

  if (keel_ical_line_is (line, "BEGIN"))
    return begin_component (walk, g_strstrip (line + strlen ("BEGIN:")), error);
  if (keel_ical_line_is (line, "END"))
    return end_component (walk, g_strstrip (line + strlen ("END:")), error);
  take_property (walk, line);
  return TRUE;
}

static gboolean
walk_lines (Walk *walk, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) line_error = NULL;

  for (guint i = 0; keel_ical_lines_next (&walk->lines, &line_error); i++)
    {
      if (i % LINES_PER_CHECK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!take_line (walk, error))
        return FALSE;
    }
  if (line_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&line_error));
      return FALSE;
    }
  /* A file that was cut off keeps what can be read. */
  return walk->open_depth == 0 || close_component (walk, walk->lines.length, error);
}

static int
compare_by_group_cb (gconstpointer a, gconstpointer b)
{
  const KeelIcalSpan *one = a;
  const KeelIcalSpan *other = b;

  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  return (one->offset > other->offset) - (one->offset < other->offset);
}

/* Names each group for its first event and puts the groups in the order of these. */
static void
sort_groups (GArray *events)
{
  guint64 hash = 0;
  gsize first = 0;

  g_array_sort (events, compare_by_group_cb);
  for (guint i = 0; i < events->len; i++)
    {
      KeelIcalSpan *span = &g_array_index (events, KeelIcalSpan, i);

      if (i == 0 || span->group != hash)
        {
          hash = span->group;
          first = span->offset;
        }
      span->group = first;
    }
  g_array_sort (events, compare_by_group_cb);
}

static gboolean
check_beginning (const char *data, gsize length, GError **error)
{
  gsize skipped = skip_blank (data, length);

  if (skipped == length)
    return refuse (error, KEEL_FEED_ERROR_EMPTY_FILE, "The file is empty");
  if (data[skipped] == '<')
    return refuse (error, KEEL_FEED_ERROR_HTML, "The file is a web page, not a calendar");
  if (!keel_ical_is_calendar (data, length))
    return refuse (error, KEEL_FEED_ERROR_FORMAT, "The file is no calendar");
  return TRUE;
}

KeelIcalIndex *
keel_ical_index_new (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (KeelIcalIndex) self = NULL;
  gsize length, skipped;
  const char *data = g_bytes_get_data (bytes, &length);
  Walk walk = { NULL };
  gboolean walked;

  if (!check_beginning (data, length, error))
    return NULL;
  self = g_new0 (KeelIcalIndex, 1);
  self->bytes = g_bytes_ref (bytes);
  self->events = g_array_new (FALSE, FALSE, sizeof (KeelIcalSpan));
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  walk.index = self;
  skipped = skip_blank (data, length);
  keel_ical_lines_init (&walk.lines, data, length);
  walk.lines.position = skipped;
  walked = walk_lines (&walk, cancellable, error);
  keel_ical_lines_clear (&walk.lines);
  g_free (walk.zone);
  if (!walked)
    return NULL;
  sort_groups (self->events);
  return g_steal_pointer (&self);
}

void
keel_ical_index_free (KeelIcalIndex *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->events);
  g_hash_table_unref (self->zones);
  g_free (self->timezone);
  g_free (self);
}

const char *
keel_ical_index_get_text (const KeelIcalIndex *self, const KeelIcalSpan *span)
{
  return (const char *) g_bytes_get_data (self->bytes, NULL) + span->offset;
}
