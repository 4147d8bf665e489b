#include "keel-journal.h"
