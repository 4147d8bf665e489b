#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one of a person's own may have; a file that goes beyond is refused. */
#define KEEL_PROGRAM_MAX_NAME 80  /* characters, of the name and of a word */
#define KEEL_PROGRAM_MAX_SHORT 20 /* of the short name */
#define KEEL_PROGRAM_MAX_TEXT 4000
#define KEEL_PROGRAM_MAX_PARTS 100   /* of a structure; and structures, and milestones */
#define KEEL_PROGRAM_MAX_NUMBER 9999 /* of a part */

/* What kind of program it is: keel_program_kind_words, in this order. More than one may hold. */
typedef enum
{
  KEEL_PROGRAM_TWELVE_STEP = 1 << 0,
  KEEL_PROGRAM_SECULAR = 1 << 1,
  KEEL_PROGRAM_RELIGIOUS = 1 << 2,
  KEEL_PROGRAM_FOR_FAMILIES = 1 << 3,
  KEEL_PROGRAM_DUAL = 1 << 4,
  KEEL_PROGRAM_CLINICAL = 1 << 5,
} KeelProgramKinds;

extern const char *const keel_program_kind_words[]; /* "twelve-step" … ended by NULL */

/* Of the next five, 0 is what nobody said. The words that stand in files are …_words, in this order, with ""
 * for that, ended by NULL. */
typedef enum
{
  KEEL_LED_BY_UNKNOWN,
  KEEL_LED_BY_PEERS,
  KEEL_LED_BY_FACILITATORS, /* who were trained for it */
  KEEL_LED_BY_LAY_LEADERS,  /* of a church */
  KEEL_LED_BY_CLINICIANS,
  KEEL_LED_BY_NOBODY,
} KeelLedBy;

typedef enum
{
  KEEL_SPONSOR_UNKNOWN,
  KEEL_SPONSOR_YES,
  KEEL_SPONSOR_OPTIONAL,
  KEEL_SPONSOR_NO,
} KeelSponsor;

typedef enum
{
  KEEL_SPIRITUAL_UNKNOWN,
  KEEL_SPIRITUAL_YES,
  KEEL_SPIRITUAL_OPEN, /* by whatever name feels right */
  KEEL_SPIRITUAL_NO,
  KEEL_SPIRITUAL_CHRISTIAN,
} KeelSpiritual;

typedef enum
{
  KEEL_ONLINE_UNKNOWN,
  KEEL_ONLINE_MANY,
  KEEL_ONLINE_SOME,
  KEEL_ONLINE_FEW,
} KeelOnline;

typedef enum
{
  KEEL_GOAL_UNKNOWN,
  KEEL_GOAL_ABSTINENCE,
  KEEL_GOAL_ORIENTED, /* towards abstinence, with goals that each one sets */
  KEEL_GOAL_OWN,      /* what the person chooses, or their own life and not another's */
  KEEL_GOAL_HEALTH,
  KEEL_GOAL_NONE,
} KeelGoal;

extern const char *const keel_led_by_words[];
extern const char *const keel_sponsor_words[];
extern const char *const keel_spiritual_words[];
extern const char *const keel_online_words[];
extern const char *const keel_goal_words[];

/* What the parts of a structure are: keel_structure_kind_words, in this order. */
typedef enum
{
  KEEL_STRUCTURE_STEPS,
  KEEL_STRUCTURE_POINTS,
  KEEL_STRUCTURE_STATEMENTS,
  KEEL_STRUCTURE_PRINCIPLES,
  KEEL_STRUCTURE_DOMAINS,
  KEEL_STRUCTURE_GUIDELINES,
  KEEL_STRUCTURE_FUNCTIONS,
  KEEL_STRUCTURE_TRADITIONS, /* by topic; nobody works through them */
  KEEL_STRUCTURE_LEVELS,     /* each takes up parts of the first structure */
} KeelStructureKind;

extern const char *const keel_structure_kind_words[]; /* "steps" … ended by NULL */

/* The keys of words, ended by NULL: "not-using", "self", "date", "lapse", "guide", "greater-help", "talk",
 * "member", "meeting", "leader". */
extern const char *const keel_program_word_keys[];

typedef struct
{
  guint
      number;  /* from 1, of this part alone and for ever, wherever it is moved: what was said and written for
                  it is kept by it. Of Keel's own programs: its position, from 1. 0: the store gives it one */
  char *topic; /* in Keel's own words, or the person's */
  GArray
      *uses; /* of guint: numbers of parts of the first structure that belong to it; of levels, else empty */
} KeelPart;

typedef struct
{
  KeelStructureKind kind;
  GPtrArray *parts; /* of KeelPart; their positions are counted from 1 */
} KeelStructure;

