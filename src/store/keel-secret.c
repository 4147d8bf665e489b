#include "keel-secret.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define MOST_BYTES 4096

/* -1 with errno. Byte by byte: what follows the line belongs to whoever reads next. */
static gssize
read_byte (int descriptor, char *byte)
{
  gssize got;

  do
    got = read (descriptor, byte, 1);
  while (got < 0 && errno == EINTR);
  return got;
}

/* How many bytes the line has; -1 with @error. */
static gssize
read_line (int descriptor, char *line, GError **error)
{
  gsize length = 0;
  gssize got;

  while ((got = read_byte (descriptor, line + length)) == 1 && line[length] != '\n')
    {
      if (++length == MOST_BYTES)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "More than %d bytes", MOST_BYTES);
          return -1;
        }
    }
  if (got < 0)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  else if (got == 0 && length == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "There is nothing more to read");
  else
    return (gssize) length;
  return -1;
}

KeelSecret *
keel_secret_read (int descriptor, GError **error)
{
  char line[MOST_BYTES];
  gssize length = read_line (descriptor, line, error);
  char *secret = NULL;

  if (length > 0 && line[length - 1] == '\r')
    length--;
  if (length >= 0 && g_utf8_validate (line, length, NULL))
    secret = g_strndup (line, (gsize) length);
  else if (length >= 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a text in UTF-8");
  explicit_bzero (line, sizeof line);
  return secret;
}

void
keel_secret_free (KeelSecret *self)
{
  if (self != NULL)
    explicit_bzero (self, strlen (self));
  g_free (self);
}
