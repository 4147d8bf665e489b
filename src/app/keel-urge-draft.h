#pragma once

#include "core/keel-urge.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelUrgeDraft: an urge that is being told. Whatever is said of it goes into the journal at once, and where
 * one is outlasts a lock.
 *
 * Signals: "saved", when it is in the journal; "failed" (GError *), when it cannot be put there.
 */
#define KEEL_TYPE_URGE_DRAFT (keel_urge_draft_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgeDraft, keel_urge_draft, KEEL, URGE_DRAFT, GObject)

/* The name of what outlasts a lock: one a{sv}. */
#define KEEL_URGE_DRAFT_NAME "urge"

KeelUrgeDraft *keel_urge_draft_new (KeelSession *session);

/* To be changed by who tells it, followed by keel_urge_draft_put (). Transfer none. */
KeelUrge *keel_urge_draft_get_urge (KeelUrgeDraft *self);
/* In the place of the one that was begun: takes it. */
void keel_urge_draft_set_urge (KeelUrgeDraft *self, KeelUrge *urge);
gboolean keel_urge_draft_is_begun (KeelUrgeDraft *self); /* its strength was said */

/* Saves what is said so far. @stage is where one is. */
void keel_urge_draft_put (KeelUrgeDraft *self, const char *stage);
/* Puts down that its card was done, with how it is now where that was said. */
void keel_urge_draft_put_run (KeelUrgeDraft *self, int helped);
/* There is nothing more to come back to. */
void keel_urge_draft_close (KeelUrgeDraft *self);

/* What outlasted a lock: the UUID, nullable, and the stage. */
void keel_urge_draft_read (GVariant *draft, const char **uuid, const char **stage);
/* NULL: it was taken out of the log meanwhile. @urges is nullable. */
const KeelUrge *keel_urge_draft_find (GPtrArray *urges, const char *uuid);

G_END_DECLS
