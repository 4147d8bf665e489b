#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelWelcome: the first five minutes: a few small pages, each of which can be skipped. It takes the whole
 * window. Where the person is in it is kept: whoever closes Keel, locks it or changes its language goes on
 * there.
 *
 * Signals: "done", when it is over; "left", when it is put away until the next start.
 */
#define KEEL_TYPE_WELCOME (keel_welcome_get_type ())
G_DECLARE_FINAL_TYPE (KeelWelcome, keel_welcome, KEEL, WELCOME, AdwBin)

KeelWelcome *keel_welcome_new (KeelSession *session);
/* Shows the page that comes next; to be called when it is in the window. */
void keel_welcome_begin (KeelWelcome *self);
void keel_welcome_back (KeelWelcome *self); /* to the page before, if there is one */
/* Something else is to be seen: it goes on at the next start. */
void keel_welcome_leave (KeelWelcome *self);

G_END_DECLS
