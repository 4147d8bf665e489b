#include "keel-csv-text.h"

#include <string.h>

#define FIRST_HIGH 0x80
#define N_LETTERS 128

/* As iconv calls them and as people do. The first wins a tie: it is by far the more common. */
static const struct
{
  const char *charset, *name;
} charsets[] = { { "WINDOWS-1252", "Windows-1252" }, { "MACINTOSH", "Mac Roman" } };

/* What stands around one byte that is not UTF-8, as this charset reads it. 0 at the edges of the text. */
typedef struct
{
  gunichar before, letter, after, second; /* the second one after it */
} Sight;

/* Bytes that mean nothing in @charset are 0. */
static void
fill_letters (gunichar letters[N_LETTERS], const char *charset)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  guint i;

  memset (letters, 0, N_LETTERS * sizeof *letters);
  if (converter == (GIConv) -1)
    return;

  for (i = 0; i < N_LETTERS; i++)
    {
      const char byte = (char) (FIRST_HIGH + i);
      g_autofree char *text = g_convert_with_iconv (&byte, 1, converter, NULL, NULL, NULL);

      letters[i] = text != NULL ? g_utf8_get_char (text) : 0;
    }
  g_iconv_close (converter);
}

static gunichar
read_byte (const gunichar letters[N_LETTERS], const char *bytes, gsize length, gsize position)
{
  guint8 byte;

  if (position >= length)
    return 0;
  byte = bytes[position];

  return byte < FIRST_HIGH ? byte : letters[byte - FIRST_HIGH];
}

static gboolean
is_gap (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || c == '"' || c == ',' || c == ';' || c == '.' || c == '(' ||
         c == ')';
}

static gboolean
is_cell_start (gunichar before)
{
  return before == 0 || before == '\n' || before == '\r' || before == '\t' || before == ',' ||
         before == ';' || before == '"';
}

/* Letters are small in the middle of a word and large among large ones, and a cell begins with a large one.
 */
static int
judge_letter (const Sight *sight)
{
  gboolean upper = g_unichar_isupper (sight->letter);
  gboolean shouted = g_unichar_isupper (sight->after);

  if (g_unichar_isalpha (sight->before))
    {
      if (g_unichar_isupper (sight->before) && shouted)
        return upper ? 3 : -4;
      if (upper)
        return g_unichar_islower (sight->before) ? -4 : 1;
      return 3;
    }
  if (!g_unichar_isalpha (sight->after))
    return -1;
  if (shouted)
    return upper ? 2 : -3;

  return upper && is_cell_start (sight->before) ? 2 : 1;
}

/* “Men’s”, “they’re”, “the members’ room”. */
static int
judge_apostrophe (const Sight *sight)
{
  if (!g_unichar_isalpha (sight->before))
    return g_unichar_isalpha (sight->after) ? 1 : -1;
  if (sight->before == 's' && is_gap (sight->after))
    return 4;
  if (sight->after < FIRST_HIGH && sight->after != 0 && strchr ("stdm", sight->after) != NULL &&
      is_gap (sight->second))
    return 5;

  if (g_unichar_isupper (sight->after))
    return 3;

  return sight->after < FIRST_HIGH && sight->after != 0 && strchr ("lrv", sight->after) != NULL ? 3 : 0;
}

static int
judge_mark (const Sight *sight)
{
  switch (sight->letter)
    {
    case 0x2019: /* ’ */
      return judge_apostrophe (sight);
    case 0x2018: /* ‘ */
    case 0x201c: /* “ */
      return is_gap (sight->before) && g_unichar_isalnum (sight->after) ? 4 : 0;
    case 0x201d: /* ” */
      return !is_gap (sight->before) && is_gap (sight->after) ? 4 : 0;
    case 0x2013: /* – */
    case 0x2014: /* — */
      return g_unichar_isalpha (sight->before) && g_unichar_isalpha (sight->after) ? 0 : 4;
    case 0x2026: /* … */
      return is_gap (sight->after) ? 4 : 0;
    case 0xa0: /* a space that does not break */
      return 2;
    case 0xb0:   /* ° */
    case 0xbd:   /* ½ */
    case 0xa9:   /* © */
    case 0xae:   /* ® */
    case 0xa1:   /* ¡ */
    case 0xbf:   /* ¿ */
    case 0x2022: /* • */
      return 1;
    default:
      return -2;
    }
}

/* The number of bytes of the character at @bytes where it is UTF-8, else 0. */
static gsize
measure (const char *bytes, gsize length)
{
  gunichar c = g_utf8_get_char_validated (bytes, length);

  return c == (gunichar) -1 || c == (gunichar) -2 ? 0 : (gsize) g_unichar_to_utf8 (c, NULL);
}

/* How well the bytes that are not UTF-8 make words; *@seen counts them. */
static int
judge (const gunichar letters[N_LETTERS], const char *bytes, gsize length, guint *seen)
{
  int sum = 0;
  gsize i = 0;

  *seen = 0;
  while (i < length)
    {
      gsize size = (guint8) bytes[i] < FIRST_HIGH ? 1 : measure (bytes + i, length - i);
      Sight sight;

      if (size == 0)
        {
          sight.before = i > 0 ? read_byte (letters, bytes, length, i - 1) : 0;
          sight.letter = read_byte (letters, bytes, length, i);
          sight.after = read_byte (letters, bytes, length, i + 1);
          sight.second = read_byte (letters, bytes, length, i + 2);
          sum += sight.letter == 0                  ? -10
                 : g_unichar_isalpha (sight.letter) ? judge_letter (&sight)
                                                    : judge_mark (&sight);
          (*seen)++;
          size = 1;
        }
      i += size;
    }

  return sum;
}

void
keel_csv_text_learn (KeelCsvText *self, const char *bytes, gsize length)
{
  gunichar letters[G_N_ELEMENTS (charsets)][N_LETTERS];
  int best = G_MININT;
  guint seen;
  gsize i;

  if (self->charset != NULL)
    return;

  for (i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      int sum;

      fill_letters (letters[i], charsets[i].charset);
      sum = judge (letters[i], bytes, length, &seen);
      if (seen > 0 && sum > best)
        {
          best = sum;
          self->charset = charsets[i].name;
          memcpy (self->letters, letters[i], sizeof self->letters);
        }
    }
}

char *
keel_csv_text_decode (KeelCsvText *self, const char *bytes, gboolean *converted)
{
  gsize length = strlen (bytes);
  GString *text;
  gsize i = 0;

  if (g_utf8_validate (bytes, length, NULL))
    return g_strndup (bytes, length);

  keel_csv_text_learn (self, bytes, length);
  *converted = TRUE;
  text = g_string_sized_new (length + 16);
  while (i < length)
    {
      gsize size = measure (bytes + i, length - i);
      gunichar c = size == 0 ? self->letters[(guint8) bytes[i] - FIRST_HIGH] : 0;

      if (size > 0)
        g_string_append_len (text, bytes + i, size);
      else
        g_string_append_unichar (text, c != 0 ? c : 0xfffd);
      i += MAX (size, 1);
    }

  return g_string_free (text, FALSE);
}
