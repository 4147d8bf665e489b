#include "keel-feed-reader.h"
