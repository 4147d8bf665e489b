#include "keel-sentences.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "core/keel-recurrence.h"
#include "keel-phrases.h"
/* Their enumerations alone: content must not be linked to store, so the domains are known by their names. */
#include "store/keel-fetch-error.h"
#include "store/keel-store-error.h"

#define STORE_ERROR_DOMAIN "keel-store-error-quark"
#define FETCH_ERROR_DOMAIN "keel-fetch-error-quark"

/* A sentence says what happened, what is kept and what to do. Its one %s is the file or list that it is
 * about. The switches have no default, so that the compiler asks for the sentence of a new error. */
typedef struct
{
  const char *text;
  const char *subject; /* where none was given */
  gboolean explain;    /* the English message says more than the sentence can */
} Saying;

static const char *
say_feed_error (KeelFeedError code)
{
  switch (code)
    {
    /* Translators: %s is the name of a file or list in quotation marks, or “This file”. So it is in what
     * follows. */
    case KEEL_FEED_ERROR_EMPTY_FILE:
      return _ ("%s is empty: there is nothing in it. Nothing was changed. "
                "Get the list again from where it came.");
    case KEEL_FEED_ERROR_EMPTY_LIST:
      return _ ("%s is an empty list: it has no meetings in it. Nothing was changed. "
                "Ask whoever publishes it, or choose another list.");
    case KEEL_FEED_ERROR_HTML:
      return _ ("%s is a web page, not a list of meetings. Nothing was changed. "
                "Open it in a browser: it may ask you to sign in, or show where the list is.");
    case KEEL_FEED_ERROR_ENCODING:
      return _ ("%s could not be read: its letters are not stored as UTF-8. Nothing was changed. "
                "Get it again, or ask its publisher for a list in UTF-8.");
    case KEEL_FEED_ERROR_TRUNCATED:
      return _ ("%s could not be read: it stops in the middle. Nothing was changed. "
                "Get it again; the download may have ended too soon.");
    case KEEL_FEED_ERROR_SYNTAX:
      return _ ("%s could not be read: it is damaged, or it is not a list in JSON. Nothing was changed. "
                "Get it again, or ask whoever publishes it.");
    case KEEL_FEED_ERROR_TOO_DEEP:
      return _ ("%s could not be read: no list of meetings is nested so deep. Nothing was changed. "
                "Make sure that it comes from someone you trust.");
    case KEEL_FEED_ERROR_TOO_LARGE:
      return _ ("%s could not be read: it is larger than a list of meetings can be. Nothing was changed. "
                "Ask its publisher for a list of your area.");
    case KEEL_FEED_ERROR_FORMAT:
      return _ (
          "%s could be opened, but it is not a list of meetings that Keel knows. Nothing was changed. "
          "Keel reads Meeting Guide and BMLT lists, calendars, and spreadsheets saved as CSV in which a "
          "row names the columns.");
    case KEEL_FEED_ERROR_FORMATS_ONLY:
      return _ ("%s names kinds of meetings and has no meetings itself. Nothing was changed. "
                "Choose the list of meetings that goes with it.");
    case KEEL_FEED_ERROR_NO_MEETINGS:
      return _ (
          "%s is a list, but it holds no meeting to come: they are over, or say no name, day or time. "
          "Nothing was changed. Make sure that it is the right one, or ask its publisher for a newer one.");
    }
  return NULL;
}

