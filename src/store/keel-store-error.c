#include "keel-store-error.h"

G_DEFINE_QUARK (keel-store-error-quark, keel_store_error)
