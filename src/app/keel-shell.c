#include "config.h"

#include "keel-shell.h"

#include <glib/gi18n-lib.h>

#include "keel-family-page.h"
#include "keel-progress-page.h"
#include "keel-session-settings.h"
#include "keel-today-page.h"

typedef enum
{
  PAGE_TODAY,
  PAGE_MEETINGS,
  PAGE_WORKSHEETS,
  PAGE_COPING,
  PAGE_PROGRESS,
  PAGE_FAMILY,
  N_PAGES,
} Page;

static const char *const names[N_PAGES] = {
  "today", "meetings", "worksheets", "coping", "progress", "family"
};

struct _KeelShell
{
  AdwBin parent_instance;

  AdwViewStack *stack;

  KeelSession *session;
  GtkWidget *pages[N_PAGES]; /* NULL: nobody has been there */
  Page shown;                /* N_PAGES: none yet */
  gboolean going;            /* by keel_shell_show () */
};

G_DEFINE_FINAL_TYPE (KeelShell, keel_shell, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell_changed (KeelShell *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_page (KeelShell *self, Page page)
{
  GtkWidget *made;

  switch (page)
    {
    case PAGE_TODAY:
      return GTK_WIDGET (keel_today_page_new (self->session));
    case PAGE_MEETINGS:
      return GTK_WIDGET (keel_meetings_page_new (self->session));
    case PAGE_COPING:
      return GTK_WIDGET (keel_coping_page_new (self->session));
    case PAGE_PROGRESS:
      return GTK_WIDGET (keel_progress_page_new (self->session));
    case PAGE_FAMILY:
      return GTK_WIDGET (keel_family_page_new (self->session));
    case PAGE_WORKSHEETS:
    default:
      made = GTK_WIDGET (keel_worksheets_page_new (self->session));
      g_signal_connect_object (made, "notify::immersed", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
      return made;
    }
}

static GtkWidget *
get_page (KeelShell *self, Page page)
{
  GtkWidget *bin = adw_view_stack_get_child_by_name (self->stack, names[page]);

  if (self->pages[page] == NULL && self->session != NULL)
    {
      self->pages[page] = make_page (self, page);
      gtk_widget_set_visible (self->pages[page], page == self->shown);
      adw_bin_set_child (ADW_BIN (bin), self->pages[page]);
    }
  return self->pages[page];
}

/* Whether it has a tab. */
static gboolean
is_offered (KeelShell *self, Page page)
{
  KeelPageGroups groups = keel_session_get_page_groups (self->session);

  if (page == PAGE_FAMILY)
    return (groups & KEEL_PAGES_FAMILY) != 0;
  return page != PAGE_PROGRESS || (groups & KEEL_PAGES_MEMBER) != 0;
}

/* Looking back is for everybody, with a tab or without. */
static gboolean
can_be_shown (KeelShell *self, Page page)
{
  return page != N_PAGES && (page == PAGE_PROGRESS || self->session == NULL || is_offered (self, page));
}

static Page
find_page (const char *name)
{
  Page page = 0;

  while (page < N_PAGES && g_strcmp0 (name, names[page]) != 0)
    page++;
  return page;
}

static void
start (KeelShell *self)
{
  switch (self->shown)
    {
    case PAGE_TODAY:
      keel_today_page_start (KEEL_TODAY_PAGE (self->pages[PAGE_TODAY]));
      break;
    case PAGE_MEETINGS:
      keel_meetings_page_start (KEEL_MEETINGS_PAGE (self->pages[PAGE_MEETINGS]));
      break;
    case PAGE_WORKSHEETS:
      keel_worksheets_page_start (KEEL_WORKSHEETS_PAGE (self->pages[PAGE_WORKSHEETS]));
      break;
    case PAGE_COPING:
      keel_coping_page_start (KEEL_COPING_PAGE (self->pages[PAGE_COPING]));
      break;
    case PAGE_PROGRESS:
      keel_progress_page_start (KEEL_PROGRESS_PAGE (self->pages[PAGE_PROGRESS]));
      break;
    case PAGE_FAMILY:
      keel_family_page_start (KEEL_FAMILY_PAGE (self->pages[PAGE_FAMILY]));
      break;
    case N_PAGES:
    default:
      break;
    }
}

/* Whoever was on the page before is led to the new one; whoever is on the tab stays there. */
static gboolean
has_lost_focus (KeelShell *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));
}

/* GTK 4.8 tells a screen reader of the pages that are not shown, too, unless they are hidden. */
static void
show_page (KeelShell *self, Page page, gboolean shown)
{
  GtkWidget *bin = adw_view_stack_get_child_by_name (self->stack, names[page]);

  if (self->pages[page] != NULL)
    gtk_widget_set_visible (self->pages[page], shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (bin), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

static void
leave (KeelShell *self, Page before)
{
  if (before == PAGE_WORKSHEETS)
    keel_worksheets_page_put_aside (KEEL_WORKSHEETS_PAGE (self->pages[before]));
  if (before == PAGE_COPING)
    keel_coping_page_put_aside (KEEL_COPING_PAGE (self->pages[before]));
}

static void
shown_cb (KeelShell *self)
{
  Page before = self->shown;
  Page page = find_page (adw_view_stack_get_visible_child_name (self->stack));
  gboolean lost = has_lost_focus (self);

  if (self->session == NULL || page == before || page == N_PAGES)
    return;
  self->shown = page;
  get_page (self, page);
  for (Page other = 0; other < N_PAGES; other++)
    show_page (self, other, other == page);
  if (before != N_PAGES)
    leave (self, before);
  tell_changed (self);
  if (lost && !self->going)
    start (self);
}

static void
show_tabs (KeelShell *self)
{
  for (Page page = 0; page < N_PAGES; page++)
    {
      GtkWidget *bin = adw_view_stack_get_child_by_name (self->stack, names[page]);

      adw_view_stack_page_set_visible (adw_view_stack_get_page (self->stack, bin), is_offered (self, page));
    }
}

/* Nobody is left on a page that is not theirs any more. */
static void
pages_changed_cb (KeelShell *self)
{
  if (self->shown != N_PAGES && !is_offered (self, self->shown))
    keel_shell_show (self, names[PAGE_TODAY]);
  show_tabs (self);
  tell_changed (self);
}

static void
keel_shell_dispose (GObject *object)
{
  KeelShell *self = KEEL_SHELL (object);

  for (Page page = 0; page < N_PAGES; page++)
    self->pages[page] = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_shell_parent_class)->dispose (object);
}

static void
keel_shell_class_init (KeelShellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_shell_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_SHELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-shell.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelShell, stack);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
keel_shell_init (KeelShell *self)
{
  self->shown = N_PAGES;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_shell_set_session (KeelShell *self, KeelSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (pages_changed_cb), self, G_CONNECT_SWAPPED);
  show_tabs (self);
}

AdwViewStack *
keel_shell_get_stack (KeelShell *self)
{
  return self->stack;
}

void
keel_shell_show (KeelShell *self, const char *name)
{
  if (!can_be_shown (self, find_page (name)))
    return;
  self->going = TRUE;
  adw_view_stack_set_visible_child_name (self->stack, name);
  shown_cb (self); /* the first one is the visible child from the beginning */
  self->going = FALSE;
  start (self);
}

void
keel_shell_step (KeelShell *self, int direction)
{
  int page = (int) self->shown;

  if (self->shown == N_PAGES)
    return;
  do
    page = (page + direction + N_PAGES) % N_PAGES;
  while (!is_offered (self, (Page) page));
  keel_shell_show (self, names[page]);
}

/* Those without a tab come after those with one. */
void
keel_shell_show_nth (KeelShell *self, guint n)
{
  guint place = 0;

  for (guint round = 0; round < 2; round++)
    {
      for (Page page = 0; page < N_PAGES; page++)
        {
          if (!can_be_shown (self, page) || is_offered (self, page) == (round == 1))
            continue;
          if (place++ == n)
            {
              keel_shell_show (self, names[page]);
              return;
            }
        }
    }
}

const char *
keel_shell_get_name (KeelShell *self)
{
  return self->shown != N_PAGES ? names[self->shown] : NULL;
}

const char *
keel_shell_get_title (KeelShell *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->stack);

  if (self->shown == PAGE_PROGRESS && !is_offered (self, PAGE_PROGRESS))
    return C_ ("family", "Looking back"); /* as the row that leads there */
  return self->shown != N_PAGES ? adw_view_stack_page_get_title (adw_view_stack_get_page (self->stack, bin))
                                : NULL;
}

gboolean
keel_shell_is_immersed (KeelShell *self)
{
  return self->shown == PAGE_WORKSHEETS &&
         keel_worksheets_page_is_immersed (KEEL_WORKSHEETS_PAGE (self->pages[PAGE_WORKSHEETS]));
}

KeelMeetingsPage *
keel_shell_get_meetings (KeelShell *self)
{
  return KEEL_MEETINGS_PAGE (get_page (self, PAGE_MEETINGS));
}

KeelWorksheetsPage *
keel_shell_get_worksheets (KeelShell *self)
{
  return KEEL_WORKSHEETS_PAGE (get_page (self, PAGE_WORKSHEETS));
}

KeelCopingPage *
keel_shell_get_coping (KeelShell *self)
{
  return KEEL_COPING_PAGE (get_page (self, PAGE_COPING));
}

KeelWorksheetsPage *
keel_shell_peek_worksheets (KeelShell *self)
{
  return self->pages[PAGE_WORKSHEETS] != NULL ? KEEL_WORKSHEETS_PAGE (self->pages[PAGE_WORKSHEETS]) : NULL;
}
