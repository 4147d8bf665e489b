#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What became of it. One that was finished and is written in again is revisited; nothing is ever overdue. */
typedef enum
{
  KEEL_ENTRY_DRAFT,
  KEEL_ENTRY_FINISHED,
  KEEL_ENTRY_REVISITED,
} KeelEntryState;

extern const char *const keel_entry_state_words[]; /* "draft", "finished", "revisited"; ended by NULL */

/* What an entry may belong to. */
typedef enum
{
  KEEL_ENTRY_LINK_NONE,
  KEEL_ENTRY_LINK_PART,     /* "aa/4": of a program's structure */
  KEEL_ENTRY_LINK_SERIES,   /* the UUID of a series */
  KEEL_ENTRY_LINK_STRATEGY, /* the id of a card */
} KeelEntryLink;

extern const char *const keel_entry_link_words[]; /* "none", "part", "series", "strategy"; ended by NULL */

/* How much of it may be told outside its own page: as the worksheet has it that it was begun with, whatever
 * has become of that since. */
typedef enum
{
  KEEL_ENTRY_GUARD_NONE,
  KEEL_ENTRY_GUARD_WORDS, /* no word of it */
  KEEL_ENTRY_GUARD_QUIET, /* not that it is there */
} KeelEntryGuard;

/*
 * KeelEntry: one filling of a worksheet, as a snapshot without its answers: what a list of entries shows.
 * Never changed once it was handed out.
 */
#define KEEL_TYPE_ENTRY (keel_entry_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntry, keel_entry, KEEL, ENTRY, GObject)

struct _KeelEntry
{
  GObject parent_instance;

  char *uuid;
  char *worksheet; /* id of its template, which may have changed or gone since */
  char *name;      /* of its template, as it was */
  char *title;     /* nullable: what the person calls it */
  char *beginning; /* nullable: the first words that were written */
  KeelEntryState state;
  KeelEntryGuard guard;
  gboolean pinned;
  KeelEntryLink link;
  char *target;       /* nullable; of @link */
  gint64 created_at;  /* seconds UTC, as all that follow */
  gint64 changed_at;  /* its answers */
  gint64 finished_at; /* 0: never */
  gint64 shared_at;   /* 0: with nobody */
  char *shared_with;  /* nullable: in the person's words */
  gint64 deleted_at;  /* 0: not in the trash */
};

KeelEntry *keel_entry_new (const char *uuid, const char *worksheet, const char *name);

/* Days that the trash keeps something. */
#define KEEL_TRASH_DAYS 30

G_END_DECLS
