#include "keel-series.h"
