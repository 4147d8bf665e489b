#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelUrgeLoop: an urge: how strong it is, what is going on, three things to do, how strong it is then. What
 * was said is kept at once, and nothing has to be said but the first.
 *
 * Signal: "left".
 */
#define KEEL_TYPE_URGE_LOOP (keel_urge_loop_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgeLoop, keel_urge_loop, KEEL, URGE_LOOP, AdwBin)

KeelUrgeLoop *keel_urge_loop_new (KeelSession *session);

/* Leads the focus to what is asked. */
void keel_urge_loop_begin (KeelUrgeLoop *self);
/* Goes on where one was when Keel was locked: one of those kept under KEEL_URGE_DRAFT_NAME. */
void keel_urge_loop_resume (KeelUrgeLoop *self, GVariant *draft);
/* What was said stays. "left" comes at once. */
void keel_urge_loop_leave (KeelUrgeLoop *self);

G_END_DECLS
