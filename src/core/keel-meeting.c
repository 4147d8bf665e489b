#include "keel-meeting.h"
