#pragma once

/* Private to store: the first meetings of a file, by which it is told whether a list has to do with it. */

#include "core/keel-feed-reader.h"
#include "keel-database.h"
#include "keel-directory.h"

G_BEGIN_DECLS

typedef struct _KeelListSample KeelListSample;

/* @stream stands at its beginning again then; where it cannot (a pipe), nothing is read. What is wrong with
 * the list the import says. @now: seconds UTC. */
KeelListSample *keel_list_sample_new (GInputStream *stream, const KeelFeedOptions *options, gint64 now,
                                      GCancellable *cancellable);
void keel_list_sample_free (KeelListSample *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelListSample, keel_list_sample_free)

/* Whether @list, which is in @database, has enough of the same meetings that the file is a newer state of it.
 * In doubt it has not. @any_program: also where it is known that they are of two programs. */
gboolean keel_list_sample_is_of (KeelListSample *self, KeelDatabase *database, KeelList *list,
                                 gboolean any_program);

G_END_DECLS
