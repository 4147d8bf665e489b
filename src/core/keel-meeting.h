#pragma once

#include <glib-object.h>

#include "keel-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_VENUE_UNKNOWN,
  KEEL_VENUE_IN_PERSON,
  KEEL_VENUE_HYBRID,
  KEEL_VENUE_ONLINE,
  KEEL_VENUE_INACTIVE, /* the place is closed and there is no online room */
} KeelVenue;

typedef enum
{
  KEEL_ADMISSION_UNKNOWN,
  KEEL_ADMISSION_OPEN,
  KEEL_ADMISSION_CLOSED,
} KeelAdmission;

/* What a person may need to be able to take part, as far as a list says that it is there. */
typedef enum
{
  KEEL_ACCESS_WHEELCHAIR = 1 << 0,
  KEEL_ACCESS_SIGN_LANGUAGE = 1 << 1,
  KEEL_ACCESS_CHILDREN = 1 << 2, /* they are welcome or looked after */
} KeelAccess;
#define KEEL_N_ACCESS 3

#define KEEL_DAY_BY_APPOINTMENT (-1)

/*
 * KeelMeeting: one meeting as a list publishes it. Filled in by whoever makes it, then never
 * changed. Text is valid UTF-8 without control characters but line ends; NULL means not given.
 */
#define KEEL_TYPE_MEETING (keel_meeting_get_type ())
G_DECLARE_FINAL_TYPE (KeelMeeting, keel_meeting, KEEL, MEETING, GObject)

struct _KeelMeeting
{
  GObject parent_instance;

  char *id;      /* 16 hex digits of a hash of list and slug; NULL until it is in the directory */
  char *list;    /* name of its list; NULL until it is in the directory */
  char *slug;    /* unique in its list */
  char *name;    /* never NULL */
  char *program; /* code, e.g. "na"; NULL where unknown */

  int day;           /* 0 = Sunday … 6, or KEEL_DAY_BY_APPOINTMENT */
  int minute;        /* of the day, 0–1439; -1 by appointment */
  int duration;      /* minutes; 0 where the list does not say (an hour is then assumed) */
  gboolean any_time; /* 00:00–23:59: the room is always open */
  char *timezone;    /* IANA name; NULL only where not even the person chose one */

  /* Where a list says more of its dates than day and minute do: every second week, once, cancelled dates.
   * NULL: every week. */
  KeelSchedule *schedule;

  char *location; /* the place's name */
  char *address;
  char *region;
  char *group;
  char *notes;          /* everything else the list says, line by line */
  char *conference_url; /* as a safe link (keel_link_check), else NULL */
  char *conference_notes;
  char *phone; /* to join by phone */
  char *url;   /* the publisher's page */

  gboolean has_position;
  double latitude, longitude; /* degrees */

  KeelVenue venue;
  KeelAdmission admission;
  char **types;      /* codes as published, trimmed; never NULL */
  char **type_names; /* in English or as the server names them; same length as types */
  char **languages;  /* of a search's match: those of type_names that are languages; never NULL */
  guint8 access;     /* likewise, of KeelAccess */
  gint64 updated;    /* seconds UTC; 0 where unknown */
};

KeelMeeting *keel_meeting_new (void);
/* All of it, to be changed before it is handed out. Transfer full. */
KeelMeeting *keel_meeting_copy (KeelMeeting *self);
/* Whether nothing differs that a list says and a journal keeps. */
gboolean keel_meeting_equal (KeelMeeting *a, KeelMeeting *b);

/* The meeting's own schedule, else the weekly one whose first date is the first on or after @from (local
 * date in the meeting's zone). NULL with KEEL_SCHEDULE_ERROR_RANGE for a meeting by appointment. */
KeelSchedule *keel_meeting_to_schedule (KeelMeeting *self, KeelLocalTime from, GError **error);

gboolean keel_meeting_is_online (KeelMeeting *self); /* one can take part from afar */

/* A link that is safe to show and open (facts/mechanics.md, Links): https, http, tel or mailto; a
 * host; no user part. Repairs what lists get wrong (`Http://`, `httphttps://`, spaces, `&amp;`, two
 * joined by a comma: the first). NULL where there is none. */
char *keel_link_check (const char *text);
/* A link to a map of @meeting's place: geo: where its position is known, else an https one that looks the
 * address up. NULL where there is no place to go to. */
char *keel_link_make_map (KeelMeeting *meeting);
char *keel_link_get_host (const char *link); /* for "Open zoom.us"; NULL for tel: and mailto: */

G_END_DECLS
