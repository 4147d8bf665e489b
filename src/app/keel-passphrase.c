#include "keel-passphrase.h"

#include <string.h>

void
keel_passphrase_free (KeelPassphrase *self)
{
  if (self != NULL)
    explicit_bzero (self, strlen (self));
  g_free (self);
}
