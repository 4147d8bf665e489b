#pragma once

#include "core/keel-answers.h"

G_BEGIN_DECLS

/* More than a person would fill in; what a file of somebody else's may not go beyond. */
#define KEEL_WORKSHEET_MAX_FIELDS 200
#define KEEL_WORKSHEET_MAX_TEXT 4000

/* What an answer is. The names of the files are keel_field_type_words, in this order. */
typedef enum
{
  KEEL_FIELD_TEXT, /* one line */
  KEEL_FIELD_LONG,
  KEEL_FIELD_LIST,  /* short texts */
  KEEL_FIELD_TABLE, /* rows of columns, which are fields themselves */
  KEEL_FIELD_RATING,
  KEEL_FIELD_DATE,
  KEEL_FIELD_DATETIME,
  KEEL_FIELD_TICK,
  KEEL_FIELD_CHOICE,
  KEEL_FIELD_MATRIX, /* two by two lists, each of whose texts may have a tag and a weight */
  KEEL_FIELD_PERSON,
  KEEL_FIELD_NUMBER,
  KEEL_FIELD_INFO, /* words between the fields: nothing is answered */
} KeelFieldType;

extern const char *const keel_field_type_words[]; /* "text", "long" … ended by NULL */

/* One of several that have a name: an option, a tag, a row or a column of a matrix. */
typedef struct
{
  char *id;
  char *label;
} KeelOption;

/* That a field has an answer, or that option among it. */
typedef struct
{
  char *field;
  char *option; /* nullable */
} KeelCondition;

/* What stands in one column of a row that an entry begins with. */
typedef struct
{
  char *column;
  char *text; /* words, or a number */
} KeelCell;

typedef struct _KeelField KeelField;

struct _KeelField
{
  KeelFieldType type;
  char *id; /* unique in its worksheet, or in its table; what the answer is kept under */
  char *label;
  char *help; /* nullable */

  GPtrArray *when; /* of KeelCondition: shown where one of them holds, or there is none */

  GPtrArray *columns; /* of KeelField: those of a table; else empty, as all that follow */
  GPtrArray *starts;  /* of GPtrArray of KeelCell: the rows that a table begins with */
  GPtrArray *options; /* of KeelOption: of a choice; the tags of a matrix */
  GPtrArray *rows;    /* of KeelOption: the two of a matrix */
  GPtrArray *sides;   /* of KeelOption: the two columns of a matrix */

  char *low, *high; /* nullable: words at the ends of a rating */
  char *unit;       /* nullable: words after a number */
  char *part;       /* nullable: the number is that of a part of this program */
  int min, max;     /* of a rating (0 and 10 usually) or a number */
  int decimals;     /* of a number: digits after the point */
  guint shown;      /* lines of a list or rows of a table that wait to be filled in */

  gboolean several; /* more than one option of a choice */
  gboolean ordered; /* a list that is a ranking, or a table whose rows are numbered and can be moved */
  gboolean down;    /* a table that is filled in column by column */
  gboolean wheel;   /* ratings of a table that are drawn as a wheel */
  gboolean weight;  /* each text of a matrix may weigh 0 to 10 */
  gboolean words;   /* how many words it has is shown */
  gboolean minutes; /* how long it takes to say is shown */
  gboolean names;   /* people's names, which printing can shorten */
  gboolean sum;     /* of a column: its sum stands under the table */
  gboolean unkept;  /* the answer counts while the page is open and is never saved */
  gboolean carry;   /* a new entry begins with the last one's answer */
};

typedef struct
{
  char *title;       /* nullable */
  char *help;        /* nullable */
  GPtrArray *when;   /* of KeelCondition, as those of a field */
  GPtrArray *fields; /* of KeelField */
} KeelSection;

/* Where a program uses it. @part counts from 1 in the program's structure; 0: all of the program. */
typedef struct
{
  char *program;
  guint part;
  guint begin; /* 1 to 3: one of those that the program shows first; 0 */
} KeelUse;

