#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KEEL_SITE_MEETINGS, /* tells when and where there are meetings */
  KEEL_SITE_STORIES,  /* members tell of themselves */
} KeelSiteKind;

/* One public page on the web. Keel never opens it by itself. */
typedef struct
{
  KeelSiteKind kind;
  char *country; /* ISO 3166 ("GB"); NULL: for everywhere */
  char *address; /* https, a safe link (keel_link_check) */
  char *host;    /* to be shown where it can be opened */
  char *name;    /* nullable: what it is about, beside its kind */
  char *note;    /* nullable: what to know before one goes there */
  char *source;  /* where the address was found, in words */
  char *checked; /* when it was last compared with it: "2026", "2026-09" or "2026-09-30" */
} KeelSite;

/* Where a program, or a group that is no program of Keel's, tells of its meetings. */
typedef struct
{
  char *program; /* nullable */
  char *name;    /* of the program or group */
  gboolean member, family;
  GPtrArray *sites; /* of KeelSite, in the order of their file */
} KeelPlace;

typedef struct
{
  char *code; /* ISO 3166 */
  char *name;
} KeelCountry;

/* Somebody who may know of meetings. */
typedef struct
{
  char *name;
  char *text;
} KeelTip;

/* Of the person's locale; NULL where it names none. */
const char *keel_country_of_computer (void);

/* "Checked: September 2026 · Source: Its own page"; transfer full. */
char *keel_sentence_site (const KeelSite *site);
/* "Meetings" or "Stories", with its country or name: "Meetings · Online meetings"; transfer full. @country is
 * its name; nullable. */
char *keel_sentence_site_title (const KeelSite *site, const char *country);

G_END_DECLS
