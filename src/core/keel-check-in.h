#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KEEL_CHECK_IN_UNSAID (-1)
#define KEEL_CHECK_IN_MOOD_MAX 4
#define KEEL_CRAVING_MAX 10
#define KEEL_ENERGY_MAX 4

/* KeelCheckIn: how it is at one moment. Anything of it may be unsaid, but not all. */
typedef struct
{
  char *uuid;  /* NULL until it is in the journal */
  gint64 at;   /* seconds UTC; 0: the moment at which it is first saved */
  int offset;  /* minutes east of UTC where the person was then: it decides the day */
  int mood;    /* 0 (lowest) to 4, or KEEL_CHECK_IN_UNSAID */
  int craving; /* 0 to 10, or KEEL_CHECK_IN_UNSAID */
  int energy;  /* 0 to 4, or KEEL_CHECK_IN_UNSAID */
  int sleep;   /* minutes of the night before; 0: not said */
  char *word;  /* nullable: a word or two, the person's own */
} KeelCheckIn;

/* Of now, with nothing said. */
KeelCheckIn *keel_check_in_new (void);
KeelCheckIn *keel_check_in_copy (const KeelCheckIn *self);
void keel_check_in_free (KeelCheckIn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelCheckIn, keel_check_in_free)

/* Whether it says something, and nothing that cannot be. */
gboolean keel_check_in_is_possible (const KeelCheckIn *self);
gboolean keel_check_in_equal (const KeelCheckIn *self,
                              const KeelCheckIn *other); /* all they say, the UUID too */

/* Days since 1970-01-01 on the wall where the person was. */
gint64 keel_check_in_get_day (const KeelCheckIn *self);

G_END_DECLS
