#include "keel-recovery-code.h"

#include <string.h>

#include <sodium.h>

#define SYMBOLS KEEL_RECOVERY_CODE_SYMBOLS
#define DATA_SYMBOLS (SYMBOLS - 2)
#define GROUP 4
#define MODULUS 0x25 /* x⁵ + x² + 1 */

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* In the field of 32 elements, where adding is exclusive or. */
static guint8
multiply (guint8 a, guint8 b)
{
  guint product = 0;

  for (guint bit = 0; bit < 5; bit++)
    {
      if (b & (1 << bit))
        product ^= (guint) a << bit;
    }
  for (guint bit = 9; bit > 4; bit--)
    {
      if (product & (1u << bit))
        product ^= (guint) MODULUS << (bit - 5);
    }
  return (guint8) product;
}

/* The sum of all symbols, and the sum of each times a power of x of its own. Two wrong symbols cannot keep
 * both. */
static void
get_sums (const guint8 *symbols, guint8 *sum, guint8 *weighted)
{
  *sum = 0;
  *weighted = 0;
  for (guint i = 0; i < SYMBOLS; i++)
    {
      *sum ^= symbols[i];
      *weighted = multiply (*weighted, 2) ^ symbols[i];
    }
}

/* The one pair of check symbols that makes both sums zero. */
static void
add_check (guint8 *symbols)
{
  for (guint pair = 0; pair < 32 * 32; pair++)
    {
      guint8 sum;
      guint8 weighted;

      symbols[DATA_SYMBOLS] = (guint8) (pair / 32);
      symbols[DATA_SYMBOLS + 1] = (guint8) (pair % 32);
      get_sums (symbols, &sum, &weighted);
      if (sum == 0 && weighted == 0)
        return;
    }
  g_assert_not_reached ();
}

KeelSecret *
keel_recovery_code_new (void)
{
  guint8 symbols[SYMBOLS] = { 0 };
  char *code = g_malloc0 (SYMBOLS + SYMBOLS / GROUP);
  char *end = code;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used here");
  for (guint i = 0; i < DATA_SYMBOLS; i++)
    symbols[i] = (guint8) randombytes_uniform (32);
  add_check (symbols);
  for (guint i = 0; i < SYMBOLS; i++)
    {
      if (i > 0 && i % GROUP == 0)
        *end++ = '-';
      *end++ = alphabet[symbols[i]];
    }
  sodium_memzero (symbols, sizeof symbols);
  return code;
}

static gboolean
is_separator (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return g_unichar_isspace (character) || g_unichar_iszerowidth (character) ||
         type == G_UNICODE_DASH_PUNCTUATION || character == 0x2212; /* minus sign */
}

/* -1: no character of a code. */
static int
get_symbol (gunichar character)
{
  const char *found;

  character = g_unichar_toupper (character);
  if (character == 'O')
    character = '0';
  else if (character == 'I' || character == 'L')
    character = '1';
  else if (character == 'U')
    character = 'V';
  found = character > 0 && character < 128 ? strchr (alphabet, (int) character) : NULL;
  return found ? (int) (found - alphabet) : -1;
}

static gboolean
read_symbols (const char *text, guint8 *symbols)
{
  guint n = 0;

  for (const char *next = text; *next != '\0'; next = g_utf8_next_char (next))
    {
      gunichar character = g_utf8_get_char (next);
      int symbol = get_symbol (character);

      if (is_separator (character))
        continue;
      if (symbol < 0 || n == SYMBOLS)
        return FALSE;
      symbols[n++] = (guint8) symbol;
    }
  return n == SYMBOLS;
}

gboolean
keel_recovery_code_parse (const char *typed, guint8 *symbols)
{
  char *normal;
  guint8 sum = 1;
  guint8 weighted = 1;

  g_return_val_if_fail (typed != NULL, FALSE);

  /* Some keyboards have wide letters. */
  normal = g_utf8_normalize (typed, -1, G_NORMALIZE_ALL_COMPOSE);
  if (normal && read_symbols (normal, symbols))
    get_sums (symbols, &sum, &weighted);
  keel_secret_free (normal);
  return sum == 0 && weighted == 0;
}
