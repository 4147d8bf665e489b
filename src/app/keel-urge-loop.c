#include "config.h"

#include "keel-urge-loop.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-strategy-mark.h"

#include "keel-announcer.h"
#include "keel-pages.h"
#include "keel-runner.h"
#include "keel-session-people.h"
#include "keel-session-urges.h"
#include "keel-strength-choice.h"
#include "keel-urge-draft.h"
#include "keel-urge-fields.h"
#include "keel-urge-offers.h"
#include "keel-urge-safe.h"
#include "keel-urge-someone.h"
#include "keel-urge-tags.h"
#include "keel-row-undo.h"
#include "keel-urge-words.h"

/* After the last key. */
#define WRITTEN_DELAY_MS 500

struct _KeelUrgeLoop
{
  AdwBin parent_instance;

  GtkStack *parts;  /* "loop" and "runner" */
  GtkStack *stages; /* of the loop */
  GtkScrolledWindow *scroller;
  GtkLabel *question;
  GtkLabel *note;
  AdwBin *strength_bin;
  AdwBin *tags_bin;
  AdwBin *offers_bin;
  AdwBin *safe_bin;
  AdwBin *someone_bin;
  AdwBin *after_bin;
  AdwBin *fields_bin;
  GtkWidget *more;
  AdwBin *runner_bin;
  GtkWidget *back;
  GtkButton *next;

  KeelStrengthChoice *strength;
  KeelUrgeTags *tags;
  KeelUrgeOffers *offers_view;
  KeelUrgeSomeone *someone;
  KeelStrengthChoice *after;
  KeelUrgeFields *fields;

  KeelSession *session;
  KeelUrgeDraft *draft;
  KeelAnnouncer *announcer;
  GPtrArray *offers; /* nullable: of KeelOffer */
  GPtrArray *people; /* nullable: of KeelPerson */
  KeelRunner *runner;
  const char *stage;
  guint written;    /* a source */
  gboolean reading; /* what is to be offered */
  int wanted;       /* which of them was chosen before they were there; -1: none */
  gboolean left;
};

G_DEFINE_FINAL_TYPE (KeelUrgeLoop, keel_urge_loop, ADW_TYPE_BIN)

enum
{
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_next (KeelUrgeLoop *self)
{
  gboolean tags = g_str_equal (self->stage, "tags"), after = g_str_equal (self->stage, "after");
  gboolean done = g_str_equal (self->stage, "done"), someone = g_str_equal (self->stage, "someone");

  gtk_widget_set_visible (GTK_WIDGET (self->next), tags || after || done || someone);
  gtk_button_set_label (self->next, after ? _ ("Skip") : done ? _ ("Done") : _ ("Next"));
  gtk_widget_set_visible (self->back, !g_str_equal (self->stage, "strength") && !done);
}

static void
start_stage (KeelUrgeLoop *self)
{
  if (g_str_equal (self->stage, "done"))
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  else if (!keel_pages_start (gtk_stack_get_visible_child (self->stages)))
    gtk_widget_grab_focus (GTK_WIDGET (self->question));
}

static void
show_stage (KeelUrgeLoop *self, const char *stage)
{
  g_autofree char *note = NULL;
  g_autofree char *words = NULL;

  self->stage = g_intern_string (stage);
  note = keel_urge_words_note (self->stage, keel_urge_draft_get_urge (self->draft));
  words = g_strdup_printf ("%s %s", keel_urge_words_question (self->stage), note);
  keel_pages_show (self->parts, "loop");
  keel_pages_show (self->stages, stage);
  gtk_label_set_text (self->question, keel_urge_words_question (self->stage));
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_next (self);
  start_stage (self);
  keel_announcer_say (self->announcer, words);
}

static void
put (KeelUrgeLoop *self)
{
  keel_urge_draft_put (self->draft, self->stage);
}

static void
failed_cb (KeelUrgeLoop *self, GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  gtk_label_set_text (self->note, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  keel_announcer_say (self->announcer, sentence);
}

static void
show_offers (KeelUrgeLoop *self)
{
  const KeelUrge *urge = keel_urge_draft_get_urge (self->draft);

  keel_urge_offers_show (self->offers_view, self->session, self->offers, self->people, urge->strength);
  show_stage (self, "offers");
  put (self);
}

static void
offers_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelUrgeLoop) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = keel_session_read_offers_finish (KEEL_SESSION (source), result, &error);

