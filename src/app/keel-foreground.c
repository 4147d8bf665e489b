#include "config.h"

#include "keel-foreground.h"

#include "keel-pages.h"
#include "keel-runner.h"
#include "keel-undo-toast.h"
#include "keel-urge-loop.h"
#include "keel-welcome.h"

#define BEHIND "behind"
#define FRONT "front"

struct _KeelForeground
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwBin *front;
  GtkWidget *focus; /* weak: where the focus was behind */
};

G_DEFINE_FINAL_TYPE (KeelForeground, keel_foreground, ADW_TYPE_BIN)

static void
show_behind (KeelForeground *self)
{
  adw_bin_set_child (self->front, NULL);
  keel_pages_show (self->stack, BEHIND);
  if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
  g_clear_weak_pointer (&self->focus);
}

/* @child is floating. */
static void
show_front (KeelForeground *self, GtkWidget *child)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  keel_foreground_leave (self);
  keel_undo_toast_dismiss (GTK_WIDGET (self));
  g_set_weak_pointer (&self->focus, root != NULL ? gtk_root_get_focus (root) : NULL);
  adw_bin_set_child (self->front, child);
  keel_pages_show (self->stack, FRONT);
}

static void
keel_foreground_dispose (GObject *object)
{
  g_clear_weak_pointer (&KEEL_FOREGROUND (object)->focus);
  G_OBJECT_CLASS (keel_foreground_parent_class)->dispose (object);
}

static void
keel_foreground_class_init (KeelForegroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_foreground_dispose;
}

static void
keel_foreground_init (KeelForeground *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  self->front = g_object_new (ADW_TYPE_BIN, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

KeelForeground *
keel_foreground_new (AdwToastOverlay *toasts)
{
  KeelForeground *self = g_object_new (KEEL_TYPE_FOREGROUND, NULL);
  g_autoptr (GtkWidget) behind = g_object_ref (adw_toast_overlay_get_child (toasts));

  adw_toast_overlay_set_child (toasts, GTK_WIDGET (self));
  gtk_stack_add_named (self->stack, behind, BEHIND);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->front), FRONT);
  keel_pages_show (self->stack, BEHIND);
  return self;
}

gboolean
keel_foreground_run (KeelForeground *self, KeelSession *session, const char *strategy, gboolean after_delay)
{
  const KeelStrategy *card;
  KeelRunner *runner;

  if (!keel_session_is_open (session))
    return TRUE;
  card = keel_content_find_strategy (keel_session_get_content (session), strategy);
  if (card == NULL)
    return FALSE;
  runner = keel_runner_new (session, card, NULL);
  g_signal_connect_object (runner, "left", G_CALLBACK (show_behind), self, G_CONNECT_SWAPPED);
  show_front (self, GTK_WIDGET (runner));
  keel_runner_begin (runner, after_delay);
  return TRUE;
}

static KeelUrgeLoop *
make_loop (KeelForeground *self, KeelSession *session)
{
  KeelUrgeLoop *loop = keel_urge_loop_new (session);

  g_signal_connect_object (loop, "left", G_CALLBACK (show_behind), self, G_CONNECT_SWAPPED);
  show_front (self, GTK_WIDGET (loop));
  return loop;
}

void
keel_foreground_ask_urge (KeelForeground *self, KeelSession *session)
{
  GtkWidget *child = adw_bin_get_child (self->front);

  if (!keel_session_is_open (session))
    return;
  if (child != NULL && KEEL_IS_URGE_LOOP (child))
    keel_urge_loop_begin (KEEL_URGE_LOOP (child));
  else
    keel_urge_loop_begin (make_loop (self, session));
}

void
keel_foreground_resume_urge (KeelForeground *self, KeelSession *session, GVariant *draft)
{
  KeelUrgeLoop *loop;

  if (!keel_session_is_open (session))
    return;
  loop = make_loop (self, session);
  keel_urge_loop_begin (loop);
  keel_urge_loop_resume (loop, draft);
}

/* Whoever is new comes out of it where they can begin. */
static void
welcomed_cb (KeelForeground *self)
{
  show_behind (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", "today");
}

void
keel_foreground_welcome (KeelForeground *self, KeelSession *session)
{
  KeelWelcome *welcome;

  if (!keel_session_is_open (session))
    return;
  welcome = keel_welcome_new (session);
  g_signal_connect_object (welcome, "left", G_CALLBACK (show_behind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (welcome, "done", G_CALLBACK (welcomed_cb), self, G_CONNECT_SWAPPED);
  show_front (self, GTK_WIDGET (welcome));
  keel_welcome_begin (welcome);
}

gboolean
keel_foreground_is_welcome (KeelForeground *self)
{
  GtkWidget *child = adw_bin_get_child (self->front);

  return child != NULL && KEEL_IS_WELCOME (child);
}

gboolean
keel_foreground_go_back (KeelForeground *self)
{
  if (!keel_foreground_is_welcome (self))
    return FALSE;
  keel_welcome_back (KEEL_WELCOME (adw_bin_get_child (self->front)));
  return TRUE;
}

gboolean
keel_foreground_is_taken (KeelForeground *self)
{
  return adw_bin_get_child (self->front) != NULL;
}

void
keel_foreground_leave (KeelForeground *self)
{
  GtkWidget *child = adw_bin_get_child (self->front);

  if (child == NULL)
    return;
  if (KEEL_IS_RUNNER (child))
    keel_runner_stop (KEEL_RUNNER (child));
  else if (KEEL_IS_WELCOME (child))
    keel_welcome_leave (KEEL_WELCOME (child));
  else
    keel_urge_loop_leave (KEEL_URGE_LOOP (child));
}