static const char *
say_store_error (KeelStoreError code)
{
  switch (code)
    {
    case KEEL_STORE_ERROR_FAILED:
      return _ ("Keel could not use one of its own files. Nothing was changed. "
                "Close Keel, open it again and try once more.");
    case KEEL_STORE_ERROR_NEWER:
      return _ ("Your files were written by a newer Keel. They are left as they are. "
                "Install the newer Keel to open them.");
    case KEEL_STORE_ERROR_FOREIGN:
      return _ ("A file in Keel’s folder was not made by Keel. It is left as it is. "
                "Move it to another place, then try again.");
    case KEEL_STORE_ERROR_CORRUPT:
      return _ ("One of Keel’s files is damaged and cannot be read. It is left as it is. "
                "Copy Keel’s folder to a safe place before you try anything else.");
    case KEEL_STORE_ERROR_FULL:
      return _ ("There is no space left on the disk. Nothing was changed. Make some space, then try again.");
    case KEEL_STORE_ERROR_IO:
      return _ ("The disk did not answer as it should. Nothing was changed. "
                "Make sure that it is connected and works, then try again.");
    case KEEL_STORE_ERROR_READ_ONLY:
      return _ ("Keel is not allowed to write in its own folder. Nothing was changed. "
                "Look at who owns the folder and whether the disk is read-only, then try again.");
    case KEEL_STORE_ERROR_BUSY:
      return _ ("Another Keel is writing just now. Nothing was changed. Wait a moment, then try again.");
    case KEEL_STORE_ERROR_NOT_FOUND:
      return _ ("%s was not found. Nothing was changed. "
                "Search for it again: it may have been removed or renamed.");
    case KEEL_STORE_ERROR_INVALID:
      return _ ("Keel cannot do this as it was asked. Nothing was changed. "
                "Look at what you gave and try again.");
    case KEEL_STORE_ERROR_NOT_FOLDER:
      return _ ("%s is not a folder. Nothing was changed. Choose a folder.");
    case KEEL_STORE_ERROR_PASSPHRASE:
      return _ ("This does not open your profile. Nothing was changed. "
                "Look at Caps Lock and the language of your keyboard, then try again.");
    case KEEL_STORE_ERROR_WAIT:
      return _ ("It is too soon to try again. Nothing was changed. Wait a little, then try once more.");
    case KEEL_STORE_ERROR_LOCKED:
      return _ ("This profile is locked. Nothing was changed. Give its passphrase to open it.");
    case KEEL_STORE_ERROR_IN_USE:
      return _ ("This profile is open in another window or program of Keel. Nothing was changed. "
                "Close it there, then try again.");
    case KEEL_STORE_ERROR_KEYS_LOST:
      return _ ("The file “keys” of this profile is missing. The others are left as they are, encrypted. "
                "Put that file back from a copy, then try again.");
    case KEEL_STORE_ERROR_REMAINS:
      return _ (
          "The profile is gone from Keel. Some of its files could not be deleted yet and are left as they are. "
          "Keel tries again whenever it shows the profiles.");
    case KEEL_STORE_ERROR_CHANGED:
      return _ ("It was changed meanwhile, and is kept as it is now. Look at it again, then try once more.");
    case KEEL_STORE_ERROR_NAME_TAKEN:
      return _ ("Another profile has this name already. Nothing was changed. Choose another name.");
    }
  return NULL;
}

static const char *
say_fetch_error (KeelFetchError code)
{
  switch (code)
    {
    /* Translators: %s is an address such as “https://example.org/meetings.json”, or “This address”. So it is
     * in what follows. */
    case KEEL_FETCH_ERROR_ADDRESS:
      return _ ("%s is not an address that Keel can fetch. Nothing was changed. "
                "Copy the whole link, which begins with https://, without a name and password in it.");
    case KEEL_FETCH_ERROR_NOT_SECURE:
      return _ ("%s begins with http, so others could read or change the list on its way. "
                "Nothing was changed. Try it with https:// in front, or save the list as a file.");
    case KEEL_FETCH_ERROR_NO_NETWORK:
      return _ ("%s could not be reached: this computer seems to be offline. Nothing was changed. "
                "Connect it, then try again.");
    case KEEL_FETCH_ERROR_NAME:
      return _ ("%s could not be found: no server has that name. Nothing was changed. "
                "Look for a mistake in the address, and at your connection.");
    case KEEL_FETCH_ERROR_CONNECT:
      return _ ("%s could not be reached: its server takes no connection. Nothing was changed. "
                "Try again later, or look at the address.");
    case KEEL_FETCH_ERROR_TIMED_OUT:
      return _ ("%s did not answer in time. Nothing was changed. Try again later.");
    case KEEL_FETCH_ERROR_CERTIFICATE:
      return _ (
          "%s has no certificate that this computer trusts, so Keel did not go on. Nothing was changed. "
          "Look at the date of this computer, or ask whoever publishes the list.");
    case KEEL_FETCH_ERROR_SERVER:
      return _ ("The server of %s has a problem of its own. Nothing was changed. Try again later.");
    case KEEL_FETCH_ERROR_NOT_FOUND:
      return _ ("%s is not there: its server has nothing at this address. Nothing was changed. "
                "The list may have moved; look for its new address.");
    case KEEL_FETCH_ERROR_NOT_ALLOWED:
      return _ ("%s is not open to everyone: its server asks you to sign in. Nothing was changed. "
                "Open it in a browser, and save the list as a file if you can see it there.");
    case KEEL_FETCH_ERROR_WEB_PAGE:
      return _ ("%s is a web page, not a list of meetings. Nothing was changed. "
                "Open it in a browser: it may ask you to sign in, or show where the list is.");
    case KEEL_FETCH_ERROR_TOO_LARGE:
      return _ ("%s is larger than a list of meetings can be. Nothing was changed. "
                "Ask its publisher for a list of your area.");
    case KEEL_FETCH_ERROR_REDIRECTS:
      return _ ("%s leads from one address to the next and never to a list. Nothing was changed. "
                "Open it in a browser, and copy the address that it ends at.");
    case KEEL_FETCH_ERROR_LESS_SECURE:
      return _ ("%s leads to an address that is not safe to fetch. Nothing was changed. "
                "Ask whoever publishes the list for a link that begins with https://.");
    case KEEL_FETCH_ERROR_CUT_OFF:
      return _ ("%s stopped in the middle of its answer. Nothing was changed. Try again in a moment.");
    case KEEL_FETCH_ERROR_ANSWER:
      return _ ("%s gave an answer that Keel does not understand. Nothing was changed. "
                "Open it in a browser to see whether it is the right address.");
    }
  return NULL;
}

