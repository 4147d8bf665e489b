#pragma once

#include <glib-object.h>

#include "keel-local-time.h"

G_BEGIN_DECLS

/* How it was before and after: 0 (low) to 4 (good), or nothing said. */
#define KEEL_MOOD_MAX 4
#define KEEL_MOOD_NONE (-1)

typedef enum
{
  KEEL_ATTENDANCE_WENT,
  KEEL_ATTENDANCE_NOT,  /* not this time */
  KEEL_ATTENDANCE_LEFT, /* was there, left early */
} KeelAttendanceState;

/* "went", "not", "left": for files that last and for scripts. Ended by NULL; see keel_word_find (). */
extern const char *const keel_attendance_words[];

/*
 * KeelAttendance: what came of one occurrence, as a snapshot. Never changed once it was handed out:
 * keel_attendance_copy () and change the copy.
 */
#define KEEL_TYPE_ATTENDANCE (keel_attendance_get_type ())
G_DECLARE_FINAL_TYPE (KeelAttendance, keel_attendance, KEEL, ATTENDANCE, GObject)

struct _KeelAttendance
{
  GObject parent_instance;

  char *series;             /* UUID; with the next the occurrence's key */
  KeelLocalTime occurrence; /* original local start */
  gint64 start;             /* seconds UTC: when it began, moved or not */
  KeelAttendanceState state;
  char *heard;     /* nullable: what I heard that helps */
  char *note;      /* nullable; private, as all of it */
  int mood_before; /* 0 to KEEL_MOOD_MAX, or KEEL_MOOD_NONE */
  int mood_after;

  /* Given by the journal, where it was read from: */
  char *name;        /* of the series, also when it is no longer followed; NULL before */
  gint64 changed_at; /* seconds UTC; 0 before */
};

KeelAttendance *keel_attendance_new (const char *series, KeelLocalTime occurrence, gint64 start,
                                     KeelAttendanceState state);
KeelAttendance *keel_attendance_copy (KeelAttendance *self);
/* Whether both say the same of the same occurrence, under the same name. */
gboolean keel_attendance_equal (KeelAttendance *a, KeelAttendance *b);

/* Whoever left early was there. */
gboolean keel_attendance_was_there (KeelAttendance *self);

/* How many of @all (of KeelAttendance) one was at that began in [@from, @to), seconds UTC. */
guint keel_attendance_count (GPtrArray *all, gint64 from, gint64 to);

/* The week that @instant (seconds UTC) lies in for a person in @person, [*@from, *@to): seven days of the
 * calendar, whatever the clocks do, that begin on @first_weekday (0 = Sunday). */
void keel_attendance_get_week (gint64 instant, int first_weekday, GTimeZone *person, gint64 *from,
                               gint64 *to);

G_END_DECLS
