#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KEEL_STORE_ERROR (keel_store_error_quark ())
GQuark keel_store_error_quark (void);

typedef enum
{
  KEEL_STORE_ERROR_FAILED,  /* SQLite said no; the message says what */
  KEEL_STORE_ERROR_NEWER,   /* written by a newer Keel: left alone */
  KEEL_STORE_ERROR_FOREIGN, /* not a file of Keel's */
  KEEL_STORE_ERROR_CORRUPT,
  KEEL_STORE_ERROR_FULL, /* no space left */
  KEEL_STORE_ERROR_IO,
  KEEL_STORE_ERROR_READ_ONLY,
  KEEL_STORE_ERROR_BUSY,       /* another Keel is writing */
  KEEL_STORE_ERROR_NOT_FOUND,  /* no such list, meeting, series */
  KEEL_STORE_ERROR_INVALID,    /* what was asked for makes no sense; the message says why */
  KEEL_STORE_ERROR_NOT_FOLDER, /* something else stands where a folder has to be */
  KEEL_STORE_ERROR_PASSPHRASE, /* a passphrase or recovery code that does not fit */
  KEEL_STORE_ERROR_WAIT,       /* too soon after one that did not fit; nothing was tried */
  KEEL_STORE_ERROR_LOCKED,     /* the profile has a passphrase, and none was given */
  KEEL_STORE_ERROR_IN_USE,     /* the profile is open in another Keel */
  KEEL_STORE_ERROR_NAME_TAKEN, /* another profile is called so */
  KEEL_STORE_ERROR_KEYS_LOST,  /* the files are encrypted, and the file of keys is not there */
  KEEL_STORE_ERROR_REMAINS,    /* done, but something is left on the disk that was to be deleted */
  KEEL_STORE_ERROR_CHANGED,    /* not as it was any more; what is there now is left as it is */
} KeelStoreError;

/* For a file or folder that the system refused with @code, an errno. */
KeelStoreError keel_store_error_from_errno (int code);

G_END_DECLS
