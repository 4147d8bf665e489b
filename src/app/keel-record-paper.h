#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"
#include "paper/keel-paper.h"

G_BEGIN_DECLS

/* What stands in a journal of attendance on paper. */
typedef struct
{
  gint64 first, last; /* days since 1970-01-01, both of them in it */
  gboolean names;     /* what the groups are called; without, when one was there */
  gboolean words;     /* what was heard */
  gboolean signature; /* a column in which somebody signs, for who asks for signed sheets */
} KeelRecordPaperOptions;

/* Of what the person was at, the oldest first. Transfer full. */
KeelPaper *keel_record_paper_new (KeelSession *session, const KeelRecordPaperOptions *options);

G_END_DECLS