  if (self->left)
    return;
  if (offers == NULL)
    offers = g_ptr_array_new ();
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = g_steal_pointer (&offers);
  self->reading = FALSE;
  show_offers (self);
  if (error != NULL)
    failed_cb (self, error);
  else if (self->wanted >= 0)
    keel_urge_offers_choose (self->offers_view, (guint) self->wanted);
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelUrgeLoop) self = data;
  GPtrArray *people = NULL;

  keel_session_list_people_finish (KEEL_SESSION (source), result, &people, NULL, NULL);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = people;
}

static void
go_to_offers (KeelUrgeLoop *self)
{
  KeelUrge *urge = keel_urge_draft_get_urge (self->draft);

  if (self->reading)
    return;
  self->reading = TRUE;
  self->wanted = -1;
  urge->tags = keel_urge_tags_get (self->tags);
  put (self);
  keel_session_read_offers_async (self->session, urge->strength, urge->tags, 0, offers_cb,
                                  g_object_ref (self));
}

static void
strength_cb (KeelUrgeLoop *self, int strength)
{
  keel_urge_draft_get_urge (self->draft)->strength = strength;
  show_stage (self, "tags");
  put (self);
}

static void
go_to_after (KeelUrgeLoop *self)
{
  keel_strength_choice_set (self->after, KEEL_STRENGTH_NONE);
  show_stage (self, "after");
  put (self);
}

static void
go_to_done (KeelUrgeLoop *self, int after)
{
  KeelUrge *urge = keel_urge_draft_get_urge (self->draft);

  if (after != KEEL_STRENGTH_NONE)
    urge->after = after;
  keel_urge_draft_put_run (self->draft, KEEL_HELPED_UNSAID);
  keel_urge_fields_show (self->fields, urge);
  show_stage (self, "done");
  put (self);
}

static void
after_cb (KeelUrgeLoop *self, int strength)
{
  go_to_done (self, strength);
}

/* What was rated while it was done is where one is at its end. */
static void
ran_cb (KeelUrgeLoop *self, gboolean done)
{
  int after = keel_run_get_after (keel_runner_get_run (self->runner));

  self->runner = NULL;
  adw_bin_set_child (self->runner_bin, NULL);
  go_to_after (self);
  if (after != KEEL_STRENGTH_NONE)
    keel_strength_choice_set (self->after, after);
}

