#include "config.h"

#include "keel-sound.h"

#include <gsound.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/keel-tone.h"

struct _KeelSound
{
  GObject parent_instance;

  GSoundContext *context; /* NULL: no sound comes here */
  GCancellable *playing;  /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelSound, keel_sound, G_TYPE_OBJECT)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A tone that is heard or will not be any more. */
typedef struct
{
  KeelSound *sound;
  int file; /* in memory alone */
} Playing;

static void
fail (KeelSound *self)
{
  if (self->context == NULL)
    return;
  g_clear_object (&self->context);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0);
}

static void
played_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Playing *playing = data;
  g_autoptr (GError) error = NULL;

  if (!gsound_context_play_full_finish (GSOUND_CONTEXT (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      !g_error_matches (error, GSOUND_ERROR, GSOUND_ERROR_CANCELED))
    fail (playing->sound);
  close (playing->file);
  g_object_unref (playing->sound);
  g_free (playing);
}

/* -1: there is no room for it. */
static int
write_file (GBytes *tone)
{
  int file = memfd_create ("tone", MFD_CLOEXEC);
  gsize size, done = 0;
  const char *data = g_bytes_get_data (tone, &size);

  while (file >= 0 && done < size)
    {
      gssize n = write (file, data + done, size - done);

      if (n <= 0)
        {
          close (file);
          return -1;
        }
      done += (gsize) n;
    }
  return file;
}

static void
keel_sound_dispose (GObject *object)
{
  KeelSound *self = KEEL_SOUND (object);

  keel_sound_stop (self);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (keel_sound_parent_class)->dispose (object);
}

static void
keel_sound_class_init (KeelSoundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_sound_dispose;
  signals[SIGNAL_FAILED] = g_signal_new ("failed", KEEL_TYPE_SOUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
keel_sound_init (KeelSound *self)
{
}

KeelSound *
keel_sound_new (void)
{
  KeelSound *self = g_object_new (KEEL_TYPE_SOUND, NULL);

  self->context = gsound_context_new (NULL, NULL);
  return self;
}

gboolean
keel_sound_works (KeelSound *self)
{
  return self->context != NULL;
}

void
keel_sound_play (KeelSound *self, double from, double to, guint seconds)
{
  g_autoptr (GBytes) tone = NULL;
  g_autofree char *path = NULL;
  Playing *playing;
  int file;

  keel_sound_stop (self);
  if (self->context == NULL)
    return;
  tone = keel_tone_make (from, to, seconds);
  file = write_file (tone);
  if (file < 0)
    {
      fail (self);
      return;
    }
  path = g_strdup_printf ("/proc/self/fd/%d", file);
  playing = g_new0 (Playing, 1);
  playing->sound = g_object_ref (self);
  playing->file = file;
  self->playing = g_cancellable_new ();
  /* What the mixer of the desktop calls it says nothing of what it is for. */
  gsound_context_play_full (self->context, self->playing, played_cb, playing, GSOUND_ATTR_MEDIA_FILENAME,
                            path, GSOUND_ATTR_MEDIA_NAME, "Sound", GSOUND_ATTR_CANBERRA_CACHE_CONTROL,
                            "never", NULL);
}

void
keel_sound_stop (KeelSound *self)
{
  if (self->playing != NULL)
    g_cancellable_cancel (self->playing);
  g_clear_object (&self->playing);
}
