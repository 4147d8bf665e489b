#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The system calls that change files, taken over for the whole program, libraries included: a test can have
 * the process die before any of them, or have them fail, or see them all. Synchronizing does nothing: no test
 * here needs the real disk to be safe, and it is slow.
 */

typedef enum
{
  KEEL_CALL_WRITE,
  KEEL_CALL_TRUNCATE,
  KEEL_CALL_SYNC,
  KEEL_CALL_UNLINK,
  KEEL_CALL_RENAME,
} KeelCallKind;

typedef struct
{
  KeelCallKind kind;
  int file;          /* of WRITE, TRUNCATE, SYNC */
  const char *path;  /* of UNLINK, RENAME */
  const char *to;    /* of RENAME */
  const void *bytes; /* of WRITE */
  gsize length;
  gint64 offset; /* of WRITE and TRUNCATE */
} KeelCall;

/* Called before each. What it returns, if not 0, is the errno that the call fails with. NULL: nobody is. */
typedef int (*KeelCallWatch) (const KeelCall *call);
void keel_test_calls_watch (KeelCallWatch watch);

G_END_DECLS
