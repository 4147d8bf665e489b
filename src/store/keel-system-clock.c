#include "keel-system-clock.h"
