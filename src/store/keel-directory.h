#pragma once

#include "core/keel-feed-reader.h"
#include "keel-store-error.h"
#include "keel-vault-key.h"

G_BEGIN_DECLS

/* An imported list as the person sees it: a snapshot. */
#define KEEL_TYPE_LIST (keel_list_get_type ())
G_DECLARE_FINAL_TYPE (KeelList, keel_list, KEEL, LIST, GObject)

struct _KeelList
{
  GObject parent_instance;

  char *name;
  char *source;   /* the file's name or the address it came from */
  char *file;     /* URI of that file; NULL where it came from an address */
  char *format;   /* keel_feed_format_get_code () */
  char *program;  /* nullable */
  char *timezone; /* chosen for meetings without one; nullable */
  guint meetings;
  gint64 imported_at; /* seconds UTC */
};

/* KeelDirectory: all lists, directory.db. Public data; it never knows who follows what. */
#define KEEL_TYPE_DIRECTORY (keel_directory_get_type ())
G_DECLARE_FINAL_TYPE (KeelDirectory, keel_directory, KEEL, DIRECTORY, GObject)

/* @key is nullable: that of a protected profile. */
KeelDirectory *keel_directory_open (const char *path, KeelVaultKey *key, GError **error);
const char *keel_directory_get_path (KeelDirectory *self);

GPtrArray *keel_directory_get_lists (KeelDirectory *self, GError **error); /* of KeelList, by name */
gboolean keel_directory_remove_list (KeelDirectory *self, const char *name, GError **error);

/* NULL with KEEL_STORE_ERROR_NOT_FOUND where there is none. */
KeelMeeting *keel_directory_get_meeting (KeelDirectory *self, const char *id, GError **error);
KeelMeeting *keel_directory_find (KeelDirectory *self, const char *list, const char *slug, GError **error);

/* 16 hex digits; the caller frees. */
char *keel_directory_make_id (const char *list, const char *slug);

G_END_DECLS
