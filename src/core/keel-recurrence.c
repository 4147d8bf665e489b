#include "keel-recurrence.h"
