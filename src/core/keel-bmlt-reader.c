#include "keel-feed-context.h"

struct _KeelBmltFormats
{
  char *language;
};

KeelBmltFormats *
keel_bmlt_formats_new (const char *language)
{
  return g_new0 (KeelBmltFormats, 1);
}

void
keel_bmlt_formats_free (KeelBmltFormats *self)
{
  g_free (self);
}

void
keel_bmlt_formats_add (KeelBmltFormats *self, JsonObject *row)
{
}

KeelSkippedRow *
keel_bmlt_read (KeelFeedContext *context, KeelBmltFormats *formats, JsonObject *row, GPtrArray *meetings)
{
  return keel_feed_skip (KEEL_SKIP_NO_NAME, NULL, NULL);
}
