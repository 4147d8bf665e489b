#pragma once

#include <glib-object.h>

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

typedef struct _KeelField KeelField;

struct _KeelField
{
  KeelFieldType type;
  char *id; /* unique in its worksheet, or in its table; what the answer is kept under */
  char *label;
  char *help; /* nullable */

  /* Shown only where the field @when has an answer, or that option where @when_option is there. Nullable. */
  char *when;
  char *when_option;

  GPtrArray *columns; /* of KeelField: those of a table; else empty, as all that follow */
  GPtrArray *options; /* of KeelOption: of a choice; the tags of a matrix */
  GPtrArray *rows;    /* of KeelOption: the two of a matrix */
  GPtrArray *sides;   /* of KeelOption: the two columns of a matrix */

  char *low, *high; /* nullable: words at the ends of a rating */
  char *unit;       /* nullable: words after a number */
  int min, max;     /* of a rating (0 and 10 usually) or a number */
  guint shown;      /* lines of a list or rows of a table that wait to be filled in */

  gboolean several; /* more than one option of a choice */
  gboolean ordered; /* a list that is a ranking */
  gboolean down;    /* a table that is filled in column by column */
  gboolean wheel;   /* ratings of a table that are drawn as a wheel */
  gboolean weight;  /* each text of a matrix may weigh 0 to 10 */
  gboolean words;   /* how many words it has is shown */
  gboolean minutes; /* how long it takes to say is shown */
};

typedef struct
{
  char *title;       /* nullable */
  char *help;        /* nullable */
  GPtrArray *fields; /* of KeelField */
} KeelSection;

/* Where a program uses it. @part counts from 1 in the program's structure; 0: all of the program. */
typedef struct
{
  char *program;
  guint part;
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

/*
 * KeelWorksheet: a template, as data/content/worksheets has it, as a person made it, or as it was when an
 * entry was begun. Its words are in one language. Never changed once it was made; counted.
 */
typedef struct
{
  char *id;
  int order;
  KeelWorksheetGroup group;
  char *name;
  char *about;             /* nullable only where a person made it */
  GPtrArray *notes;        /* of KeelNote */
  GPtrArray *uses;         /* of KeelUse */
  GPtrArray *sections;     /* of KeelSection; at least one */
  gboolean member, family; /* whose pages offer it */
  gboolean readers;        /* others, or a court, might read it: said before the first line */
  gboolean ask_again;      /* the passphrase can be asked for again */
  gboolean daily;          /* opened with one press */
  gboolean quiet;          /* nothing of it is ever told outside its own page */
} KeelWorksheet;

/* Reads the XML of data/content/keel-content.rng, of this program, of a person or of a stranger. NULL with a
 * G_MARKUP_ERROR that names the line. */
KeelWorksheet *keel_worksheet_new_from_xml (GBytes *xml, GError **error);
/* The same XML, with the words as they are now: reading it again gives the same. Transfer full. */
char *keel_worksheet_to_xml (const KeelWorksheet *self);

KeelWorksheet *keel_worksheet_ref (KeelWorksheet *self);
void keel_worksheet_unref (KeelWorksheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelWorksheet, keel_worksheet_unref)

/* NULL where there is none. */
const KeelField *keel_worksheet_find_field (const KeelWorksheet *self, const char *id);
const KeelField *keel_field_find_column (const KeelField *self, const char *id);
const KeelOption *keel_option_find (const GPtrArray *options, const char *id);

/* Whether @program (nullable: any) uses it, for @part (0: for any of them). */
gboolean keel_worksheet_is_used_by (const KeelWorksheet *self, const char *program, guint part);

G_END_DECLS