static void
run (KeelUrgeLoop *self, const char *id)
{
  const KeelStrategy *strategy = keel_content_find_strategy (keel_session_get_content (self->session), id);
  KeelUrge *urge = keel_urge_draft_get_urge (self->draft);

  if (strategy == NULL)
    return;
  g_free (urge->strategy);
  urge->strategy = g_strdup (id);
  self->runner = keel_runner_new (self->session, strategy, urge->uuid != NULL ? urge->uuid : "");
  g_signal_connect_object (self->runner, "left", G_CALLBACK (ran_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->runner_bin, GTK_WIDGET (self->runner));
  keel_pages_show (self->parts, "runner");
  self->stage = g_intern_string ("run");
  put (self);
  keel_runner_begin (self->runner, FALSE);
}

static void
chosen_cb (KeelUrgeLoop *self, guint place)
{
  const KeelOffer *offer = g_ptr_array_index (self->offers, place);

  switch (offer->kind)
    {
    case KEEL_OFFER_STRATEGY:
      run (self, offer->id);
      break;
    case KEEL_OFFER_PERSON:
    case KEEL_OFFER_MEETING:
      keel_urge_someone_show (self->someone, self->session, offer, self->people);
      show_stage (self, "someone");
      put (self);
      break;
    case KEEL_OFFER_LINES:
    default:
      gtk_widget_activate_action (GTK_WIDGET (self), "app.help-now", NULL);
      go_to_after (self);
      break;
    }
}

static void
safe_cb (KeelUrgeLoop *self)
{
  show_stage (self, "safe");
}

static void
is_safe_cb (KeelUrgeLoop *self)
{
  show_stage (self, "offers");
}

static void
leave (KeelUrgeLoop *self)
{
  if (self->left)
    return;
  self->left = TRUE;
  if (self->written != 0)
    {
      keel_urge_fields_read (self->fields, keel_urge_draft_get_urge (self->draft));
      keel_urge_draft_put (self->draft, self->stage);
    }
  g_clear_handle_id (&self->written, g_source_remove);
  keel_urge_draft_close (self->draft);
  if (keel_urge_draft_is_begun (self->draft))
    keel_row_undo_offer (GTK_WIDGET (self), self->session, &keel_urge_rows,
                         keel_urge_draft_get_urge (self->draft)->uuid, NULL, _ ("It is in your urge log."));
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
next_cb (KeelUrgeLoop *self)
{
  if (g_str_equal (self->stage, "tags"))
    go_to_offers (self);
  else if (g_str_equal (self->stage, "someone"))
    go_to_after (self);
  else if (g_str_equal (self->stage, "after"))
    go_to_done (self, keel_strength_choice_get (self->after));
  else if (g_str_equal (self->stage, "done"))
    leave (self);
}

static void
back_cb (KeelUrgeLoop *self)
{
  if (g_str_equal (self->stage, "tags"))
    show_stage (self, "strength");
  else if (g_str_equal (self->stage, "offers"))
    show_stage (self, "tags");
  else if (self->offers != NULL)
    show_stage (self, "offers");
  else
    go_to_offers (self);
}

static void
more_cb (KeelUrgeLoop *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->fields_bin), TRUE);
  keel_pages_start (GTK_WIDGET (self->fields));
  gtk_widget_set_visible (self->more, FALSE);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_urge_loop_leave (KEEL_URGE_LOOP (widget));
}

static gboolean
written_cb (gpointer data)
{
  KeelUrgeLoop *self = data;

  self->written = 0;
  keel_urge_fields_read (self->fields, keel_urge_draft_get_urge (self->draft));
  put (self);
  return G_SOURCE_REMOVE;
}

static void
fields_cb (KeelUrgeLoop *self)
{
  g_clear_handle_id (&self->written, g_source_remove);
  self->written = g_timeout_add (WRITTEN_DELAY_MS, written_cb, self);
}

static int
get_digit (guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  return letter != 0 ? g_unichar_digit_value (letter) : -1;
}

