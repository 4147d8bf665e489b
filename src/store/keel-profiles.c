#include "keel-profiles.h"
