#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* KeelSound: soft tones. Where this computer plays none, that is known after the first of them at the latest
 * and nothing more is tried. */
#define KEEL_TYPE_SOUND (keel_sound_get_type ())
G_DECLARE_FINAL_TYPE (KeelSound, keel_sound, KEEL, SOUND, GObject)

/* Signal: "failed", once, when no sound comes here. */
KeelSound *keel_sound_new (void);
/* FALSE: no sound comes here. */
gboolean keel_sound_works (KeelSound *self);
/* In the place of what is heard: from one pitch to the other, in hertz. */
void keel_sound_play (KeelSound *self, double from, double to, guint seconds);
void keel_sound_stop (KeelSound *self);

G_END_DECLS
