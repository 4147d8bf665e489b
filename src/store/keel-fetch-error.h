#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KEEL_FETCH_ERROR (keel_fetch_error_quark ())
GQuark keel_fetch_error_quark (void);

typedef enum
{
  KEEL_FETCH_ERROR_ADDRESS,     /* no address, or one with a user's name in it */
  KEEL_FETCH_ERROR_NOT_SECURE,  /* http to another computer */
  KEEL_FETCH_ERROR_NO_NETWORK,  /* nothing can be reached */
  KEEL_FETCH_ERROR_NAME,        /* there is no such host */
  KEEL_FETCH_ERROR_CONNECT,     /* the host takes no connection */
  KEEL_FETCH_ERROR_TIMED_OUT,   /* no answer, or one that stopped coming */
  KEEL_FETCH_ERROR_CERTIFICATE, /* no safe connection */
  KEEL_FETCH_ERROR_SERVER,      /* 5xx */
  KEEL_FETCH_ERROR_NOT_FOUND,   /* 404, 410 */
  KEEL_FETCH_ERROR_NOT_ALLOWED, /* 401, 403, 407 */
  KEEL_FETCH_ERROR_WEB_PAGE,    /* a page for people, often one to sign in */
  KEEL_FETCH_ERROR_TOO_LARGE,   /* also what it unpacks to */
  KEEL_FETCH_ERROR_REDIRECTS,   /* sent on too often, or in a circle */
  KEEL_FETCH_ERROR_LESS_SECURE, /* sent on to where it may not go: from https to http, or to no address */
  KEEL_FETCH_ERROR_CUT_OFF,     /* the answer ended too early */
  KEEL_FETCH_ERROR_ANSWER,      /* one that makes no sense */
} KeelFetchError;

G_END_DECLS
