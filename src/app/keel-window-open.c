#include "config.h"

#include <glib/gi18n-lib.h>

#include "keel-session-prompts.h"
#include "keel-window.h"

/* What leads the window to one thing: a worksheet, an entry, or what a reminder is of. */

static gboolean
is_open (KeelWindow *self)
{
  return keel_window_get_shell (self) != NULL && keel_session_is_open (keel_window_get_session (self));
}

/* A worksheet of the person's own may be gone: then nothing reminds of it any more. */
static void
show_prompt_of_worksheet (KeelWindow *self, const KeelPrompt *prompt)
{
  KeelSession *session = keel_window_get_session (self);

  if (keel_content_find_worksheet (keel_session_get_content (session), prompt->subject) == NULL)
    {
      keel_session_drop_prompt_async (session, prompt->uuid, NULL, NULL);
      keel_say (GTK_WIDGET (self), _ ("That worksheet is gone, and so is its reminder now."));
      return;
    }
  keel_window_open_worksheet (self, prompt->subject);
}

/* What was waited for is over: the card goes on. */
static void
show_prompt_of_practice (KeelWindow *self, const KeelPrompt *prompt)
{
  if (!keel_foreground_run (keel_window_get_foreground (self), keel_window_get_session (self),
                            prompt->subject, TRUE))
    keel_say (GTK_WIDGET (self), _ ("There is no such card any more."));
}

/* What Keel itself asks: a worksheet, or something that has no page of its own. */
static void
prompt_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWindow) self = data;
  g_autoptr (KeelPrompt) prompt = keel_session_prompt_finish (KEEL_SESSION (source), result, NULL);

  if (keel_window_get_shell (self) == NULL)
    return;
  if (prompt == NULL)
    keel_say (GTK_WIDGET (self), _ ("You no longer follow that meeting."));
  else if (prompt->kind == KEEL_PROMPT_WORKSHEET && prompt->subject != NULL)
    show_prompt_of_worksheet (self, prompt);
  else if (prompt->kind == KEEL_PROMPT_PRACTICE && prompt->subject != NULL)
    show_prompt_of_practice (self, prompt);
  else if (prompt->kind == KEEL_PROMPT_MEDICINE && prompt->subject != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.medicine", "s", prompt->subject);
  else if (prompt->kind == KEEL_PROMPT_PLAN)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.plans", NULL);
  else if (prompt->kind == KEEL_PROMPT_CONTACT && prompt->subject != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.person", "s", prompt->subject);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-calendar", NULL);
}

static const KeelWorksheet *
find_worksheet (KeelWindow *self, const char *id)
{
  const KeelWorksheet *worksheet;

  if (!is_open (self))
    return NULL;
  worksheet = keel_content_find_worksheet (keel_session_get_content (keel_window_get_session (self)), id);
  if (worksheet == NULL)
    keel_say (GTK_WIDGET (self), _ ("There is no such worksheet any more."));
  return worksheet;
}

/* Transfer none. */
static KeelWorksheetsPage *
go_to_worksheets (KeelWindow *self)
{
  KeelShell *shell = keel_window_get_shell (self);

  keel_foreground_leave (keel_window_get_foreground (self));
  keel_shell_show (shell, "worksheets");
  return keel_shell_get_worksheets (shell);
}

void
keel_window_show_prompt (KeelWindow *self, const char *uuid)
{
  keel_session_find_prompt_async (keel_window_get_session (self), uuid, prompt_found_cb, g_object_ref (self));
}

void
keel_window_open_worksheet (KeelWindow *self, const char *id)
{
  const KeelWorksheet *worksheet = find_worksheet (self, id);

  if (worksheet != NULL)
    keel_worksheets_page_open_worksheet (go_to_worksheets (self), worksheet);
}

void
keel_window_open_worksheet_for (KeelWindow *self, const char *id, const char *link, const char *target)
{
  const KeelWorksheet *worksheet = find_worksheet (self, id);
  int kind = keel_word_find (keel_entry_link_words, link);

  if (worksheet != NULL && kind > KEEL_ENTRY_LINK_NONE)
    keel_worksheets_page_open_worksheet_for (go_to_worksheets (self), worksheet, (KeelEntryLink) kind, target);
}

void
keel_window_open_entry (KeelWindow *self, const char *uuid)
{
  if (is_open (self))
    keel_worksheets_page_open_entry (go_to_worksheets (self), uuid);
}
