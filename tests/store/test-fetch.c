/* Fetching from a server on this machine: keys, patience, and the way back out. */

#include "keel-test-folder.h"
#include "store/keel-fetch.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#define BODY "[{\"name\":\"Candle\"}]"

/* A server in a thread of its own: two ports, the second with a certificate that nobody signed. */
typedef struct
{
  char *folder;
  char *certificate; /* path */
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  SoupServer *plain;
  SoupServer *secure;
  guint plain_port, secure_port;
} Fixture;

/* It never answers; the message is let go when the server is. */
static void
hang_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  soup_server_message_pause (message);
}

/* The beginning of an answer, and then nothing. */
static void
stall_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, "[", 1);
}

static void
list_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "ETag", "\"one\"");
  if (g_strcmp0 (soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                               "If-None-Match"),
                 "\"one\"") == 0)
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      return;
    }
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, BODY, strlen (BODY));
}

static void
down_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *there = g_strdup_printf ("http://127.0.0.1:%u/list", fixture->plain_port);

  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, there);
}

static void
up_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *there = g_strdup_printf ("https://127.0.0.1:%u/list", fixture->secure_port);

  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, there);
}

static void
sign_certificate (Fixture *fixture)
{
  g_autofree char *key = g_build_filename (fixture->folder, "key.pem", NULL);
  const char *const command[] = {
    "openssl",
    "req",
    "-x509",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:prime256v1",
    "-nodes",
    "-days",
    "2",
    "-subj",
    "/CN=localhost",
    "-addext",
    "subjectAltName=DNS:localhost,IP:127.0.0.1",
    "-keyout",
    key,
    "-out",
    fixture->certificate,
    NULL,
  };
  int status;
  GError *error = NULL;

  g_spawn_sync (NULL, (char **) command, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static guint
start (SoupServer *server, SoupServerListenOptions options)
{
  GSList *uris;
  guint port;
  GError *error = NULL;

  soup_server_listen_local (server, 0, options | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  port = (guint) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return port;
}

static gpointer
serve (gpointer data)
{
  Fixture *fixture = data;

  g_main_context_push_thread_default (fixture->context);
  g_main_loop_run (fixture->loop);
  g_main_context_pop_thread_default (fixture->context);
  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autoptr (GTlsCertificate) certificate = NULL;
  GError *error = NULL;

  fixture->folder = keel_test_folder_make ();
  fixture->certificate = g_build_filename (fixture->folder, "certificate.pem", NULL);
  key = g_build_filename (fixture->folder, "key.pem", NULL);
  sign_certificate (fixture);
  certificate = g_tls_certificate_new_from_files (fixture->certificate, key, &error);
  g_assert_no_error (error);

  fixture->context = g_main_context_new ();
  fixture->loop = g_main_loop_new (fixture->context, FALSE);
  g_main_context_push_thread_default (fixture->context);
  fixture->plain = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->plain, "/list", list_cb, fixture, NULL);
  soup_server_add_handler (fixture->plain, "/hang", hang_cb, fixture, NULL);
  soup_server_add_handler (fixture->plain, "/stall", stall_cb, fixture, NULL);
  soup_server_add_handler (fixture->plain, "/up", up_cb, fixture, NULL);
  fixture->plain_port = start (fixture->plain, 0);
  fixture->secure = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (fixture->secure, "/list", list_cb, fixture, NULL);
  soup_server_add_handler (fixture->secure, "/down", down_cb, fixture, NULL);
  fixture->secure_port = start (fixture->secure, SOUP_SERVER_LISTEN_HTTPS);
  g_main_context_pop_thread_default (fixture->context);
  fixture->thread = g_thread_new ("server", serve, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_main_loop_quit (fixture->loop);
  g_thread_join (fixture->thread);
  g_main_context_push_thread_default (fixture->context);
  soup_server_disconnect (fixture->plain);
  soup_server_disconnect (fixture->secure);
  g_object_unref (fixture->plain);
  g_object_unref (fixture->secure);
  while (g_main_context_iteration (fixture->context, FALSE))
    ;
  g_main_context_pop_thread_default (fixture->context);
  g_main_loop_unref (fixture->loop);
  g_main_context_unref (fixture->context);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->certificate);
  g_free (fixture->folder);
}

static KeelFetched *
fetch (Fixture *fixture, gboolean secure, const char *path, const KeelFetchOptions *options,
       GCancellable *cancellable, GError **error)
{
  g_autofree char *address = g_strdup_printf ("%s://127.0.0.1:%u%s", secure ? "https" : "http",
                                              secure ? fixture->secure_port : fixture->plain_port, path);

  return keel_fetch (address, options, NULL, NULL, cancellable, error);
}

static GTlsDatabase *
trust (Fixture *fixture)
{
  GError *error = NULL;
  GTlsDatabase *database = g_tls_file_database_new (fixture->certificate, &error);

  g_assert_no_error (error);
  return database;
}

static void
assert_body (KeelFetched *fetched)
{
  char text[100] = { 0 };
  gsize length = 0;

  g_assert_nonnull (fetched->stream);
  g_assert_true (g_input_stream_read_all (fetched->stream, text, sizeof text - 1, &length, NULL, NULL));
  g_assert_cmpstr (text, ==, BODY);
  g_assert_cmpuint (fetched->size, ==, length);
}

/* In memory and in a folder, where no name of it is ever seen. */
static void
test_plain (Fixture *fixture, gconstpointer data)
{
  const KeelFetchOptions in_folder = { .folder = fixture->folder };
  g_autoptr (GDir) folder = NULL;
  g_autoptr (KeelFetched) kept = NULL;
  g_autoptr (KeelFetched) fetched = NULL;
  GError *error = NULL;
  guint names = 0;

  fetched = fetch (fixture, FALSE, "/list", NULL, NULL, &error);
  g_assert_no_error (error);
  assert_body (fetched);
  g_assert_cmpstr (fetched->etag, ==, "\"one\"");
  kept = fetch (fixture, FALSE, "/list", &in_folder, NULL, &error);
  g_assert_no_error (error);
  assert_body (kept);
  folder = g_dir_open (fixture->folder, 0, &error);
  while (g_dir_read_name (folder) != NULL)
    names++;
  g_assert_cmpuint (names, ==, 2); /* certificate and key */
}

static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  const KeelFetchOptions options = { .etag = "\"one\"" };
  g_autoptr (KeelFetched) fetched = NULL;
  GError *error = NULL;

  fetched = fetch (fixture, FALSE, "/list", &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (fetched->stream);
}

static void
test_certificate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTlsDatabase) database = trust (fixture);
  const KeelFetchOptions options = { .authorities = database };
  g_autoptr (KeelFetched) fetched = NULL;
  g_autoptr (KeelFetched) refused = NULL;
  GError *error = NULL;

  fetched = fetch (fixture, TRUE, "/list", &options, NULL, &error);
  g_assert_no_error (error);
  assert_body (fetched);
  refused = fetch (fixture, TRUE, "/list", NULL, NULL, &error);
  g_assert_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_CERTIFICATE);
  g_clear_error (&error);
}

