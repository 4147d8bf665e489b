#include "keel-fetch.h"

#include <errno.h>
#include <fcntl.h>
#include <libsoup/soup.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/keel-feed-reader.h"
#include "core/keel-meeting.h"

#define CHUNK (64 * 1024)

/* What a server may call its answer. */
#define MAX_ETAG 1024

const KeelFetchLimits keel_fetch_usual_limits = {
  .connect_ms = 20 * 1000,
  .idle_ms = 30 * 1000,
  .redirects = 5,
  .size = KEEL_MAX_FILE_SIZE,
};

/* libsoup is asked asynchronously in a context of its own, so that a time-out ends whatever it waits for,
 * the resolver included. */
typedef struct
{
  const KeelFetchOptions *options;
  const KeelFetchLimits *limits;
  KeelFetchProgress progress; /* nullable */
  gpointer data;
  GCancellable *outer; /* nullable: the caller's */
  gulong outer_handler;

  GMainContext *context;
  SoupSession *session;
  GCancellable *cancellable; /* of what is under way: the caller's or ours */
  GSource *timer;
  gboolean timed_out;

  char *address;
  SoupMessage *message;
  GAsyncResult *result; /* of what was waited for */
} Fetch;

static void
clear_fetch (Fetch *self)
{
  if (self->outer_handler != 0)
    g_cancellable_disconnect (self->outer, self->outer_handler);
  if (self->timer)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_clear_object (&self->message);
  if (self->session)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->result);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->address, g_free);
  if (!self->context)
    return;
  /* What was cancelled is told before it goes. */
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  g_clear_pointer (&self->context, g_main_context_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fetch, clear_fetch)

static gboolean
timed_out_cb (gpointer data)
{
  Fetch *self = data;

  self->timed_out = TRUE;
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static void
allow (Fetch *self, guint milliseconds)
{
  if (self->timer)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  self->timer = g_timeout_source_new (milliseconds);
  g_source_set_callback (self->timer, timed_out_cb, self, NULL);
  g_source_attach (self->timer, self->context);
}

/* The connection stands; from here on it is the answer that is waited for. */
static void
starting_cb (SoupMessage *message, Fetch *self)
{
  allow (self, self->limits->idle_ms);
}

static void
outer_cancelled_cb (GCancellable *outer, GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fetch *) data)->result = g_object_ref (result);
}

static GAsyncResult *
await (Fetch *self)
{
  while (!self->result)
    g_main_context_iteration (self->context, TRUE);
  return g_steal_pointer (&self->result);
}

static gboolean
is_this_machine (const char *host)
{
  return host && (g_ascii_strcasecmp (host, "localhost") == 0 || g_str_equal (host, "127.0.0.1") ||
                  g_str_equal (host, "::1"));
}

gboolean
keel_fetch_is_address (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  while (g_ascii_isspace (*text))
    text++;
  return g_ascii_strncasecmp (text, "https://", 8) == 0 || g_ascii_strncasecmp (text, "http://", 7) == 0;
}

/* A name without a scheme, as people type it. */
static char *
complete_address (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (strstr (stripped, "://") || strchr (stripped, '@') || !strchr (stripped, '.'))
    return g_steal_pointer (&stripped);
  return g_strconcat ("https://", stripped, NULL);
}

char *
keel_fetch_check_address (const char *text, GError **error)
{
  g_autofree char *complete = NULL;
  g_autofree char *link = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  complete = complete_address (text);
  link = keel_link_check (complete);
  if (link && keel_fetch_is_address (link))
    uri = g_uri_parse (link, SOUP_HTTP_URI_FLAGS, NULL);
  if (!uri || !g_uri_get_host (uri) || g_uri_get_userinfo (uri))
    {
      g_set_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_ADDRESS, "This is no address of a list");
      return NULL;
    }
  if (g_str_equal (g_uri_get_scheme (uri), "http") && !is_this_machine (g_uri_get_host (uri)))
    {
      g_set_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_NOT_SECURE,
                   "http is only for this computer, and %s is another", g_uri_get_host (uri));
      return NULL;
    }
  return g_steal_pointer (&link);
}

static KeelFetchError
classify_resolver (int code)
{
  return code == G_RESOLVER_ERROR_NOT_FOUND ? KEEL_FETCH_ERROR_NAME : KEEL_FETCH_ERROR_NO_NETWORK;
}

static KeelFetchError
classify_io (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return KEEL_FETCH_ERROR_NO_NETWORK;
    case G_IO_ERROR_HOST_NOT_FOUND:
      return KEEL_FETCH_ERROR_NAME;
    case G_IO_ERROR_TIMED_OUT:
      return KEEL_FETCH_ERROR_TIMED_OUT;
    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_CONNECTION_CLOSED: /* the same code as for a broken pipe */
      return KEEL_FETCH_ERROR_CUT_OFF;
    case G_IO_ERROR_INVALID_DATA:
      return KEEL_FETCH_ERROR_ANSWER;
    default:
      return KEEL_FETCH_ERROR_CONNECT;
    }
}

