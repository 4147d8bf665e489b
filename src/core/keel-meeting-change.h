#pragma once

#include "keel-meeting.h"

G_BEGIN_DECLS

/* What a list says of a meeting otherwise than it did, as far as a person who goes there has to know. */
typedef enum
{
  KEEL_MEETING_CHANGE_NONE = 0,
  KEEL_MEETING_CHANGE_NAME = 1 << 0,
  KEEL_MEETING_CHANGE_TIME = 1 << 1, /* day, time, zone, length or how it repeats */
  KEEL_MEETING_CHANGE_PLACE = 1 << 2,
  KEEL_MEETING_CHANGE_LINK = 1 << 3,
  KEEL_MEETING_CHANGE_PHONE = 1 << 4,
  KEEL_MEETING_CHANGE_VENUE = 1 << 5, /* online or in person, or it does not meet any more */
  KEEL_MEETING_CHANGE_NOTES = 1 << 6, /* where some lists say in which weeks it meets */
  KEEL_MEETING_CHANGE_GONE = 1 << 7,  /* alone: no longer in its list */
} KeelMeetingChange;

/* @now is nullable: its list no longer has it. */
KeelMeetingChange keel_meeting_compare (KeelMeeting *was, KeelMeeting *now);

/* Equal for two meetings that keel_meeting_compare () finds no change in; also of none (NULL). 64 hex
 * digits; transfer full. */
char *keel_meeting_make_fingerprint (KeelMeeting *self);

G_END_DECLS
