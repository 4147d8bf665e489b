#include "config.h"

#include "keel-undo-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "store/keel-store-error.h"

#include "keel-window.h"

/* Seconds: time enough to read it and to reach the button with the keyboard. */
#define SHOWN_FOR 10
#define LAST "keel-undo-toast"

typedef struct
{
  KeelUndoFunc undo;
  gpointer data;
  GDestroyNotify destroy;
} Undo;

static void
free_undo (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  if (undo->destroy != NULL)
    undo->destroy (undo->data);
  g_free (undo);
}

static void
clicked_cb (AdwToast *toast, Undo *undo)
{
  KeelUndoFunc func = g_steal_pointer (&undo->undo);

  if (func != NULL)
    func (undo->data);
}

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  AdwToastOverlay *found = ADW_IS_TOAST_OVERLAY (widget) ? ADW_TOAST_OVERLAY (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_overlay (child);
  return found;
}

/* Of the window that @widget stands in, or the nearest behind it that has one. */
static AdwToastOverlay *
find_behind (GtkWidget *widget)
{
  GtkWidget *window = widget != NULL ? gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW) : NULL;
  AdwToastOverlay *found = NULL;

  while (window != NULL && found == NULL)
    {
      found = find_overlay (window);
      window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (window)));
    }
  return found;
}

/* What was done in a window that is gone by now can still be undone in the one in front. */
static AdwToastOverlay *
find_nearest (GtkWidget *widget)
{
  AdwToastOverlay *found = find_behind (widget);
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  if (found == NULL)
    found = find_behind (GTK_WIDGET (gtk_application_get_active_window (application)));
  return found;
}

static void
say (AdwToastOverlay *overlay, GtkWidget *widget, const char *sentence)
{
  keel_say (overlay != NULL ? GTK_WIDGET (overlay) : widget, sentence);
}

static void
forget_cb (AdwToastOverlay *overlay, AdwToast *toast)
{
  if (g_object_get_data (G_OBJECT (overlay), LAST) == toast)
    g_object_set_data (G_OBJECT (overlay), LAST, NULL);
}

static void
dismiss_last (AdwToastOverlay *overlay)
{
  AdwToast *last = g_object_steal_data (G_OBJECT (overlay), LAST);

  if (last != NULL)
    adw_toast_dismiss (last);
}

/* An overlay shows one after the other. What was done last is what one may want to undo now. */
static void
replace_last (AdwToastOverlay *overlay, AdwToast *toast)
{
  dismiss_last (overlay);
  g_object_set_data (G_OBJECT (overlay), LAST, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_cb), overlay, G_CONNECT_SWAPPED);
}

void
keel_undo_toast_offer (GtkWidget *widget, const char *sentence, const char *label, KeelUndoFunc func,
                       gpointer data, GDestroyNotify destroy)
{
  AdwToastOverlay *overlay = find_nearest (widget);
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  Undo *closure = g_new0 (Undo, 1);
  AdwToast *toast;

  *closure = (Undo){ func, data, destroy };
  say (overlay, widget, sentence);
  if (overlay == NULL)
    {
      free_undo (closure, NULL);
      return;
    }
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_timeout (toast, SHOWN_FOR);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (clicked_cb), closure, free_undo, 0);
  replace_last (overlay, toast);
  adw_toast_overlay_add_toast (overlay, toast);
}

void
keel_undo_toast_show (GtkWidget *widget, const char *sentence, KeelUndoFunc undo, gpointer data,
                      GDestroyNotify destroy)
{
  keel_undo_toast_offer (widget, sentence, _ ("Undo"), undo, data, destroy);
}

void
keel_undo_toast_dismiss (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_behind (widget);

  if (overlay != NULL)
    dismiss_last (overlay);
}

void
keel_undo_toast_tell (GtkWidget *widget, const GError *error, const char *subject)
{
  g_autofree char *sentence = NULL;

  if (error == NULL)
    sentence = g_strdup (_ ("It is as it was before."));
  else if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED))
    sentence = g_strdup (_ ("It has changed since; nothing was undone."));
  else
    sentence = keel_sentence_for_error (error, subject);
  say (find_nearest (widget), widget, sentence);
}
