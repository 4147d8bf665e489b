#include "keel-feed-context.h"

gboolean
keel_feed_has_rhythm (const char *text)
{
  return FALSE;
}
