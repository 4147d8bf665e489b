#include "keel-feed-text.h"

#include <math.h>
#include <string.h>

#define MAX_PARTS 16
#define MAX_TAG 512

typedef struct
{
  GString *text;
  gboolean lines;
  gboolean space;   /* one is due before the next character */
  gboolean newline; /* likewise */
} Cleaner;

static const struct
{
  const char *name;
  gunichar character;
} entities[] = {
  { "amp", '&' },      { "lt", '<' },       { "gt", '>' },        { "quot", '"' },     { "apos", '\'' },
  { "nbsp", ' ' },     { "ndash", 0x2013 }, { "mdash", 0x2014 },  { "lsquo", 0x2018 }, { "rsquo", 0x2019 },
  { "ldquo", 0x201c }, { "rdquo", 0x201d }, { "hellip", 0x2026 }, { "bull", 0x2022 },  { "middot", 0xb7 },
  { "deg", 0xb0 },     { "copy", 0xa9 },    { "reg", 0xae },      { "trade", 0x2122 }, { "frac12", 0xbd },
  { "aacute", 0xe1 },  { "eacute", 0xe9 },  { "iacute", 0xed },   { "oacute", 0xf3 },  { "uacute", 0xfa },
  { "Aacute", 0xc1 },  { "Eacute", 0xc9 },  { "Iacute", 0xcd },   { "Oacute", 0xd3 },  { "Uacute", 0xda },
  { "ntilde", 0xf1 },  { "Ntilde", 0xd1 },  { "uuml", 0xfc },     { "Uuml", 0xdc },    { "auml", 0xe4 },
  { "Auml", 0xc4 },    { "ouml", 0xf6 },    { "Ouml", 0xd6 },     { "szlig", 0xdf },   { "egrave", 0xe8 },
  { "agrave", 0xe0 },  { "ccedil", 0xe7 },  { "ecirc", 0xea },    { "ocirc", 0xf4 },   { "iexcl", 0xa1 },
  { "iquest", 0xbf },  { "aring", 0xe5 },   { "oslash", 0xf8 },   { "aelig", 0xe6 },   { "ordm", 0xba },
};

/* Tags that end a line, and tags that only go; anything else in angle brackets is text. */
static const char *const line_tags[] = { "br", "p",  "div", "li", "tr", "ul", "ol",
                                         "h1", "h2", "h3",  "h4", "hr", NULL };
static const char *const other_tags[] = { "a",     "abbr",  "b",     "big",  "em",     "font", "i",
                                          "img",   "s",     "small", "span", "strong", "sub",  "sup",
                                          "table", "tbody", "td",    "th",   "u",      NULL };

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f ||
         c == 0x205f || c == 0x3000;
}

