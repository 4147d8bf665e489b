#include "keel-directory.h"
