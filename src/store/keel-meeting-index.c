#include "keel-meeting-index.h"