static gboolean
is_newline (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Control characters, and what is invisible and may make text look like other text. The marks for
 * reading direction (U+200E, U+200F) and the joiners stay: scripts need them. */
static gboolean
is_dropped (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xad || c == 0x200b || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
         (c >= 0xe0000 && c <= 0xe007f);
}

static void
put (Cleaner *self, gunichar c)
{
  if (is_newline (c))
    {
      self->newline = self->newline || self->lines;
      self->space = TRUE;
    }
  else if (is_space (c))
    {
      self->space = TRUE;
    }
  else if (!is_dropped (c))
    {
      if (self->space && self->text->len > 0)
        g_string_append_c (self->text, self->newline ? '\n' : ' ');
      self->space = self->newline = FALSE;
      g_string_append_unichar (self->text, c);
    }
}

/* The character of a numeric reference such as `#8217` or `#x2019`, 0 where it is none. */
static gunichar
parse_reference (const char *text, const char *end)
{
  guint base = text[1] == 'x' || text[1] == 'X' ? 16 : 10;
  const char *p = text + (base == 16 ? 2 : 1);
  gunichar c = 0;

  if (p == end)
    return 0;
  for (; p < end; p++)
    {
      int digit = base == 16 ? g_ascii_xdigit_value (*p) : g_ascii_digit_value (*p);

      if (digit < 0)
        return 0;
      c = c * base + digit;
      if (c > 0x10ffff)
        return 0;
    }

  return g_unichar_validate (c) ? c : 0;
}

/* The character that the entity after an `&` stands for, or 0; moves @p past it. */
static gunichar
take_entity (const char **p)
{
  const char *end = *p;
  gunichar c = 0;
  gsize i;

  while (end - *p < 9 && (g_ascii_isalnum (*end) || *end == '#'))
    end++;
  if (*end != ';' || end == *p)
    return 0;

  if (**p == '#')
    c = parse_reference (*p, end);
  for (i = 0; c == 0 && i < G_N_ELEMENTS (entities); i++)
    {
      if (strncmp (entities[i].name, *p, end - *p) == 0 && entities[i].name[end - *p] == '\0')
        c = entities[i].character;
    }
  if (c != 0)
    *p = end + 1;

  return c;
}

/* `&amp;#8217;` is as common as `&#8217;`: whoever wrote it escaped twice. */
static void
put_entity (Cleaner *self, const char **p)
{
  gunichar c, next;

  (*p)++;
  c = take_entity (p);
  while (c == '&' && (next = take_entity (p)) != 0)
    c = next;

  put (self, c != 0 ? c : '&');
}

/* Moves @p past a tag. FALSE where the angle bracket is only text. */
static gboolean
put_tag (Cleaner *self, const char **p)
{
  const char *start = *p + 1 + ((*p)[1] == '/');
  const char *end = start;
  char name[8] = "";
  gsize i;

  for (i = 0; i < sizeof name - 1 && g_ascii_isalnum (start[i]); i++)
    name[i] = g_ascii_tolower (start[i]);
  if (!g_strv_contains (line_tags, name) && !g_strv_contains (other_tags, name))
    return FALSE;

  end = start + i;
  if (*end != '>' && *end != '/' && !g_ascii_isspace (*end))
    return FALSE;
  while (*end != '\0' && *end != '>' && *end != '<' && end - start < MAX_TAG)
    end++;
  if (*end != '>')
    return FALSE;

  if (g_strv_contains (line_tags, name))
    put (self, '\n');
  *p = end + 1;

  return TRUE;
}

static void
put_character (Cleaner *self, const char **p)
{
  gunichar c = g_utf8_get_char_validated (*p, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      put (self, 0xfffd);
      (*p)++;
      return;
    }
  put (self, c);
  *p = g_utf8_next_char (*p);
}

/* Most text needs nothing done, and it is cheap to see. Returns its length, or -1. */
static gssize
measure_plain (const char *text, gsize max)
{
  const char *p;

  if (*text == ' ')
    return -1;
  for (p = text; *p != '\0'; p++)
    {
      if (*p < ' ' || *p >= 0x7f || *p == '&' || *p == '<' || (*p == ' ' && (p[1] == ' ' || p[1] == '\0')))
        return -1;
    }

  return (gsize) (p - text) <= max ? p - text : -1;
}

char *
keel_feed_clean (const char *text, gboolean lines)
{
  gsize max = lines ? KEEL_FEED_LINES_BYTES : KEEL_FEED_LINE_BYTES;
  gssize length = measure_plain (text, max);
  Cleaner self = { .lines = lines };
  const char *p = text;

  if (length == 0)
    return NULL;
  if (length > 0)
    return g_strndup (text, length);

  self.text = g_string_new (NULL);
  while (*p != '\0' && self.text->len < max)
    {
      if (*p == '&')
        put_entity (&self, &p);
      else if (*p != '<' || !put_tag (&self, &p))
        put_character (&self, &p);
    }
  if (self.text->len == 0)
    return g_string_free (self.text, TRUE);
  if (*p != '\0')
    g_string_append (self.text, "…");

  return g_string_free (self.text, FALSE);
}

static char *
clean_node (JsonNode *node, gboolean lines)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  GType type;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return keel_feed_clean (json_node_get_string (node), lines);
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", json_node_get_double (node)));

  return g_strdup (json_node_get_boolean (node) ? "yes" : "no");
}

