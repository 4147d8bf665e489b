#include "keel-profile.h"