/* A hand on the keyboard need not look for the focus. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, KeelUrgeLoop *self)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (root);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || g_str_equal (self->stage, "run"))
    return FALSE;
  if (key == GDK_KEY_Escape)
    keel_urge_loop_leave (self);
  else if (self->reading && get_digit (key) > 0)
    self->wanted = get_digit (key) - 1;
  else if (g_str_equal (self->stage, "strength"))
    return keel_strength_choice_type (self->strength, key);
  else if (g_str_equal (self->stage, "after"))
    return keel_strength_choice_type (self->after, key);
  else if (g_str_equal (self->stage, "tags") && enter &&
           (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->tags))))
    next_cb (self);
  else if (g_str_equal (self->stage, "offers") && get_digit (key) > 0)
    return keel_urge_offers_choose (self->offers_view, (guint) get_digit (key) - 1);
  else
    return FALSE;
  return TRUE;
}

static void
keel_urge_loop_dispose (GObject *object)
{
  KeelUrgeLoop *self = KEEL_URGE_LOOP (object);

  self->left = TRUE;
  g_clear_handle_id (&self->written, g_source_remove);
  g_clear_object (&self->announcer);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (keel_urge_loop_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-urge-loop.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, parts);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, stages);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, question);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, note);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, strength_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, tags_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, offers_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, safe_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, someone_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, after_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, fields_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, more);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, runner_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, back);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLoop, next);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
keel_urge_loop_class_init (KeelUrgeLoopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_urge_loop_dispose;
  signals[SIGNAL_LEFT] = g_signal_new ("left", KEEL_TYPE_URGE_LOOP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "urge.close", NULL, close_cb);
}

static void
make_parts (KeelUrgeLoop *self)
{
  KeelUrgeSafe *safe = keel_urge_safe_new ();

  self->strength = keel_strength_choice_new (_ ("How strong is the urge?"), _ ("hardly there"),
                                             _ ("as strong as can be"));
  self->tags = keel_urge_tags_new ();
  self->offers_view = keel_urge_offers_new ();
  self->someone = keel_urge_someone_new ();
  self->after = keel_strength_choice_new (_ ("How strong is it now?"), _ ("gone"), _ ("as strong as can be"));
  self->fields = keel_urge_fields_new ();
  adw_bin_set_child (self->strength_bin, GTK_WIDGET (self->strength));
  adw_bin_set_child (self->tags_bin, GTK_WIDGET (self->tags));
  adw_bin_set_child (self->offers_bin, GTK_WIDGET (self->offers_view));
  adw_bin_set_child (self->safe_bin, GTK_WIDGET (safe));
  adw_bin_set_child (self->someone_bin, GTK_WIDGET (self->someone));
  adw_bin_set_child (self->after_bin, GTK_WIDGET (self->after));
  adw_bin_set_child (self->fields_bin, GTK_WIDGET (self->fields));
  g_signal_connect_object (self->strength, "chosen", G_CALLBACK (strength_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->offers_view, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->offers_view, "safe", G_CALLBACK (safe_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (safe, "safe", G_CALLBACK (is_safe_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->after, "chosen", G_CALLBACK (after_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (fields_cb), self, G_CONNECT_SWAPPED);
}

static void
keel_urge_loop_init (KeelUrgeLoop *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->stage = g_intern_string ("strength");
  self->announcer = keel_announcer_new ();
  make_parts (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

KeelUrgeLoop *
keel_urge_loop_new (KeelSession *session)
{
  KeelUrgeLoop *self = g_object_new (KEEL_TYPE_URGE_LOOP, NULL);

  self->session = g_object_ref (session);
  self->draft = keel_urge_draft_new (session);
  g_signal_connect_object (self->draft, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  keel_session_list_people_async (session, people_cb, g_object_ref (self));
  return self;
}

void
keel_urge_loop_begin (KeelUrgeLoop *self)
{
  if (g_str_equal (self->stage, "run") && self->runner != NULL)
    keel_runner_begin (self->runner, FALSE);
  else
    show_stage (self, self->stage);
}

/* Where one was when it was kept; what was being done then is over. */
static void
show_again (KeelUrgeLoop *self, const char *stage)
{
  const KeelUrge *urge = keel_urge_draft_get_urge (self->draft);

  keel_strength_choice_set (self->strength, urge->strength);
  keel_urge_tags_set (self->tags, urge->tags);
  keel_urge_fields_show (self->fields, urge);
  if (g_str_equal (stage, "offers"))
    go_to_offers (self);
  else if (g_str_equal (stage, "tags") || g_str_equal (stage, "done"))
    show_stage (self, stage);
  else
    show_stage (self, "after");
}

typedef struct
{
  KeelUrgeLoop *loop;
  char *uuid;
  char *stage;
} Resume;

static void
resumed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Resume *resume = data;
  g_autoptr (KeelUrgeLoop) self = resume->loop;
  g_autoptr (GPtrArray) urges = keel_session_list_urges_finish (KEEL_SESSION (source), result, NULL);
  const KeelUrge *urge = keel_urge_draft_find (urges, resume->uuid);

  if (!self->left && urge != NULL)
    {
      keel_urge_draft_set_urge (self->draft, keel_urge_copy (urge));
      show_again (self, resume->stage);
    }
  else
    {
      leave (self);
    }
  g_free (resume->uuid);
  g_free (resume->stage);
  g_free (resume);
}

void
keel_urge_loop_resume (KeelUrgeLoop *self, GVariant *draft)
{
  const char *uuid, *stage;
  Resume *resume;

  keel_urge_draft_read (draft, &uuid, &stage);
  if (uuid == NULL || stage == NULL)
    {
      leave (self);
      return;
    }
  resume = g_new0 (Resume, 1);
  resume->loop = g_object_ref (self);
  resume->uuid = g_strdup (uuid);
  resume->stage = g_strdup (stage);
  keel_session_list_urges_async (self->session, 0, 0, resumed_cb, resume);
}

void
keel_urge_loop_leave (KeelUrgeLoop *self)
{
  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_func (self->runner, ran_cb, self);
  leave (self);
}
