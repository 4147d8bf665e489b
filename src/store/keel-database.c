#include "keel-database.h"
