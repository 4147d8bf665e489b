#pragma once

/* Private to store: what those who fill a demo share. */

#include "content/keel-content.h"
#include "keel-demo-clock.h"
#include "keel-profile.h"
#include "keel-profiles.h"

G_BEGIN_DECLS

/* How many days ago the person came to Keel. */
#define KEEL_DEMO_FIRST_DAY 358
/* How many days ago they had a lapse. */
#define KEEL_DEMO_LAPSE_DAY 212

typedef enum
{
  KEEL_DEMO_SPONSOR,
  KEEL_DEMO_FRIEND,
  KEEL_DEMO_THERAPIST,
  KEEL_DEMO_RELATIVE,
  KEEL_DEMO_N_PEOPLE,
} KeelDemoPerson;

typedef struct
{
  KeelProfile *profile;
  KeelJournal *journal; /* of the profile */
  KeelContent *content;
  KeelDemoClock *clock;
  GTimeZone *zone;
  gint64 today; /* of the person: the day that is not over yet. Nothing is written down on it */
  KeelPageGroups pages;
  gboolean member;                  /* has the pages of members */
  gboolean family;                  /* has those of families */
  char *people[KEEL_DEMO_N_PEOPLE]; /* UUIDs; NULL until they are there */
} KeelDemoYear;

/* From now on it is @minute of the day @ago days before today. */
void keel_demo_year_go (KeelDemoYear *self, int ago, int minute);
/* 0 to @below - 1, the same each time for the same @day and @salt. */
int keel_demo_year_vary (int day, int salt, int below);

/* Each fills a part. Errors are those of what it writes with. */
gboolean keel_demo_add_meetings (KeelDemoYear *self, GError **error);
gboolean keel_demo_add_days (KeelDemoYear *self, GError **error);
gboolean keel_demo_add_check_ins (KeelDemoYear *self, GError **error);
gboolean keel_demo_add_urges (KeelDemoYear *self, GError **error);
gboolean keel_demo_add_people (KeelDemoYear *self, GError **error);
gboolean keel_demo_add_care (KeelDemoYear *self, GError **error);
gboolean keel_demo_add_entries (KeelDemoYear *self, GError **error);

G_END_DECLS
