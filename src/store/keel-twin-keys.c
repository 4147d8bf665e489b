#include "keel-twin-keys.h"

#include <string.h>

/* How a service names its rooms. */
typedef enum
{
  ROOM_NUMBER,
  ROOM_CODE, /* abc-defg-hij */
  ROOM_NAME,
} RoomKind;

/* Of Zoom at least; what is shorter is no number of a room. */
#define MIN_DIGITS 9

static const struct
{
  const char *service;
  const char *host;   /* or one below it */
  const char *before; /* in the link behind the host */
  RoomKind kind;
} rooms[] = {
  { "zoom", "zoom.us", "/j/", ROOM_NUMBER },
  { "zoom", "zoom.us", "/w/", ROOM_NUMBER },
  { "zoom", "zoom.us", "/wc/join/", ROOM_NUMBER },
  { "zoom", "zoom.us", "/wc/", ROOM_NUMBER },
  { "zoom", "zoom.us", "/my/", ROOM_NAME },
  { "zoom", "zoom.com", "/j/", ROOM_NUMBER },
  { "zoom", "zoom.com", "/my/", ROOM_NAME },
  { "google", "meet.google.com", "/", ROOM_CODE },
  { "teams", "teams.microsoft.com", "/meetup-join/", ROOM_NAME },
  { "teams", "teams.microsoft.com", "/meet/", ROOM_NUMBER },
  { "teams", "teams.live.com", "/meet/", ROOM_NUMBER },
  { "goto", "gotomeeting.com", "/join/", ROOM_NUMBER },
  { "goto", "meet.goto.com", "/", ROOM_NUMBER },
  { "webex", "webex.com", "/meet/", ROOM_NAME },
  { "jitsi", "meet.jit.si", "/", ROOM_NAME },
};

/* Their other pages say nothing of a room, whatever is in them. */
static const char *const roomless[] = { "zoom.us", "zoom.com" };

/* FNV-1a, 48 bits of it: there are never enough of one time for two to be equal by chance. */
static gint64
hash_text (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *p = text; *p; p++)
    hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  return (gint64) ((hash ^ hash >> 48) & G_GUINT64_CONSTANT (0xffffffffffff)) | 1;
}

static void
append_letters (GString *text, const char *from)
{
  g_autofree char *folded = g_utf8_casefold (from, -1);

  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        g_string_append_unichar (text, g_utf8_get_char (p));
    }
}

/* 0 unless both have letters. */
static gint64
hash_with_name (const char *text, const char *name)
{
  g_autoptr (GString) both = g_string_new (text);
  gsize length;

  g_string_append_c (both, ' ');
  length = both->len;
  append_letters (both, name);
  return length > 1 && both->len > length ? hash_text (both->str) : 0;
}

static gboolean
is_below (const char *host, const char *domain)
{
  gsize length = strlen (host);
  gsize end = strlen (domain);

  return g_str_has_suffix (host, domain) && (length == end || host[length - end - 1] == '.');
}

/* 1234567890 and 9999999999 are examples. */
static gboolean
is_example (const char *digits)
{
  gsize length = strlen (digits);
  gsize alike = 1;
  gsize ascending = 1;

  for (gsize i = 1; i < length; i++)
    {
      alike += digits[i] == digits[i - 1];
      ascending += (digits[i] - digits[i - 1] + 10) % 10 == 1;
    }
  return alike == length || ascending == length;
}

static gboolean
is_number (const char *room)
{
  gsize length = strlen (room);

  return length >= MIN_DIGITS && strspn (room, "0123456789") == length && !is_example (room);
}

static gboolean
is_code (const char *room)
{
  static const char pattern[] = "aaa-aaaa-aaa";

  if (strlen (room) != strlen (pattern))
    return FALSE;
  for (gsize i = 0; pattern[i]; i++)
    {
      if (pattern[i] == 'a' ? !g_ascii_isalpha (room[i]) : room[i] != pattern[i])
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_room (const char *room, RoomKind kind)
{
  switch (kind)
    {
    case ROOM_NUMBER:
      return is_number (room);
    case ROOM_CODE:
      return is_code (room);
    case ROOM_NAME:
    default:
      return *room != '\0';
    }
}

/* "zoom 87654321098"; NULL where it is no link to one room. */
static char *
find_room (const char *host, const char *rest)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      const char *start = is_below (host, rooms[i].host) ? strstr (rest, rooms[i].before) : NULL;
      g_autofree char *room = NULL;

      if (!start)
        continue;
      start += strlen (rooms[i].before);
      room = g_ascii_strdown (start, (gssize) strcspn (start, "/?&"));
      if (is_room (room, rooms[i].kind))
        return g_strdup_printf ("%s %s", rooms[i].service, room);
    }
  return NULL;
}

static gboolean
is_roomless (const char *host)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roomless); i++)
    {
      if (is_below (host, roomless[i]))
        return TRUE;
    }
  return FALSE;
}

/* The host in small letters and without "www."; what is behind it without an anchor and slashes at its end.
 * FALSE where it is no link to a page. */
static gboolean
split_link (const char *link, char **host, char **rest)
{
  const char *start = g_ascii_strncasecmp (link, "http", 4) == 0 ? strstr (link, "://") : NULL;
  gsize length;

  if (!start)
    return FALSE;
  start += strlen ("://");
  start += g_ascii_strncasecmp (start, "www.", 4) == 0 ? 4 : 0;
  length = strcspn (start, "/?#");
  *host = g_ascii_strdown (start, (gssize) length);
  start += length;
  length = strcspn (start, "#");
  while (length > 0 && start[length - 1] == '/')
    length--;
  *rest = g_strndup (start, length);
  return TRUE;
}

gint64
keel_twin_make_link_key (const char *link, const char *name)
{
  g_autofree char *host = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *room = NULL;
  g_autofree char *page = NULL;

  if (!link || !split_link (link, &host, &rest))
    return 0;
  room = find_room (host, rest);
  if (room)
    return hash_text (room);
  /* A host alone is a company and no room. */
  if (!name || *rest == '\0' || is_roomless (host))
    return 0;
  page = g_strconcat (host, rest, NULL);
  return hash_with_name (page, name);
}

gint64
keel_twin_make_place_key (const char *address, const char *name)
{
  g_autoptr (GString) text = NULL;

  if (!address || !name)
    return 0;
  text = g_string_new (NULL);
  append_letters (text, address);
  return hash_with_name (text->str, name);
}

gint64
keel_twin_make_room_key (KeelMeeting *meeting)
{
  const char *texts[] = { meeting->conference_url, meeting->phone,   meeting->location, meeting->address,
                          meeting->timezone,       meeting->program, meeting->group };
  g_autoptr (GString) text = NULL;

  if (!meeting->any_time || meeting->schedule || meeting->day < 0 || meeting->minute < 0)
    return 0;
  text = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (text, "%s\n", texts[i] ? texts[i] : "");
  return hash_with_name (text->str, meeting->name);
}
