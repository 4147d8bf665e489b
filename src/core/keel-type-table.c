#include "keel-type-table.h"
