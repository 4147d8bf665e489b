#include "keel-importer.h"