/* libsoup's and GIO's errors become ours; to be cancelled stays what it is. */
static void
tell_failure (Fetch *self, GError *failure, GError **error)
{
  KeelFetchError code = KEEL_FETCH_ERROR_ANSWER;

  if (self->timed_out)
    {
      g_set_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_TIMED_OUT, "No answer in time");
      g_error_free (failure);
      return;
    }
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, failure);
      return;
    }
  if (failure->domain == G_TLS_ERROR)
    code = KEEL_FETCH_ERROR_CERTIFICATE;
  else if (failure->domain == G_RESOLVER_ERROR)
    code = classify_resolver (failure->code);
  else if (failure->domain == G_IO_ERROR)
    code = classify_io (failure->code);
  g_set_error_literal (error, KEEL_FETCH_ERROR, code, failure->message);
  g_error_free (failure);
}

static void
set_header (SoupMessage *message, const char *name, const char *value)
{
  if (value)
    soup_message_headers_replace (soup_message_get_request_headers (message), name, value);
}

static GInputStream *
send_request (Fetch *self, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (self->address, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GInputStream *body;
  GError *failure = NULL;

  g_clear_object (&self->message);
  self->message = soup_message_new_from_uri ("GET", uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  set_header (self->message, "If-None-Match", self->options->etag);
  set_header (self->message, "If-Modified-Since", self->options->last_modified);
  g_signal_connect (self->message, "starting", G_CALLBACK (starting_cb), self);

  allow (self, self->limits->connect_ms);
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->cancellable, answered_cb,
                           self);
  result = await (self);
  body = soup_session_send_finish (self->session, result, &failure);
  if (!body)
    tell_failure (self, failure, error);
  return body;
}

static gboolean
is_redirect (SoupStatus status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_FOUND ||
         status == SOUP_STATUS_SEE_OTHER || status == SOUP_STATUS_TEMPORARY_REDIRECT ||
         status == SOUP_STATUS_PERMANENT_REDIRECT;
}

/* Where the server sends us becomes the address. */
static gboolean
follow_redirect (Fetch *self, GError **error)
{
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (self->message),
                                                       "Location");
  g_autofree char *there = location
                               ? g_uri_resolve_relative (self->address, location, SOUP_HTTP_URI_FLAGS, NULL)
                               : NULL;
  g_autofree char *checked = there ? keel_fetch_check_address (there, NULL) : NULL;
  gboolean secure = g_str_has_prefix (self->address, "https:");

  if (!checked || (secure && !g_str_has_prefix (checked, "https:")))
    {
      g_set_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_LESS_SECURE,
                   "The server sends us to where Keel does not go");
      return FALSE;
    }
  g_free (self->address);
  self->address = g_steal_pointer (&checked);
  return TRUE;
}

static GInputStream *
send_and_follow (Fetch *self, GError **error)
{
  for (guint i = 0; i <= self->limits->redirects; i++)
    {
      g_autoptr (GInputStream) body = send_request (self, error);

      if (!body)
        return NULL;
      if (!is_redirect (soup_message_get_status (self->message)))
        return g_steal_pointer (&body);
      if (!follow_redirect (self, error))
        return NULL;
    }
  g_set_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_REDIRECTS, "Sent on more than %u times",
               self->limits->redirects);
  return NULL;
}

static gboolean
check_status (Fetch *self, gboolean *unchanged, GError **error)
{
  guint status = soup_message_get_status (self->message);
  KeelFetchError code = KEEL_FETCH_ERROR_ANSWER;

  *unchanged = status == SOUP_STATUS_NOT_MODIFIED && (self->options->etag || self->options->last_modified);
  if (*unchanged || status == SOUP_STATUS_OK)
    return TRUE;
  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    code = KEEL_FETCH_ERROR_NOT_FOUND;
  else if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN ||
           status == SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED)
    code = KEEL_FETCH_ERROR_NOT_ALLOWED;
  else if (status >= 500)
    code = KEEL_FETCH_ERROR_SERVER;
  g_set_error (error, KEEL_FETCH_ERROR, code, "The server answered with %u", status);
  return FALSE;
}

/* 0 where the server does not say, or says it of what is packed. */
static guint64
get_length (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH ||
      soup_message_headers_get_one (headers, "Content-Encoding"))
    return 0;
  return (guint64) MAX (soup_message_headers_get_content_length (headers), 0);
}

