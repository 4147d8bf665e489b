#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelForeground: what takes the whole window for a while: a card that is being done, an urge, or the
 * welcome. What is behind it stays as it is, and is there again afterwards.
 */
#define KEEL_TYPE_FOREGROUND (keel_foreground_get_type ())
G_DECLARE_FINAL_TYPE (KeelForeground, keel_foreground, KEEL, FOREGROUND, AdwBin)

/* Comes between @toasts and what it shows. */
KeelForeground *keel_foreground_new (AdwToastOverlay *toasts);

/* All of these do nothing as long as no profile is open in @session. */

/* FALSE: there is no such card. @after_delay: the person comes back to it. */
gboolean keel_foreground_run (KeelForeground *self, KeelSession *session, const char *strategy,
                              gboolean after_delay);
void keel_foreground_ask_urge (KeelForeground *self, KeelSession *session);
/* @draft: what outlasted a lock. */
void keel_foreground_resume_urge (KeelForeground *self, KeelSession *session, GVariant *draft);
/* A few small pages for whoever is new, from where they are in it. */
void keel_foreground_welcome (KeelForeground *self, KeelSession *session);
gboolean keel_foreground_is_welcome (KeelForeground *self);
/* Goes back in it. FALSE: it is not there. */
gboolean keel_foreground_go_back (KeelForeground *self);
/* Whether something takes the whole window now. */
gboolean keel_foreground_is_taken (KeelForeground *self);
/* Something behind it is to be seen: what was said is kept. */
void keel_foreground_leave (KeelForeground *self);

G_END_DECLS