static const char *
say_schedule_error (KeelScheduleError code)
{
  switch (code)
    {
    case KEEL_SCHEDULE_ERROR_ZONE:
      return _ ("This computer does not know that time zone. Nothing was changed. "
                "Give a region and a city, such as America/New_York.");
    case KEEL_SCHEDULE_ERROR_FORMAT:
      return _ ("The times that were kept for this could not be read. They are left as they are. "
                "Add it again with its day and time.");
    case KEEL_SCHEDULE_ERROR_RANGE:
      return _ ("This has no day and time that Keel can keep. Nothing was changed. "
                "Choose a day and a time, and a length of at most 31 days.");
    case KEEL_SCHEDULE_ERROR_DATE:
      return _ ("There is no meeting on that date. Nothing was changed. Choose one of its own dates.");
    }
  return NULL;
}

static const char *
say_recurrence_error (KeelRecurrenceError code)
{
  switch (code)
    {
    case KEEL_RECURRENCE_ERROR_INVALID:
      return _ ("Keel does not understand how this repeats. Nothing was changed. "
                "Write it like FREQ=WEEKLY;BYDAY=TU for every Tuesday.");
    case KEEL_RECURRENCE_ERROR_UNSUPPORTED:
      return _ ("Keel cannot repeat in this way. Nothing was changed. "
                "Choose days, weeks, months or years, without week numbers or days of the year.");
    }
  return NULL;
}

static const char *
say_io_error (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return _ ("%s is not there. Nothing was changed. "
                "Look at its name and where it is kept, then try again.");
    case G_IO_ERROR_PERMISSION_DENIED:
      return _ ("%s could not be opened: you are not allowed to. Nothing was changed. "
                "Ask whoever owns it, or choose another file.");
    case G_IO_ERROR_IS_DIRECTORY:
      return _ ("%s is a folder, not a file. Nothing was changed. Choose a file inside it.");
    case G_IO_ERROR_NOT_DIRECTORY:
      return _ ("%s is not a folder. Nothing was changed. Choose a folder.");
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return _ ("%s is not an ordinary file. Nothing was changed. Choose a file that holds a list.");
    case G_IO_ERROR_EXISTS:
      return _ ("%s is there already. Nothing was changed. Choose another name.");
    case G_IO_ERROR_INVALID_FILENAME:
    case G_IO_ERROR_FILENAME_TOO_LONG:
      return _ ("%s cannot be the name of a file. Nothing was changed. Choose another name.");
    case G_IO_ERROR_NO_SPACE:
      return _ ("There is no space left on the disk. Nothing was changed. Make some space, then try again.");
    case G_IO_ERROR_READ_ONLY:
      return _ ("Nothing can be written there: the disk is read-only. Nothing was changed. "
                "Choose another place.");
    case G_IO_ERROR_BUSY:
    case G_IO_ERROR_WOULD_BLOCK:
      return _ ("%s is in use just now. Nothing was changed. Wait a moment, then try again.");
    case G_IO_ERROR_NOT_MOUNTED:
      return _ ("%s is on a disk that is not connected. Nothing was changed. Connect it, then try again.");
    case G_IO_ERROR_CANCELLED:
      return _ ("Stopped, as you asked. Nothing was changed. You can start again at any time.");
    case G_IO_ERROR_TIMED_OUT:
      return _ ("There was no answer in time. Nothing was changed. Try again in a moment.");
    case G_IO_ERROR_HOST_NOT_FOUND:
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_CONNECTION_REFUSED:
      return _ ("%s could not be reached. Nothing was changed. "
                "Look at the address and your connection, then try again.");
    case G_IO_ERROR_INVALID_DATA:
    case G_IO_ERROR_PARTIAL_INPUT:
      return _ ("%s could not be read: it is damaged. Nothing was changed. "
                "Get it again, then try once more.");
    default:
      return NULL;
    }
}

