#include "keel-protection.h"
