#pragma once

#include "core/keel-clock.h"
#include "reminders/keel-notifier.h"

G_BEGIN_DECLS

/* A notifier without a bus: writes down what it was asked to show. */
#define KEEL_TYPE_FAKE_NOTIFIER (keel_fake_notifier_get_type ())
G_DECLARE_FINAL_TYPE (KeelFakeNotifier, keel_fake_notifier, KEEL, FAKE_NOTIFIER, GObject)

struct _KeelFakeNotifier
{
  GObject parent_instance;

  KeelClock *clock;
  char *server;     /* nullable: none answers */
  GPtrArray *shown; /* of char: "2026-11-24T18:30:00Z Reminder: 19:00", with " | body" where it has one;
                       without isolates */
  GPtrArray *tags;
  GPtrArray *closed; /* tags */
  gboolean do_not_disturb;
  gboolean hangs; /* instead of an answer */
  guint n_hangs;  /* how often that was waited for */

  /* Of the last one. */
  gboolean answers[KEEL_ANSWER_DISMISSED];
  KeelUrgency urgency;
  const char *sound;
  const char *category;
};

KeelFakeNotifier *keel_fake_notifier_new (KeelClock *clock);

/* Everything shown so far, one a line; then forgets it. */
char *keel_fake_notifier_take (KeelFakeNotifier *self);
/* The buttons of the last one, e.g. "join snooze open". */
char *keel_fake_notifier_get_buttons (KeelFakeNotifier *self);
const char *keel_fake_notifier_last_tag (KeelFakeNotifier *self);

G_END_DECLS
