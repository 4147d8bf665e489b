#include "keel-store-error.h"
