#include "keel-sentences.h"
