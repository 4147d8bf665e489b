#include "keel-schedule.h"
