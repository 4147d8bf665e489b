#pragma once

#include "core/keel-entry.h"

#include "keel-session.h"

G_BEGIN_DECLS

/* What was written that the page of today tells of. */
typedef struct
{
  GPtrArray *daily; /* of KeelEntry: of worksheets for every day, those that were begun today */
  KeelEntry *last;  /* nullable: what was written in last and is not finished */
  gboolean any;     /* something was written at all */
} KeelToday;

void keel_today_free (KeelToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelToday, keel_today_free)

/* The entry of today, where there is one; NULL. Transfer none. */
KeelEntry *keel_today_find (const KeelToday *self, const char *worksheet);

void keel_session_read_today_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
KeelToday *keel_session_read_today_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* The UUID of today's entry of one worksheet; NULL where there is none, or with an error. */
void keel_session_find_todays_async (KeelSession *self, const char *worksheet, KeelSessionCallback callback,
                                     gpointer data);
char *keel_session_find_todays_finish (KeelSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
