#include "keel-store-thread.h"
