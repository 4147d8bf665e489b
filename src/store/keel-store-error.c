#include "keel-store-error.h"

#include <errno.h>

/* The name is no subtraction. */
/* clang-format off */
G_DEFINE_QUARK (keel-store-error-quark, keel_store_error)
/* clang-format on */

KeelStoreError
keel_store_error_from_errno (int code)
{
  switch (code)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      return KEEL_STORE_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return KEEL_STORE_ERROR_FULL;
    case ENOTDIR:
      return KEEL_STORE_ERROR_NOT_FOLDER;
    default:
      return KEEL_STORE_ERROR_IO;
    }
}
