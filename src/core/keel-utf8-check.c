#include "keel-utf8-check.h"

#include <string.h>

#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)
#define LOW_BITS G_GUINT64_CONSTANT (0x0101010101010101)

/* Eight bytes at a time: stops before a byte that is not ASCII or is NUL. */
static gsize
skip_ascii (const guint8 *data, gsize length)
{
  gsize i = 0;

  while (i + 8 <= length)
    {
      guint64 word;

      memcpy (&word, data + i, 8);
      if (((word | (word - LOW_BITS)) & HIGH_BITS) != 0)
        break;
      i += 8;
    }
  while (i < length && data[i] > 0 && data[i] < 0x80)
    i++;

  return i;
}

/* The Unicode Standard, table 3-7: the second byte of some characters has a narrower range. */
static gboolean
begin_character (KeelUtf8Check *self, guint8 byte)
{
  self->lower = 0x80;
  self->upper = 0xbf;

  if (byte >= 0xc2 && byte <= 0xdf)
    self->missing = 1;
  else if (byte >= 0xe0 && byte <= 0xef)
    self->missing = 2;
  else if (byte >= 0xf0 && byte <= 0xf4)
    self->missing = 3;
  else
    return FALSE;

  if (byte == 0xe0)
    self->lower = 0xa0;
  else if (byte == 0xed)
    self->upper = 0x9f;
  else if (byte == 0xf0)
    self->lower = 0x90;
  else if (byte == 0xf4)
    self->upper = 0x8f;

  return TRUE;
}

gsize
keel_utf8_check (KeelUtf8Check *self, const guint8 *data, gsize length)
{
  gsize i = 0;

  while (i < length)
    {
      if (self->missing == 0)
        {
          i += skip_ascii (data + i, length - i);
          if (i == length || !begin_character (self, data[i]))
            return i;
        }
      else
        {
          if (data[i] < self->lower || data[i] > self->upper)
            return i;
          self->missing--;
          self->lower = 0x80;
          self->upper = 0xbf;
        }
      i++;
    }

  return i;
}
