#pragma once

#include "keel-meeting.h"
#include "keel-row-splitter.h"
#include "keel-type-table.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_FEED_MEETING_GUIDE,
  KEEL_FEED_BMLT,
  KEEL_FEED_TSML_CSV,
  KEEL_FEED_NAWS_CSV,
  KEEL_FEED_ICAL, /* never of a KeelFeedReader: the calendar's own reader */
} KeelFeedFormat;

const char *keel_feed_format_get_code (KeelFeedFormat format); /* "meeting-guide", "bmlt", "tsml" … */

/* Why one row was left out. */
typedef enum
{
  KEEL_SKIP_SYNTAX,     /* the row is not JSON */
  KEEL_SKIP_NOT_OBJECT, /* a number, a text, an array */
  KEEL_SKIP_NO_NAME,
  KEEL_SKIP_BAD_DAY,     /* detail: what stood there */
  KEEL_SKIP_BAD_TIME,    /* detail: what stood there */
  KEEL_SKIP_UNPUBLISHED, /* the publisher marked it as not to be shown */
  KEEL_SKIP_INACTIVE,    /* the place is closed and there is no online room */
  KEEL_SKIP_OVER,        /* it never comes again */
  KEEL_SKIP_CANCELLED,   /* the whole of it was called off */
  KEEL_SKIP_RHYTHM,      /* it repeats as Keel cannot follow; detail: the rule */
} KeelSkipReason;

typedef struct
{
  guint row; /* 1 for the first row of the feed */
  KeelSkipReason reason;
  char *name;   /* nullable */
  char *detail; /* nullable */
  char **slugs; /* of what is inactive; else NULL */
} KeelSkippedRow;

void keel_skipped_row_free (KeelSkippedRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelSkippedRow, keel_skipped_row_free)

/* What a person should know about the list as a whole, each with the number of meetings (or, of a
 * spreadsheet, rows) it is about. */
typedef enum
{
  KEEL_NOTICE_ZONE_ASSUMED,     /* meetings without a zone got the one chosen; detail: its name */
  KEEL_NOTICE_ZONE_UNKNOWN,     /* meetings without a zone and none was chosen */
  KEEL_NOTICE_ZONE_BAD,         /* a zone that nobody knows; treated as none; detail: the first such */
  KEEL_NOTICE_BY_APPOINTMENT,   /* meetings without day or time */
  KEEL_NOTICE_DURATION_ASSUMED, /* no end, or one that cannot be: an hour is assumed */
  KEEL_NOTICE_PAST_MIDNIGHT,    /* end before start, read as past midnight */
  KEEL_NOTICE_DUPLICATE_SLUG,   /* got -1, -2 … */
  KEEL_NOTICE_LINK_DROPPED,     /* not a safe link; detail: the first such */
  KEEL_NOTICE_CONTACTS_DROPPED, /* personal contact data was not kept */
  KEEL_NOTICE_TRAILING,         /* text after the end of the list was ignored */
  KEEL_NOTICE_FORMATS_UNKNOWN,  /* codes without a name; detail: the first few */
  KEEL_NOTICE_RHYTHM_IN_NOTES,  /* the notes speak of weeks of the month: read them */
  KEEL_NOTICE_ZONE_MATCHED,     /* a zone known by its offsets alone; detail: the one that has them */
  KEEL_NOTICE_LETTERS_GUESSED,  /* not UTF-8; detail: the encoding as which they were read */
  KEEL_NOTICE_CELLS_ODD,        /* a spreadsheet's row does not fit its columns */
  KEEL_NOTICE_LAST
} KeelNoticeKind;

typedef struct
{
  KeelNoticeKind kind;
  guint count;
  char *detail; /* nullable */
} KeelNotice;

typedef struct
{
  const char *program;   /* code; nullable: as the feed says (BMLT is "na"), else none */
  const char *timezone;  /* IANA; nullable: meetings without a zone keep none */
  KeelTypeTable *types;  /* nullable */
  GInputStream *formats; /* nullable: a BMLT GetFormats answer that goes with the feed */
} KeelFeedOptions;

/*
 * KeelFeedReader: reads a published list, whichever of the known formats it is in; what it is is found
 * by looking at the content. Rows are taken one by one and a bad one never costs the others.
 */
#define KEEL_TYPE_FEED_READER (keel_feed_reader_get_type ())
G_DECLARE_FINAL_TYPE (KeelFeedReader, keel_feed_reader, KEEL, FEED_READER, GObject)

/* @options are copied (the formats stream is read at once). If @stream is seekable, formats that stand
 * behind the meetings are found too. */
KeelFeedReader *keel_feed_reader_new (GInputStream *stream, const KeelFeedOptions *options,
                                      GCancellable *cancellable, GError **error);

/* Reads one more row. At the end of the feed returns FALSE without an error. A row gives any number of
 * @meetings (a day array gives several; appended, transfer full) and at most one @skipped (else NULL;
 * both only where one day of several cannot be read). Errors are
 * of KEEL_FEED_ERROR or G_IO_ERROR and end the reading; the caller then keeps nothing. */
gboolean keel_feed_reader_next (KeelFeedReader *self, GPtrArray *meetings, KeelSkippedRow **skipped,
                                GCancellable *cancellable, GError **error);

KeelFeedFormat keel_feed_reader_get_format (KeelFeedReader *self);
/* The program chosen, else the one that all feeds of this format belong to. NULL: each meeting its own. */
const char *keel_feed_reader_get_program (KeelFeedReader *self);
guint keel_feed_reader_get_rows (KeelFeedReader *self);            /* read so far */
guint64 keel_feed_reader_get_position (KeelFeedReader *self);      /* bytes consumed */
const GArray *keel_feed_reader_get_notices (KeelFeedReader *self); /* of KeelNotice; complete at the end */

/* Whether notes in English or Spanish speak of weeks of the month ("1st and 3rd Monday", "cada dos
 * semanas"): such a meeting is not simply weekly. */
gboolean keel_feed_has_rhythm (const char *text);

G_END_DECLS
