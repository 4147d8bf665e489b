#include "keel-agenda.h"