typedef enum
{
  KEEL_NOTE_SAFETY, /* comes before the first field, and stays */
  KEEL_NOTE_HINT,
  KEEL_NOTE_CREDIT, /* whose idea it is */
} KeelNoteKind;

typedef struct
{
  KeelNoteKind kind;
  char *text;
} KeelNote;

/* Under which heading it is offered: keel_worksheet_group_words, in this order. */
typedef enum
{
  KEEL_GROUP_DAILY,
  KEEL_GROUP_STEPS,
  KEEL_GROUP_URGES,
  KEEL_GROUP_THOUGHTS,
  KEEL_GROUP_PLANS,
  KEEL_GROUP_SAFETY,
  KEEL_GROUP_FAMILY,
  KEEL_GROUP_PEOPLE,
  KEEL_GROUP_GENERAL,
} KeelWorksheetGroup;

extern const char *const keel_worksheet_group_words[]; /* "daily", "steps" … ended by NULL */

/* When in the day what is for every day is offered before the others: keel_worksheet_time_words. */
typedef enum
{
  KEEL_WORKSHEET_ANYTIME,
  KEEL_WORKSHEET_MORNING,
  KEEL_WORKSHEET_EVENING,
} KeelWorksheetTime;

extern const char *const keel_worksheet_time_words[]; /* "any", "morning", "evening", NULL */

/*
 * KeelWorksheet: a template, as data/content/worksheets has it, as a person made it, or as it was when an
 * entry was begun. Its words are in one language. Never changed once it was made; counted.
 */
typedef struct
{
  char *id;
  int order;
  KeelWorksheetGroup group;
  KeelWorksheetTime time;
  char *name;
  char *about;             /* nullable only where a person made it */
  GPtrArray *notes;        /* of KeelNote */
  GPtrArray *uses;         /* of KeelUse */
  GPtrArray *sections;     /* of KeelSection; at least one */
  gboolean member, family; /* whose pages offer it */
  gboolean readers;        /* others, or a court, might read it: said before the first line */
  gboolean ask_again;      /* the passphrase can be asked for again */
  gboolean daily;          /* opened with one press */
  gboolean single;         /* one comes back to it: opening it opens the newest entry */
  gboolean undated;        /* there is one entry, without dates and versions */
  gboolean quiet;          /* nothing of it is ever told outside its own page */
} KeelWorksheet;

/* Reads the XML of data/content/keel-content.rng, of this program, of a person or of a stranger. NULL with a
 * G_MARKUP_ERROR that names the line. */
KeelWorksheet *keel_worksheet_new_from_xml (GBytes *xml, GError **error);
/* The same XML, with the words as they are now: reading it again gives the same. Transfer full. */
char *keel_worksheet_to_xml (const KeelWorksheet *self);

/* Whether the id is that of a worksheet which a person made: "own-…". */
gboolean keel_worksheet_is_own (const char *id);

KeelWorksheet *keel_worksheet_ref (KeelWorksheet *self);
void keel_worksheet_unref (KeelWorksheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelWorksheet, keel_worksheet_unref)

/* NULL where there is none. */
const KeelField *keel_worksheet_find_field (const KeelWorksheet *self, const char *id);
const KeelField *keel_field_find_column (const KeelField *self, const char *id);
const KeelOption *keel_option_find (const GPtrArray *options, const char *id);

/* Whether @program (nullable: any) uses it, for @part (0: for any of them). */
gboolean keel_worksheet_is_used_by (const KeelWorksheet *self, const char *program, guint part);

/* What a new entry begins with: rows that tables start with, and of @last (nullable), the entry before, the
 * answers that are carried on. Transfer full. */
KeelAnswers *keel_worksheet_begin (const KeelWorksheet *self, const KeelAnswers *last);

/* Whether one of @when holds, or there is none to hold. What has been written is shown in any case: that is
 * for the caller to look at. */
gboolean keel_worksheet_is_open (const GPtrArray *when, const KeelAnswers *answers);

G_END_DECLS
