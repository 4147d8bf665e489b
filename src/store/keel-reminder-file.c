#include "keel-reminder-file.h"
