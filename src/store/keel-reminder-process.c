#include "keel-reminder-process.h"
