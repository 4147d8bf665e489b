#pragma once

#include <json-glib/json-glib.h>

#include "keel-bmlt-formats.h"
#include "keel-feed-reader.h"
#include "keel-feed-text.h"

G_BEGIN_DECLS

/* Minutes: what is as long as this is a slip of the pen. */
#define KEEL_FEED_ABSURD_DURATION (12 * 60)

/* What the readers of all formats share while one feed is read. */
typedef struct
{
  char *program;
  char *timezone;
  KeelTypeTable *types;

  GHashTable *zones;  /* as published → IANA name, "" where it is none */
  GHashTable *slugs;  /* hashes of those taken → how many asked for it */
  GPtrArray *unknown; /* codes without a name, the first few */
  KeelNotice notices[KEEL_NOTICE_LAST];
} KeelFeedContext;

gboolean keel_feed_context_init (KeelFeedContext *self, const KeelFeedOptions *options, GError **error);
void keel_feed_context_clear (KeelFeedContext *self);

/* Counts one more meeting; @detail (nullable) is kept of the first. */
void keel_feed_context_note (KeelFeedContext *self, KeelNoticeKind kind, const char *detail);

/* For a meeting that has been read: makes its slug unique, finds its zone and appends it to @meetings
 * (takes it). @zone (nullable) is as published. */
void keel_feed_context_finish (KeelFeedContext *self, KeelMeeting *meeting, const char *zone,
                               GPtrArray *meetings);

/* @text (nullable) as a safe link; notes one that is not. */
char *keel_feed_context_check_link (KeelFeedContext *self, const char *text);

/* Sets phone and adds to @notes what stands in a member for a phone number but is none. */
void keel_feed_context_set_phone (KeelFeedContext *self, KeelMeeting *meeting, char *phone, GPtrArray *notes);

/* Notes when the row has contact data: members whose names speak of persons, mail or money. */
void keel_feed_context_note_contacts (KeelFeedContext *self, JsonObject *row);

/* Sets duration and any_time from a start (minute of the day) and an end; -1 where there is none. */
void keel_feed_context_set_end (KeelFeedContext *self, KeelMeeting *meeting, int end);

/* A text in place of a slug: lower case, hyphens for all that is neither letter nor digit. */
char *keel_feed_slugify (const char *text);

KeelSkippedRow *keel_feed_skip (KeelSkipReason reason, const char *name, const char *detail);
/* What a meeting of several days is called on one of them; transfer full. */
char *keel_feed_make_day_slug (const char *slug, int day);
/* One that is inactive: @slug, or where it meets on several @days (bits, else 0), one for each of these. */
KeelSkippedRow *keel_feed_skip_inactive (const char *name, const char *slug, guint days);

/* The readers: append the meetings of @row or return why there are none (transfer full). */
KeelSkippedRow *keel_meeting_guide_read (KeelFeedContext *context, JsonObject *row, GPtrArray *meetings);

KeelSkippedRow *keel_bmlt_read (KeelFeedContext *context, KeelBmltFormats *formats, JsonObject *row,
                                GPtrArray *meetings);

KeelSkippedRow *keel_naws_read (KeelFeedContext *context, KeelBmltFormats *formats, JsonObject *row,
                                GPtrArray *meetings);

G_END_DECLS
