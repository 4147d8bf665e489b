#include "config.h"

#include "keel-help-now.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "store/keel-profile-settings.h"
#include "store/keel-protection.h"

#include "keel-announcer.h"
#include "keel-help-acts.h"
#include "keel-help-emergency.h"
#include "keel-help-lines-box.h"
#include "keel-help-next.h"
#include "keel-help-own.h"
#include "keel-help-region.h"
#include "keel-help-safety.h"
#include "keel-minute-watch.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-session-settings.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

struct _KeelHelpNow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *back;
  KeelHelpEmergency *emergency;
  AdwActionRow *region_row;
  KeelWrapBox *dangers;
  KeelHelpLinesBox *lines;
  KeelHelpOwn *own;
  GtkWidget *locked;
  AdwBin *next;
  KeelWrapBox *more;
  AdwBin *safety;
  GtkAdjustment *safety_place;
  KeelChooser *countries;
  GtkWidget *status;

  KeelContent *content;
  KeelHelpRegion *region;
  KeelAnnouncer *announcer;
  KeelMinuteWatch *watch;
  KeelSession *session; /* nullable */
  char *page;           /* of a safety page; "": all */
};

G_DEFINE_FINAL_TYPE (KeelHelpNow, keel_help_now, ADW_TYPE_APPLICATION_WINDOW)

static void
say (KeelHelpNow *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->status), sentence);
  gtk_widget_set_visible (self->status, *sentence != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  keel_announcer_say (self->announcer, sentence);
}

static void
say_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  say (KEEL_HELP_NOW (widget), g_variant_get_string (parameter, NULL));
}

static void
look_cb (KeelHelpNow *self)
{
  GtkWidget *next = adw_bin_get_child (self->next);
  GtkWidget *safety = adw_bin_get_child (self->safety);

  keel_minute_watch_arm (self->watch, g_get_real_time () / G_USEC_PER_SEC);
  keel_help_lines_box_look (self->lines);
  if (safety != NULL)
    keel_help_safety_look (KEEL_HELP_SAFETY (safety));
  if (next != NULL)
    keel_help_next_look (KEEL_HELP_NEXT (next));
}

static void
region_changed_cb (KeelHelpNow *self)
{
  g_autofree char *name = keel_help_region_describe (self->region);

  adw_action_row_set_subtitle (self->region_row, name);
}

static void
turn_to (KeelHelpNow *self, const char *page)
{
  keel_pages_show (self->stack, page);
  gtk_widget_set_visible (self->back, !g_str_equal (page, "all"));
  gtk_widget_set_visible (self->status, FALSE);
}

static void
region_row_cb (KeelHelpNow *self)
{
  turn_to (self, "countries");
  keel_chooser_start (self->countries);
}

static void
chooser_left_cb (KeelHelpNow *self)
{
  turn_to (self, "all");
  gtk_widget_grab_focus (GTK_WIDGET (self->region_row));
}

static void
country_chosen_cb (KeelHelpNow *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  gboolean kept = keel_help_region_choose (self->region, id, &error);
  g_autofree char *sentence = kept ? NULL : keel_sentence_for_error (error, NULL);

  turn_to (self, "all");
  gtk_widget_grab_focus (GTK_WIDGET (self->emergency));
  if (sentence != NULL)
    say (self, sentence);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelHelpNow *self = KEEL_HELP_NOW (widget);

  if (keel_pages_shows (self->stack, "countries"))
    chooser_left_cb (self);
  else
    keel_help_now_show_page (self, "");
}

static void
region_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  region_row_cb (KEEL_HELP_NOW (widget));
}

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_help_now_show_page (KEEL_HELP_NOW (widget), g_variant_get_string (parameter, NULL));
}

/* The details of a meeting are in the window of the profile. */
static void
show_series_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      if (!KEEL_IS_WINDOW (l->data))
        continue;
      keel_window_show_series (l->data, g_variant_get_string (parameter, NULL));
      gtk_window_present (l->data);
      return;
    }
}

/* A profile that is locked, broken or still opening has these, too, in profile.ini. */
static void
show_allowed (KeelHelpNow *self, const char *folder)
{
  g_autoptr (KeelProfileSettings) settings = folder != NULL ? keel_profile_settings_load (folder) : NULL;

  keel_help_own_show_allowed (self->own, settings);
  gtk_widget_set_visible (self->locked, folder != NULL && keel_protection_is_on (folder));
}

static void show_pages (KeelHelpNow *self, gboolean families);

/* Only while it is open: whoever looks at a locked one sees what everybody does. */
static void
suit_pages (KeelHelpNow *self)
{
  gboolean families = keel_session_is_for_family_alone (self->session);

  keel_help_lines_box_put_families_first (self->lines, families);
  show_pages (self, families);
  adw_bin_set_child (self->next, keel_help_next_new (self->session));
}

static void
show_session (KeelHelpNow *self)
{
  if (!keel_session_is_open (self->session) || adw_bin_get_child (self->next) != NULL)
    return;
  keel_help_region_set_folder (self->region, keel_session_get_folder (self->session), TRUE);
  keel_help_own_set_session (self->own, self->session);
  gtk_widget_set_visible (self->locked, FALSE);
  suit_pages (self);
  g_signal_connect_object (self->session, "pages-changed", G_CALLBACK (suit_pages), self, G_CONNECT_SWAPPED);
}

