#include "keel-clock.h"
