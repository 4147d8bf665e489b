#include "keel-local-time.h"
