#include "keel-installation.h"
