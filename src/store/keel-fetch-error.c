#include "keel-fetch-error.h"

/* clang-format off */
G_DEFINE_QUARK (keel-fetch-error-quark, keel_fetch_error)
/* clang-format on */
