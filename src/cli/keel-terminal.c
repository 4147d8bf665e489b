#include "keel-terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include "store/keel-secret.h"

#define USUAL_COLUMNS 80
#define MOST_COLUMNS 90
#define FEWEST_COLUMNS 20

static int
open_terminal (void)
{
  return open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
}

static void
write_text (int terminal, const char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      gssize written = write (terminal, text, length);

      if (written < 0 && errno != EINTR)
        return;
      if (written > 0)
        {
          text += written;
          length -= (gsize) written;
        }
    }
}

static guint
get_columns (int terminal)
{
  struct winsize size;

  if (ioctl (terminal, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return USUAL_COLUMNS;
  return CLAMP (size.ws_col, FEWEST_COLUMNS, MOST_COLUMNS);
}

static guint
measure (const char *word)
{
  guint columns = 0;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      gunichar letter = g_utf8_get_char (word);

      columns += g_unichar_iszerowidth (letter) ? 0 : g_unichar_iswide (letter) ? 2 : 1;
    }
  return columns;
}

static char *
break_lines (const char *paragraph, guint columns)
{
  g_auto (GStrv) words = g_strsplit (paragraph, " ", -1);
  GString *text = g_string_new (NULL);
  guint used = 0;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      guint width = measure (words[i]);

      if (used > 0 && used + 1 + width >= columns)
        {
          g_string_append_c (text, '\n');
          used = 0;
        }
      g_string_append_printf (text, "%s%s", used > 0 ? " " : "", words[i]);
      used += width + (used > 0 ? 1 : 0);
    }
  g_string_append (text, "\n\n");
  return g_string_free (text, FALSE);
}

/* The signals that a person or the system ends or stops a program with: while one is read through the
 * returned descriptor, it has not had its effect yet. */
static int
hold_signals (sigset_t *before)
{
  sigset_t held;

  sigemptyset (&held);
  sigaddset (&held, SIGHUP);
  sigaddset (&held, SIGINT);
  sigaddset (&held, SIGQUIT);
  sigaddset (&held, SIGTERM);
  sigaddset (&held, SIGTSTP);
  pthread_sigmask (SIG_BLOCK, &held, before);
  return signalfd (-1, &held, SFD_CLOEXEC);
}

/* In the background this stops the program until it is brought to the front. */
static void
set_mode (int terminal, int when, const struct termios *mode)
{
  int result;

  do
    result = tcsetattr (terminal, when, mode);
  while (result != 0 && errno == EINTR);
}

static void
hide_typing (int terminal, const struct termios *before)
{
  struct termios hidden = *before;

  hidden.c_lflag &= ~(tcflag_t) (ECHO | ECHOE | ECHOK | ECHONL);
  set_mode (terminal, TCSAFLUSH, &hidden);
}

/* 0, or the signal that came before there was a line. */
static int
wait_for_line (int terminal, int signals)
{
  struct signalfd_siginfo info;
  GPollFD sources[] = { { terminal, G_IO_IN, 0 }, { signals, G_IO_IN, 0 } };

  while (g_poll (sources, G_N_ELEMENTS (sources), -1) < 0 && errno == EINTR)
    continue;
  if (sources[1].revents == 0 || read (signals, &info, sizeof info) != sizeof info)
    return 0;
  return (int) info.ssi_signo;
}

static char *
ask_once (int terminal, const char *prompt, gboolean hidden, int *signal_number, GError **error)
{
  struct termios before;
  sigset_t mask;
  int signals = hold_signals (&mask);
  gboolean hides = hidden && tcgetattr (terminal, &before) == 0;
  char *answer = NULL;

  if (hides)
    hide_typing (terminal, &before);
  write_text (terminal, prompt);
  *signal_number = wait_for_line (terminal, signals);
  if (*signal_number == 0)
    answer = keel_secret_read (terminal, error);
  /* What was typed so far must not become a command of the shell. */
  if (hides)
    set_mode (terminal, *signal_number == 0 ? TCSADRAIN : TCSAFLUSH, &before);
  if (hides || answer == NULL)
    write_text (terminal, "\n");
  if (signals >= 0)
    close (signals);
  pthread_sigmask (SIG_SETMASK, &mask, NULL);
  return answer;
}

void
keel_terminal_say (const char *const *paragraphs)
{
  int terminal = open_terminal ();
  guint i;

  if (terminal < 0)
    return;
  for (i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *text = break_lines (paragraphs[i], get_columns (terminal));

      write_text (terminal, text);
    }
  close (terminal);
}

char *
keel_terminal_ask (const char *prompt, gboolean hidden, GError **error)
{
  int terminal = open_terminal ();
  int signal_number = 0;
  char *answer;

  if (terminal < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no terminal");
      return NULL;
    }
  do
    {
      answer = ask_once (terminal, prompt, hidden, &signal_number, error);
      if (signal_number != 0)
        raise (signal_number);
    }
  while (signal_number != 0);
  close (terminal);
  return answer;
}