typedef struct
{
  char *key; /* one of keel_program_word_keys */
  char *text;
  gboolean label; /* labels a person: only for those who chose such words */
} KeelWord;

typedef enum
{
  KEEL_MILESTONE_HOURS,
  KEEL_MILESTONE_DAYS,
  KEEL_MILESTONE_MONTHS,
  KEEL_MILESTONE_YEARS,
} KeelMilestoneUnit;

typedef struct
{
  KeelMilestoneUnit unit;
  guint count;    /* 0 days: the start itself */
  gboolean every; /* and again each year after */
  char *colour;   /* "#C8102E" */
  char *name;     /* what is given: "Red chip" */
} KeelMilestone;

/*
 * KeelProgram: a fellowship, method or service, as data/content/programs has it, or one of the person's own
 * ("own-…"). Its words are in one language. Counted; never changed once others can see it.
 */
typedef struct
{
  char *code; /* "na" */
  int order;
  char *name;       /* "Narcotics Anonymous" */
  char *short_name; /* "NA" */
  char *symbol;     /* one character that goes with the colour, never alone */
  char *colour;     /* "#0072B2", from the Okabe–Ito palette */
  gboolean family;  /* offered on family members' pages */
  gboolean member;  /* offered on members' pages; some are for both */
  gboolean own;     /* the person's own */
  gboolean gone;    /* of their own, and deleted: only what was written for it still names it */

  KeelProgramKinds kinds;
  KeelLedBy led_by;
  KeelSponsor sponsor;
  KeelSpiritual spiritual;
  KeelOnline online;
  KeelGoal goal;
  gboolean sequence; /* the parts of its structure follow each other */
  char *milestones;  /* the code of the program whose milestones are used, or "generic": Keel's own, and
                        those of this one besides */

  char *for_whom;      /* these two nullable only where it is the person's own */
  char *about;         /* what happens there */
  char *first_meeting; /* these and all that follow nullable: what a first meeting is like */
  char *length;        /* of a meeting */
  char *medicine;      /* what it says itself: keel_program_describe_medicine () adds what Keel always says */
  char *status;        /* where it is not plain that it goes on */
  char *evidence;      /* what studies found, and how sure that is */
  char *area;          /* asks what a person comes for, where it is for many things */

  GPtrArray
      *structures;   /* of KeelStructure; worksheets count in the first. Empty: none, as of the next two */
  guint last_number; /* the highest that a part ever had: no other gets the number of one that is gone */
  GPtrArray *words;  /* of KeelWord: see keel-wording.h */
  GPtrArray *marks;  /* of KeelMilestone */
} KeelProgram;

/* One of the person's own with nothing in it but what must be: the store gives it its code. To be filled by
 * whoever makes it, before anybody else sees it. */
KeelProgram *keel_program_new_own (void);
KeelProgram *keel_program_copy (const KeelProgram *self); /* to be changed likewise */
KeelProgram *keel_program_ref (const KeelProgram *self);
void keel_program_unref (KeelProgram *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelProgram, keel_program_unref)
gboolean keel_program_equal (const KeelProgram *self, const KeelProgram *other); /* all they say */

/* For whoever fills one. @uses is nullable: none. */
KeelStructure *keel_program_add_structure (KeelProgram *self, KeelStructureKind kind); /* transfer none */
/* The same. Its number is one more than the highest in the structure. */
KeelPart *keel_structure_add_part (KeelStructure *self, const char *topic);
/* In the place of what was said for @key; @text NULL or "": nothing is. */
void keel_program_set_word (KeelProgram *self, const char *key, const char *text, gboolean label);

/* Reads the XML of data/content/keel-content.rng, of this program or of a person, whose own need not say all
 * that those of Keel must. NULL with a G_MARKUP_ERROR that names the line. */
KeelProgram *keel_program_new_from_xml (GBytes *xml, GError **error);
/* The same XML, with the words as they are now: reading it again gives the same. Transfer full. */
char *keel_program_to_xml (const KeelProgram *self);

/* NULL where there is none. The first structure is what worksheets and progress count in. */
const KeelStructure *keel_program_get_structure (const KeelProgram *self);
const KeelStructure *keel_program_find_structure (const KeelProgram *self, KeelStructureKind kind);
const KeelPart *keel_structure_get_part (const KeelStructure *self, guint position); /* from 1 */
/* By its number; *@position (nullable) is where it stands, from 1. */
const KeelPart *keel_structure_find_part (const KeelStructure *self, guint number, guint *position);
/* The highest number that any part has, and ever had as far as the program knows. */
guint keel_program_get_last_number (const KeelProgram *self);
const KeelWord *keel_program_find_word (const KeelProgram *self, const char *key);
/* "days-30": by what something is kept of a milestone within its program. Transfer full. */
char *keel_milestone_format (const KeelMilestone *self);

G_END_DECLS