/* GLib's older functions give the same troubles in another domain. */
static int
convert_file_error (int code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOENT:
      return G_IO_ERROR_NOT_FOUND;
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return G_IO_ERROR_PERMISSION_DENIED;
    case G_FILE_ERROR_ISDIR:
      return G_IO_ERROR_IS_DIRECTORY;
    case G_FILE_ERROR_NOTDIR:
      return G_IO_ERROR_NOT_DIRECTORY;
    case G_FILE_ERROR_EXIST:
      return G_IO_ERROR_EXISTS;
    case G_FILE_ERROR_NAMETOOLONG:
      return G_IO_ERROR_FILENAME_TOO_LONG;
    case G_FILE_ERROR_NOSPC:
      return G_IO_ERROR_NO_SPACE;
    case G_FILE_ERROR_ROFS:
      return G_IO_ERROR_READ_ONLY;
    default:
      return G_IO_ERROR_FAILED;
    }
}

static Saying
find_saying (const GError *error)
{
  const char *this_file = _ ("This file");
  /* Translators: stands for the name of a meeting, list or date where there is none. */
  const char *asked_for = _ ("What you asked for");

  if (error->domain == KEEL_FEED_ERROR)
    return (Saying){ say_feed_error ((KeelFeedError) error->code), this_file, FALSE };
  if (error->domain == KEEL_SCHEDULE_ERROR)
    return (Saying){ say_schedule_error ((KeelScheduleError) error->code), asked_for, FALSE };
  if (error->domain == KEEL_RECURRENCE_ERROR)
    return (Saying){ say_recurrence_error ((KeelRecurrenceError) error->code), asked_for, FALSE };
  if (error->domain == G_IO_ERROR)
    return (Saying){ say_io_error (error->code), this_file, FALSE };
  if (error->domain == G_FILE_ERROR)
    return (Saying){ say_io_error (convert_file_error (error->code)), this_file, FALSE };
  if (g_strcmp0 (g_quark_to_string (error->domain), STORE_ERROR_DOMAIN) == 0)
    return (Saying){ say_store_error ((KeelStoreError) error->code), asked_for,
                     error->code == KEEL_STORE_ERROR_FAILED || error->code == KEEL_STORE_ERROR_FOREIGN ||
                         error->code == KEEL_STORE_ERROR_CORRUPT || error->code == KEEL_STORE_ERROR_INVALID };
  if (g_strcmp0 (g_quark_to_string (error->domain), FETCH_ERROR_DOMAIN) == 0)
    return (Saying){ say_fetch_error ((KeelFetchError) error->code), _ ("This address"), FALSE };
  return (Saying){ NULL, NULL, FALSE };
}

static char *
quote_subject (const char *subject)
{
  g_autofree char *valid = g_utf8_make_valid (subject, -1);

  /* Translators: the name of a file, list or meeting inside a sentence. */
  return g_strdup_printf (_ ("“%s”"), valid);
}

char *
keel_sentence_for_error (const GError *error, const char *subject)
{
  g_autofree char *quoted = NULL, *sentence = NULL;
  Saying saying;

  g_return_val_if_fail (error != NULL, NULL);

  saying = find_saying (error);
  if (saying.text == NULL)
    saying = (Saying){ _ ("This did not work. Keel has kept what you had. Try again in a moment."), "",
                       TRUE };

  quoted = subject != NULL ? quote_subject (subject) : g_strdup (saying.subject);
  sentence = keel_phrase_fill (saying.text, "%s", quoted);
  if (!saying.explain)
    return g_steal_pointer (&sentence);
  /* Translators: %1$s is a sentence that says what went wrong, %2$s what the computer said, in English. */
  return g_strdup_printf (_ ("%1$s Details: %2$s"), sentence, error->message);
}

const char *
keel_sentence_delay (const GError *reason)
{
  g_return_val_if_fail (reason != NULL, NULL);

  if (g_strcmp0 (g_quark_to_string (reason->domain), STORE_ERROR_DOMAIN) != 0)
    return reason->message;
  switch (reason->code)
    {
    case KEEL_STORE_ERROR_FULL:
      /* Translators: why reminders could not be brought up to date, the end of a sentence; so in what
       * follows. */
      return _ ("there is no room left where Keel keeps them");
    case KEEL_STORE_ERROR_READ_ONLY:
      return _ ("their file cannot be written to");
    case KEEL_STORE_ERROR_BUSY:
      return _ ("another program is using their file");
    case KEEL_STORE_ERROR_NEWER:
      return _ ("a newer Keel wrote their file");
    default:
      return reason->message;
    }
}