/* From http to https yes, the other way never, also not to this machine. */
static void
test_redirects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTlsDatabase) database = trust (fixture);
  const KeelFetchOptions options = { .authorities = database };
  g_autoptr (KeelFetched) up = NULL;
  g_autoptr (KeelFetched) down = NULL;
  GError *error = NULL;

  up = fetch (fixture, FALSE, "/up", &options, NULL, &error);
  g_assert_no_error (error);
  assert_body (up);
  down = fetch (fixture, TRUE, "/down", &options, NULL, &error);
  g_assert_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_LESS_SECURE);
  g_clear_error (&error);
}

static void
test_time_outs (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "/hang", "/stall" };
  KeelFetchLimits limits = keel_fetch_usual_limits;
  KeelFetchOptions options = { .limits = &limits };

  limits.idle_ms = 300;
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (KeelFetched) fetched = fetch (fixture, FALSE, paths[i], &options, NULL, &error);

      g_assert_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_TIMED_OUT);
      g_assert_cmpint (g_get_monotonic_time () - start, >=, 250 * 1000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
    }
}

/* A socket that takes connections into its queue and says nothing: no handshake, so no connection. */
static void
test_connect_time_out (Fixture *fixture, gconstpointer data)
{
  KeelFetchLimits limits = keel_fetch_usual_limits;
  KeelFetchOptions options = { .limits = &limits };
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *address = g_strdup_printf ("https://127.0.0.1:%u/", port);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelFetched) fetched = NULL;

  limits.connect_ms = 300;
  fetched = keel_fetch (address, &options, NULL, NULL, NULL, &error);
  g_assert_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_TIMED_OUT);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (200 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (KeelFetched) fetched = fetch (fixture, FALSE, "/hang", NULL, cancellable, &error);
  g_autoptr (KeelFetched) never = NULL;

  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  never = fetch (fixture, FALSE, "/list", NULL, cancellable, &again);
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  KeelFetchLimits limits = keel_fetch_usual_limits;
  KeelFetchOptions options = { .limits = &limits };
  g_autoptr (KeelFetched) whole = NULL;
  g_autoptr (KeelFetched) large = NULL;
  g_autoptr (KeelFetched) far = NULL;
  GError *error = NULL;

  limits.size = strlen (BODY);
  whole = fetch (fixture, FALSE, "/list", &options, NULL, &error);
  g_assert_no_error (error);
  assert_body (whole);
  limits.size--;
  large = fetch (fixture, FALSE, "/list", &options, NULL, &error);
  g_assert_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_TOO_LARGE);
  g_clear_error (&error);
  limits.redirects = 0;
  far = fetch (fixture, FALSE, "/up", &options, NULL, &error);
  g_assert_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_REDIRECTS);
  g_clear_error (&error);
}

