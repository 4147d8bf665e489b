#include "keel-content.h"