static gboolean
check_size (Fetch *self, guint64 size, GError **error)
{
  if (size <= self->limits->size)
    return TRUE;
  g_set_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_TOO_LARGE, "The answer is too large");
  return FALSE;
}

/* A file that has no name: nothing of it stays, however this ends. */
static int
open_spool (const char *folder, GError **error)
{
  int fd = -1;

  if (folder)
    fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
  if (fd < 0)
    fd = memfd_create ("keel-fetch", MFD_CLOEXEC);
  if (fd < 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "No place for the answer: %s",
                 g_strerror (errno));
  return fd;
}

static gboolean
write_all (int fd, const char *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize written = write (fd, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "The answer cannot be kept: %s",
                       g_strerror (errno));
          return FALSE;
        }
      bytes += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static gboolean
spool_body (Fetch *self, GInputStream *body, int fd, guint64 *size, GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  guint64 total = get_length (self->message);
  gssize length;

  if (!check_size (self, total, error))
    return FALSE;
  for (*size = 0;; *size += (guint64) length)
    {
      g_autoptr (GAsyncResult) result = NULL;
      GError *failure = NULL;

      if (self->progress)
        self->progress (*size, total, self->data);
      allow (self, self->limits->idle_ms);
      g_input_stream_read_async (body, chunk, CHUNK, G_PRIORITY_DEFAULT, self->cancellable, answered_cb,
                                 self);
      result = await (self);
      length = g_input_stream_read_finish (body, result, &failure);
      if (length < 0)
        {
          tell_failure (self, failure, error);
          return FALSE;
        }
      if (length == 0)
        return TRUE;
      if (!check_size (self, *size + (guint64) length, error) ||
          !write_all (fd, chunk, (gsize) length, error))
        return FALSE;
    }
}

static char *
copy_header (SoupMessage *message, const char *name)
{
  const char *value = soup_message_headers_get_one (soup_message_get_response_headers (message), name);

  if (!value || strlen (value) > MAX_ETAG || !g_utf8_validate (value, -1, NULL))
    return NULL;
  return g_strdup (value);
}

/* Opened anew through its descriptor: a stream that can go back. */
static GInputStream *
open_spooled (int fd, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

static gboolean
keep_body (Fetch *self, GInputStream *body, KeelFetched *fetched, GError **error)
{
  int fd = open_spool (self->options->folder, error);

  if (fd < 0)
    return FALSE;
  if (spool_body (self, body, fd, &fetched->size, error))
    fetched->stream = open_spooled (fd, self->outer, error);
  close (fd);
  return fetched->stream != NULL;
}

static gboolean
prepare (Fetch *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->outer, error))
    return FALSE;
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->cancellable = g_cancellable_new ();
  if (self->outer)
    self->outer_handler = g_cancellable_connect (self->outer, G_CALLBACK (outer_cancelled_cb),
                                                 self->cancellable, NULL);
  self->session = soup_session_new_with_options ("user-agent", "Keel", "timeout", 0, NULL);
  if (self->options->authorities)
    soup_session_set_tls_database (self->session, self->options->authorities);
  /* Nobody is asked for a name and a passphrase, neither for a server nor for a proxy. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  return TRUE;
}

void
keel_fetched_free (KeelFetched *self)
{
  if (!self)
    return;
  g_clear_object (&self->stream);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

/**
 * keel_fetch:
 * @options: (nullable)
 * @progress: (nullable)
 *
 * Blocks until all is there; in any thread. The limits of issue 4: 20 s to connect, 30 s without a byte, five
 * redirects and none from https to http, 256 MB.
 *
 * Returns: (transfer full): the whole answer, or that nothing has changed
 */
KeelFetched *
keel_fetch (const char *address, const KeelFetchOptions *options, KeelFetchProgress progress, gpointer data,
            GCancellable *cancellable, GError **error)
{
  const KeelFetchOptions none = { 0 };
  g_auto (Fetch) self = { .progress = progress, .data = data, .outer = cancellable };
  g_autoptr (KeelFetched) fetched = g_new0 (KeelFetched, 1);
  g_autoptr (GInputStream) body = NULL;
  gboolean unchanged;

  g_return_val_if_fail (address != NULL, NULL);

  self.options = options ? options : &none;
  self.limits = self.options->limits ? self.options->limits : &keel_fetch_usual_limits;
  self.address = keel_fetch_check_address (address, error);
  if (!self.address || !prepare (&self, error))
    return NULL;
  body = send_and_follow (&self, error);
  if (!body || !check_status (&self, &unchanged, error))
    return NULL;
  if (!unchanged && !keep_body (&self, body, fetched, error))
    return NULL;
  fetched->etag = copy_header (self.message, "ETag");
  fetched->last_modified = copy_header (self.message, "Last-Modified");
  return g_steal_pointer (&fetched);
}