static void
test_addresses (void)
{
  const struct
  {
    const char *text;
    const char *address; /* NULL: refused with @code */
    int code;
  } rows[] = {
    { "https://example.org/list.json", "https://example.org/list.json", 0 },
    { "  https://example.org/list.json\n", "https://example.org/list.json", 0 },
    { "HTTPS://example.org/a?b=c&d=e", "https://example.org/a?b=c&d=e", 0 },
    { "example.org/list.json", "https://example.org/list.json", 0 },
    { "http://localhost:8000/list", "http://localhost:8000/list", 0 },
    { "http://127.0.0.1/list", "http://127.0.0.1/list", 0 },
    { "http://[::1]:8000/list", "http://[::1]:8000/list", 0 },
    { "http://example.org/list.json", NULL, KEEL_FETCH_ERROR_NOT_SECURE },
    { "http://localhost.example.org/", NULL, KEEL_FETCH_ERROR_NOT_SECURE },
    { "http://127.0.0.2/", NULL, KEEL_FETCH_ERROR_NOT_SECURE },
    { "https://me:secret@example.org/", NULL, KEEL_FETCH_ERROR_ADDRESS },
    { "me@example.org", NULL, KEEL_FETCH_ERROR_ADDRESS },
    { "mailto:me@example.org", NULL, KEEL_FETCH_ERROR_ADDRESS },
    { "file:///etc/passwd", NULL, KEEL_FETCH_ERROR_ADDRESS },
    { "ftp://example.org/list", NULL, KEEL_FETCH_ERROR_ADDRESS },
    { "javascript:alert(1)", NULL, KEEL_FETCH_ERROR_ADDRESS },
    { "https://", NULL, KEEL_FETCH_ERROR_ADDRESS },
    { "the list", NULL, KEEL_FETCH_ERROR_ADDRESS },
    { "", NULL, KEEL_FETCH_ERROR_ADDRESS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *address = keel_fetch_check_address (rows[i].text, &error);

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpstr (address, ==, rows[i].address);
      if (rows[i].address == NULL)
        g_assert_error (error, KEEL_FETCH_ERROR, rows[i].code);
    }
}

#define ADD(path, function) g_test_add ("/fetch/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/addresses", test_addresses);
  ADD ("plain", test_plain);
  ADD ("unchanged", test_unchanged);
  ADD ("certificate", test_certificate);
  ADD ("redirects", test_redirects);
  ADD ("time-outs", test_time_outs);
  ADD ("connect-time-out", test_connect_time_out);
  ADD ("cancel", test_cancel);
  ADD ("limits", test_limits);
  return g_test_run ();
}
