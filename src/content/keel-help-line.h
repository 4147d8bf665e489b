#pragma once

#include "core/keel-opening-hours.h"

G_BEGIN_DECLS

/* What somebody answers for; what a person may look for in a country. */
typedef enum
{
  KEEL_HELP_CRISIS,    /* whoever cannot go on, or thinks of suicide */
  KEEL_HELP_ADDICTION, /* alcohol and other drugs */
  KEEL_HELP_FAMILY,    /* relatives and friends of somebody who drinks or uses */
  KEEL_HELP_ABUSE,     /* violence at home */
  KEEL_HELP_SPOTTING,  /* stays on the line while somebody uses alone, and calls an ambulance */
  KEEL_HELP_YOUTH,
  KEEL_HELP_POISON,
  KEEL_HELP_HEALTH,
  KEEL_HELP_LISTENING, /* somebody to talk to */
  KEEL_HELP_SUPPORT,   /* other support */
} KeelHelpKind;

#define KEEL_HELP_N_KINDS (KEEL_HELP_SUPPORT + 1)
#define KEEL_HELP_KIND_NONE (-1)

typedef enum
{
  KEEL_HELP_WAY_CALL,
  KEEL_HELP_WAY_TEXT,     /* a short message */
  KEEL_HELP_WAY_WHATSAPP, /* a message there; a call may not reach anybody */
  KEEL_HELP_WAY_CHAT,
  KEEL_HELP_WAY_WEB,
} KeelHelpWayKind;

/* How to reach them. */
typedef struct
{
  KeelHelpWayKind kind;
  char *number;  /* as it is written there: show it as it is; NULL for CHAT and WEB */
  char *dial;    /* what a telephone is given: digits, +, * and # alone; NULL where number is */
  char *press;   /* nullable: what to press when they answer */
  char *word;    /* nullable: of TEXT, what to write */
  char *address; /* https; of WEB always, of CHAT nullable: it is somewhere on their page */
} KeelHelpWay;

typedef enum
{
  KEEL_HELP_COST_UNKNOWN,
  KEEL_HELP_COST_FREE,
  KEEL_HELP_COST_LOCAL, /* as a call to a usual number */
  KEEL_HELP_COST_PAID,
} KeelHelpCost;

typedef enum
{
  KEEL_HELP_SURE,        /* its own page, or two sources that agree */
  KEEL_HELP_SURE_NUMBER, /* so for the number; hours, cost or whom it is for may be otherwise */
  KEEL_HELP_CHECK,       /* one source alone: whoever uses it should look it up first */
} KeelHelpConfidence;

/* One line. What is nullable is not known, which is to be said and not passed over. */
typedef struct
{
  KeelHelpKind kind; /* the first of kinds */
  guint kinds;       /* all it answers for: 1 << KeelHelpKind */
  char *name;
  char *region;            /* ISO 3166-2 ("GB-SCT"); NULL: the whole country */
  char *area;              /* the name of region */
  char *zone;              /* IANA: whose clock the hours are of */
  GPtrArray *ways;         /* of KeelHelpWay, at least one */
  KeelOpeningHours *hours; /* NULL: not known */
  KeelHelpCost cost;
  char **languages;  /* ISO 639 codes; may be empty: not known */
  gboolean off_bill; /* it is known that a call does not show on the bill. Else it is not known: never say
                        that it does not show */
  gboolean
      official; /* run by the police or an office against drugs: never to be called neutral; note says so */
  KeelHelpConfidence confidence;
  gboolean doubtful; /* confidence is KEEL_HELP_CHECK */
  char *note;        /* nullable */
  char *source;      /* in words */
  char *checked;     /* "2026", "2026-10" or "2026-10-01" */
  gboolean undated;  /* the source has no date: checked is when it was found */
} KeelHelpLine;

typedef enum
{
  KEEL_EMERGENCY_ANY, /* one number for all */
  KEEL_EMERGENCY_AMBULANCE,
  KEEL_EMERGENCY_POLICE,
  KEEL_EMERGENCY_FIRE,
} KeelEmergencyKind;

typedef struct
{
  KeelEmergencyKind kind;
  char *number; /* as it is written there */
  char *dial;
  gboolean other; /* works beside the first one */
} KeelEmergency;

/* What is known of a country. */
typedef struct
{
  char *country;        /* ISO 3166; "XX": wherever Keel knows of nothing else */
  char *name;           /* of the country */
  char *zone;           /* IANA */
  GPtrArray *emergency; /* of KeelEmergency: the first one goes first and is the largest; empty: not known */
  char *emergency_note; /* nullable */
  char *emergency_source; /* NULL where the number is not known, as is the date */
  char *emergency_checked;
  gboolean emergency_undated;
  gboolean emergency_doubtful;
  GPtrArray *lines; /* of KeelHelpLine, in the order in which to show them */
} KeelHelpLines;

#define KEEL_HELP_ANYWHERE "XX"

/* The name of a kind or way as it stands in files and in JSON: "crisis", "call". */
extern const char *const keel_help_kind_words[];
extern const char *const keel_help_way_words[];

gboolean keel_help_line_has_number (const KeelHelpLine *self); /* else it is a page */

/* Of KeelHelpLine, which @self owns: those that answer for @kind, those of @region (nullable) first, without
 * those of other regions where a region is given. Transfer container. */
GPtrArray *keel_help_lines_list (const KeelHelpLines *self, int kind, const char *region);
gboolean keel_help_lines_has (const KeelHelpLines *self, KeelHelpKind kind, const char *region);

/* "tel:116123", "sms:85258", "https://…": for whatever program of this computer can do it; NULL where there
 * is nothing to open, as with a number that has a #. Transfer full. */
char *keel_help_way_get_link (const KeelHelpWay *way);
char *keel_emergency_get_link (const KeelEmergency *emergency);

G_END_DECLS
