#include "keel-row-splitter.h"