static void
keel_help_now_dispose (GObject *object)
{
  KeelHelpNow *self = KEEL_HELP_NOW (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->announcer);
  g_clear_object (&self->region);
  g_clear_object (&self->content);
  g_clear_object (&self->session);
  g_clear_pointer (&self->page, g_free);
  G_OBJECT_CLASS (keel_help_now_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-help-now.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, back);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, emergency);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, region_row);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, dangers);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, lines);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, own);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, locked);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, next);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, more);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, safety);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, safety_place);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, countries);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNow, status);
  gtk_widget_class_bind_template_callback (widget_class, region_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, country_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, chooser_left_cb);
}

static void
keel_help_now_class_init (KeelHelpNowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_help_now_dispose;

  g_type_ensure (KEEL_TYPE_CHOOSER);
  g_type_ensure (KEEL_TYPE_HELP_EMERGENCY);
  g_type_ensure (KEEL_TYPE_HELP_LINES_BOX);
  g_type_ensure (KEEL_TYPE_HELP_OWN);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "win.say", "s", say_cb);
  gtk_widget_class_install_action (widget_class, "win.show-series", "s", show_series_cb);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "help.page", "s", page_cb);
  gtk_widget_class_install_action (widget_class, "help.region", NULL, region_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
}

/* What is no danger of this minute stands at the end. */
static gboolean
is_for_another_day (const KeelSafetyPage *page)
{
  return g_str_equal (page->id, "medicine-at-home") || g_str_equal (page->id, "tolerance");
}

static void
add_page (KeelHelpNow *self, const KeelSafetyPage *page)
{
  GtkWidget *button = gtk_button_new_with_label (page->name);

  keel_help_wrap_button (button);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "help.page");
  keel_wrap_box_append (is_for_another_day (page) ? self->more : self->dangers, button);
}

static gboolean
is_first_of_families (const KeelSafetyPage *page)
{
  return g_str_equal (page->id, "opioid-overdose") || g_str_equal (page->id, "violence");
}

static void
show_pages (KeelHelpNow *self, gboolean families)
{
  const GPtrArray *pages = keel_content_get_safety_pages (self->content);

  keel_wrap_box_clear (self->dangers);
  keel_wrap_box_clear (self->more);
  for (guint i = 0; i < pages->len && families; i++)
    if (is_first_of_families (pages->pdata[i]))
      add_page (self, pages->pdata[i]);
  for (guint i = 0; i < pages->len; i++)
    if (!families || !is_first_of_families (pages->pdata[i]))
      add_page (self, pages->pdata[i]);
}

/* A dialog of another window may be open, and does not keep this one from being used. */
static void
stand_alone (GtkWindow *window)
{
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  gtk_window_group_add_window (group, window);
}

/* A menu over it goes first. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));

  if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return FALSE;
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* Whoever must be gone at once presses it once: nothing inside, as the search for a country, takes it first.
 */
static void
watch_escape (KeelHelpNow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *escape = gtk_keyval_trigger_new (GDK_KEY_Escape, 0);
  GtkShortcutAction *leave = gtk_callback_action_new (escape_cb, NULL, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (escape, leave));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
keel_help_now_init (KeelHelpNow *self)
{
  self->content = keel_content_new ();
  self->region = keel_help_region_new (self->content);
  self->announcer = keel_announcer_new ();
  self->watch = keel_minute_watch_new ();
  self->page = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  stand_alone (GTK_WINDOW (self));
  watch_escape (self);
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  keel_help_emergency_show (self->emergency, self->region, FALSE);
  keel_help_lines_box_show (self->lines, self->region, KEEL_HELP_KIND_NONE);
  keel_help_region_fill (self->region, self->countries);
  show_pages (self, FALSE);
  region_changed_cb (self);
  g_signal_connect_object (self->region, "changed", G_CALLBACK (region_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  keel_minute_watch_arm (self->watch, g_get_real_time () / G_USEC_PER_SEC);
  turn_to (self, "all");
}

KeelHelpNow *
keel_help_now_new (GtkApplication *application)
{
  return g_object_new (KEEL_TYPE_HELP_NOW, "application", application, NULL);
}

void
keel_help_now_set_profile (KeelHelpNow *self, KeelSession *session, const char *folder)
{
  keel_help_region_set_folder (self->region, folder, FALSE);
  show_allowed (self, folder);
  if (session == NULL || !g_set_object (&self->session, session))
    return;
  g_signal_connect_object (session, "opened", G_CALLBACK (show_session), self, G_CONNECT_SWAPPED);
  show_session (self);
}

void
keel_help_now_show_page (KeelHelpNow *self, const char *page)
{
  const KeelSafetyPage *found = keel_content_find_safety_page (self->content, page);
  GtkWidget *safety = NULL;

  g_free (self->page);
  self->page = g_strdup (found != NULL ? found->id : "");
  if (found != NULL)
    safety = GTK_WIDGET (keel_help_safety_new (self->region, found));
  adw_bin_set_child (self->safety, safety);
  gtk_adjustment_set_value (self->safety_place, 0);
  turn_to (self, found != NULL ? "safety" : "all");
  gtk_widget_grab_focus (found != NULL ? safety : GTK_WIDGET (self->emergency));
}

const char *
keel_help_now_get_page (KeelHelpNow *self)
{
  return self->page;
}