static char *
clean_array (JsonArray *array, gboolean lines)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  guint length = MIN (json_array_get_length (array), MAX_PARTS);
  guint i;

  for (i = 0; i < length; i++)
    keel_feed_add_line (parts, clean_node (json_array_get_element (array, i), lines));

  return keel_feed_join (parts, lines ? "\n" : ", ");
}

static char *
get_text (JsonObject *row, const char *member, gboolean lines)
{
  JsonNode *node = json_object_get_member (row, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return clean_array (json_node_get_array (node), lines);

  return clean_node (node, lines);
}

char *
keel_feed_get_line (JsonObject *row, const char *member)
{
  return get_text (row, member, FALSE);
}

char *
keel_feed_get_lines (JsonObject *row, const char *member)
{
  return get_text (row, member, TRUE);
}

char *
keel_feed_get_first_line (JsonObject *row, ...)
{
  const char *member;
  char *line = NULL;
  va_list members;

  va_start (members, row);
  while (line == NULL && (member = va_arg (members, const char *)) != NULL)
    line = get_text (row, member, FALSE);
  va_end (members);

  return line;
}

char *
keel_feed_get_node_line (JsonNode *node)
{
  return clean_node (node, FALSE);
}

static gboolean
get_number (JsonObject *row, const char *member, double *number)
{
  JsonNode *node = json_object_get_member (row, member);
  g_autofree char *text = NULL;
  char *comma, *end;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE)
    {
      *number = json_node_get_double (node);
      return isfinite (*number);
    }

  text = clean_node (node, FALSE);
  if (text == NULL)
    return FALSE;
  comma = strchr (text, ',');
  if (comma != NULL && strchr (text, '.') == NULL)
    *comma = '.'; /* how half of the world writes numbers */
  *number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && isfinite (*number);
}

/* Both in one, as TSML has them: "40.7,-74". */
static gboolean
get_coordinates (JsonObject *row, double *latitude, double *longitude)
{
  g_autofree char *text = keel_feed_get_line (row, "coordinates");
  char *middle, *end;

  if (text == NULL)
    return FALSE;
  *latitude = g_ascii_strtod (text, &middle);
  if (middle == text || *middle != ',')
    return FALSE;
  *longitude = g_ascii_strtod (middle + 1, &end);

  return end != middle + 1 && *end == '\0' && isfinite (*latitude) && isfinite (*longitude);
}

gboolean
keel_feed_get_position (JsonObject *row, double *latitude, double *longitude)
{
  gboolean found = get_number (row, "latitude", latitude) && get_number (row, "longitude", longitude);

  return (found || get_coordinates (row, latitude, longitude)) && fabs (*latitude) <= 90 &&
         fabs (*longitude) <= 180 && (*latitude != 0 || *longitude != 0);
}

void
keel_feed_add_line (GPtrArray *lines, char *line)
{
  if (line != NULL && !g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL))
    g_ptr_array_add (lines, line);
  else
    g_free (line);
}

void
keel_feed_add_pair (GPtrArray *lines, const char *first, const char *second)
{
  if (first != NULL && second != NULL)
    keel_feed_add_line (lines, g_strdup_printf ("%s %s", first, second));
  else
    keel_feed_add_line (lines, g_strdup (first != NULL ? first : second));
}

char *
keel_feed_join (GPtrArray *lines, const char *separator)
{
  char *text;

  g_ptr_array_add (lines, NULL);
  text = lines->len > 1 ? g_strjoinv (separator, (char **) lines->pdata) : NULL;
  g_ptr_array_unref (lines);

  return text;
}
