#pragma once

#include "keel-feed-context.h"

G_BEGIN_DECLS

/* The types of one meeting while they are collected. */
typedef struct
{
  KeelFeedContext *context;
  GPtrArray *codes;
  GPtrArray *names;
  gboolean open, closed;
  gboolean online, hybrid, suspended;
  gboolean unknown;
} KeelFeedTypes;

void keel_feed_types_init (KeelFeedTypes *self, KeelFeedContext *context);

/* Without a @name (nullable) the code stands for itself and is noted as unknown. */
void keel_feed_types_add (KeelFeedTypes *self, const char *code, const char *name);

/* From all the shapes in which Meeting Guide feeds have them; @node is nullable. */
void keel_feed_types_read (KeelFeedTypes *self, JsonNode *node);

/* Hands the types to @meeting, with its admission, and clears @self. */
void keel_feed_types_give (KeelFeedTypes *self, KeelMeeting *meeting);

G_END_DECLS
