#include "config.h"

#include "keel-add-meeting-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-choices.h"
#include "keel-draft.h"
#include "keel-kind-choice.h"
#include "keel-lead-list.h"
#include "keel-meeting-draft.h"
#include "keel-pages.h"
#include "keel-rhythm-editor.h"
#include "keel-text-row.h"
#include "keel-typed-meeting.h"
#include "keel-window.h"

/* Minutes that one of each kind usually takes. */
static const int usual_lengths[] = {
  [KEEL_SERIES_MEETING] = 60,  [KEEL_SERIES_THERAPY] = 50,         [KEEL_SERIES_DOCTOR] = 30,
  [KEEL_SERIES_PHARMACY] = 15, [KEEL_SERIES_CASE_MANAGEMENT] = 60, [KEEL_SERIES_PEER_SUPPORT] = 60,
  [KEEL_SERIES_COURT] = 60,    [KEEL_SERIES_OTHER] = 60,
};

struct _KeelAddMeetingDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  KeelTextRow *name;
  KeelKindChoice *kind;
  KeelRhythmEditor *rhythm;
  KeelTextRow *place;
  KeelTextRow *link;
  KeelTextRow *phone;
  KeelTextRow *note;
  AdwActionRow *program_row;
  AdwActionRow *zone_row;
  KeelLeadList *leads;
  GtkLabel *failure;
  KeelChooser *programs;
  KeelChooser *zones;
  GtkButton *add;
  GtkWidget *cancel;
  GtkWidget *back;

  KeelSession *session;
  KeelSeries *before; /* nullable: what is changed, as the form showed it at first */
  char *program;      /* nullable */
  char *zone;         /* nullable: floating */
  GVariant *first;    /* what stood in the form before the person wrote; NULL: what they wrote earlier */
};

static void keel_add_meeting_dialog_draft_init (KeelDraftInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelAddMeetingDialog, keel_add_meeting_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (KEEL_TYPE_DRAFT, keel_add_meeting_dialog_draft_init))

static const char *
get_text (KeelTextRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (KeelTextRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* --- What belongs to its kind --- */

static void
show_titles (KeelAddMeetingDialog *self, gboolean meeting)
{
  gboolean change = self->before != NULL;

  keel_text_row_set_title (self->name, meeting ? _ ("Name, for example Tuesday candlelight")
                                               : _ ("Name, for example Check-up"));
  if (meeting)
    gtk_window_set_title (GTK_WINDOW (self), change ? _ ("Change the Meeting") : _ ("Add a Meeting"));
  else
    gtk_window_set_title (GTK_WINDOW (self), change ? _ ("Appointment") : _ ("New Appointment"));
}

static void
show_kind (KeelAddMeetingDialog *self)
{
  KeelSeriesKind kind = keel_kind_choice_get_kind (self->kind);
  gboolean meeting = kind == KEEL_SERIES_MEETING;

  show_titles (self, meeting);
  gtk_widget_set_visible (GTK_WIDGET (self->program_row), meeting);
  gtk_widget_set_visible (GTK_WIDGET (self->note), !meeting);
  /* One goes there. */
  gtk_widget_set_visible (GTK_WIDGET (self->link),
                          kind != KEEL_SERIES_PHARMACY || *get_text (self->link) != '\0');
  keel_rhythm_editor_suggest (self->rhythm, usual_lengths[kind], !meeting);
}

static void
kind_changed_cb (KeelAddMeetingDialog *self)
{
  show_kind (self);
}

/* --- Pages --- */

static void
show_form (KeelAddMeetingDialog *self, GtkWidget *focus)
{
  keel_pages_show (self->stack, "form");
  gtk_widget_set_visible (GTK_WIDGET (self->add), TRUE);
  gtk_widget_set_visible (self->cancel, TRUE);
  gtk_widget_set_visible (self->back, FALSE);
  gtk_widget_grab_focus (focus);
}

static void
show_chooser (KeelAddMeetingDialog *self, KeelChooser *chooser, const char *page)
{
  keel_pages_show (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->add), FALSE);
  gtk_widget_set_visible (self->cancel, FALSE);
  gtk_widget_set_visible (self->back, TRUE);
  keel_chooser_start (chooser);
}

static void
program_row_cb (KeelAddMeetingDialog *self)
{
  show_chooser (self, self->programs, "programs");
}

static void
zone_row_cb (KeelAddMeetingDialog *self)
{
  show_chooser (self, self->zones, "zones");
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelAddMeetingDialog *self = KEEL_ADD_MEETING_DIALOG (widget);
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (strcmp (page, "form") == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_form (self, GTK_WIDGET (strcmp (page, "zones") == 0 ? self->zone_row : self->program_row));
}

static void
chooser_left_cb (KeelAddMeetingDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.back", NULL);
}

static void
set_program (KeelAddMeetingDialog *self, const char *code)
{
  KeelContent *content = keel_session_get_content (self->session);

  g_free (self->program);
  self->program = code != NULL && *code != '\0' ? g_strdup (code) : NULL;
  adw_action_row_set_subtitle (self->program_row,
                               keel_choices_describe_program (content, self->program, _ ("Not said")));
}

static void
set_zone (KeelAddMeetingDialog *self, const char *zone)
{
  g_autofree char *text = keel_choices_describe_zone (self->session, zone,
                                                      _ ("This computer’s time, wherever it is"));

  g_free (self->zone);
  self->zone = g_strdup (zone);
  adw_action_row_set_subtitle (self->zone_row, text);
}

static void
program_chosen_cb (KeelAddMeetingDialog *self, const char *code)
{
  set_program (self, code);
  show_form (self, GTK_WIDGET (self->program_row));
}

static void
zone_chosen_cb (KeelAddMeetingDialog *self, const char *zone)
{
  set_zone (self, zone);
  keel_rhythm_editor_set_zone (self->rhythm, self->zone);
  show_form (self, GTK_WIDGET (self->zone_row));
}

/* --- What comes of it --- */

static void
show_problems (KeelAddMeetingDialog *self, const KeelTypedProblems *problems)
{
  keel_text_row_show_problem (self->name, problems->name);
  keel_text_row_show_problem (self->link, problems->link);
  keel_text_row_show_problem (self->phone, problems->phone);
  if (problems->name != NULL)
    keel_text_row_mend (self->name);
  else if (keel_rhythm_editor_mend (self->rhythm))
    return;
  else if (problems->phone != NULL)
    keel_text_row_mend (self->phone);
  else if (problems->link != NULL)
    keel_text_row_mend (self->link);
}

static void
tell (KeelAddMeetingDialog *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
show_failure (KeelAddMeetingDialog *self, GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  tell (self, sentence);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelAddMeetingDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = keel_session_dates_finish (KEEL_SESSION (source), result, &error);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", TRUE);
  if (before == NULL)
    {
      show_failure (self, error);
      keel_session_refresh (KEEL_SESSION (source));
      return;
    }
  keel_say (GTK_WIDGET (self), _ ("Your changes are saved."));
  keel_draft_drop (KEEL_DRAFT (self), self->session);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelAddMeetingDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = keel_session_follow_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *leads = NULL;
  g_autofree char *sentence = NULL;
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", TRUE);
  if (series == NULL)
    {
      show_failure (self, error);
      return;
    }
  leads = keel_lead_list_describe (series->leads);
  sentence = g_strdup_printf (_ ("%s is added. Reminders: %s."), series->meeting->name, leads);
  keel_say (GTK_WIDGET (self), sentence);
  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.show-calendar", NULL);
  keel_draft_drop (KEEL_DRAFT (self), self->session);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What it points to belongs to the form. */
static KeelTypedMeeting
read_form (KeelAddMeetingDialog *self)
{
  return (KeelTypedMeeting){
    .kind = keel_kind_choice_get_kind (self->kind),
    .name = get_text (self->name),
    .place = get_text (self->place),
    .link = get_text (self->link),
    .phone = get_text (self->phone),
    .note = get_text (self->note),
    .program = self->program,
    .zone = self->zone,
    .before = self->before,
  };
}

/* NULL where something has to be mended. */
static KeelSeries *
make_series (KeelAddMeetingDialog *self)
{
  g_autoptr (KeelSchedule) schedule = keel_rhythm_editor_dup_schedule (self->rhythm);
  KeelTypedMeeting typed = read_form (self);
  KeelTypedProblems problems;
  KeelSeries *series;

  typed.schedule = schedule;
  series = keel_typed_meeting_to_series (&typed, &problems);
  show_problems (self, &problems);
  return series;
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelAddMeetingDialog *self = KEEL_ADD_MEETING_DIALOG (widget);
  g_autoptr (KeelSeries) series = make_series (self);
  g_autoptr (GArray) leads = series != NULL ? keel_lead_list_dup_leads (self->leads) : NULL;

  if (leads == NULL)
    return;
  keel_series_set_leads (series, leads);
  gtk_widget_action_set_enabled (widget, "dialog.add", FALSE);
  if (self->before != NULL)
    keel_session_edit_async (self->session, self->before, series, changed_cb, g_object_ref (self));
  else
    keel_session_follow_new_async (self->session, series, added_cb, g_object_ref (self));
}

/* --- Keeping it --- */

static GVariant *
save_form (KeelAddMeetingDialog *self)
{
  KeelTypedMeeting typed = read_form (self);
  g_autoptr (GVariantDict) form = g_variant_dict_new (NULL);

  keel_meeting_draft_save (&typed, form);
  g_variant_dict_insert_value (form, "rhythm", keel_rhythm_editor_save (self->rhythm));
  g_variant_dict_insert_value (form, "leads", keel_lead_list_save (self->leads));
  return g_variant_dict_end (form);
}

static void
restore_form (KeelAddMeetingDialog *self, GVariant *form)
{
  KeelTypedMeeting typed = read_form (self);
  g_autoptr (GVariant) leads = g_variant_lookup_value (form, "leads", G_VARIANT_TYPE ("(ais)"));
  g_autoptr (GVariant) rhythm = g_variant_lookup_value (form, "rhythm", G_VARIANT_TYPE_VARDICT);

  keel_meeting_draft_restore (form, &typed);
  set_program (self, typed.program);
  set_zone (self, typed.zone);
  set_text (self->name, typed.name);
  set_text (self->place, typed.place);
  set_text (self->link, typed.link);
  set_text (self->phone, typed.phone);
  set_text (self->note, typed.note);
  keel_kind_choice_set_kind (self->kind, typed.kind);
  keel_rhythm_editor_set_zone (self->rhythm, self->zone);
  if (rhythm != NULL)
    keel_rhythm_editor_restore (self->rhythm, rhythm);
  show_kind (self);
  if (leads != NULL)
    keel_lead_list_restore (self->leads, leads);
}

static const char *
keel_add_meeting_dialog_get_name (KeelDraft *draft)
{
  return KEEL_MEETING_DRAFT;
}

static GVariant *
keel_add_meeting_dialog_save (KeelDraft *draft)
{
  KeelAddMeetingDialog *self = KEEL_ADD_MEETING_DIALOG (draft);

  return keel_draft_take_form (save_form (self), self->first);
}

static gboolean
keel_add_meeting_dialog_open (GtkWindow *parent, KeelSession *session, GVariant *draft)
{
  gtk_window_present (GTK_WINDOW (keel_add_meeting_dialog_new_from_draft (parent, session, draft)));
  return TRUE;
}

static gboolean
keel_add_meeting_dialog_close_request (GtkWindow *window)
{
  KeelAddMeetingDialog *self = KEEL_ADD_MEETING_DIALOG (window);

  keel_draft_cancel (KEEL_DRAFT (self), self->session);
  return GTK_WINDOW_CLASS (keel_add_meeting_dialog_parent_class)->close_request (window);
}

/* A window that comes up selects what is in its first entry. */
static void
go_on_writing_cb (KeelAddMeetingDialog *self)
{
  keel_text_row_mend (self->name);
  gtk_editable_set_position (GTK_EDITABLE (self->name), -1);
}

/* What stands there now is not the person's yet. */
static void
begin (KeelAddMeetingDialog *self)
{
  g_clear_pointer (&self->first, g_variant_unref);
  self->first = g_variant_ref_sink (save_form (self));
}

static gboolean
has_touched_rhythm (KeelAddMeetingDialog *self, GVariant *rhythm)
{
  g_autoptr (GVariant) first = NULL;

  if (self->first != NULL)
    first = g_variant_lookup_value (self->first, "rhythm", G_VARIANT_TYPE_VARDICT);
  return first == NULL || !g_variant_equal (first, rhythm);
}

/* The form goes on from the dates that there are now. */
static void
begin_dates_again (KeelAddMeetingDialog *self, KeelSchedule *schedule)
{
  g_autoptr (GVariant) rhythm = g_variant_ref_sink (keel_rhythm_editor_save (self->rhythm));
  g_autoptr (GVariant) form = g_variant_ref_sink (save_form (self));
  gboolean untouched = self->first != NULL && g_variant_equal (form, self->first);
  g_autoptr (KeelSeries) before = keel_series_copy (self->before);

  keel_series_set_schedule (before, schedule);
  g_set_object (&self->before, before);
  keel_rhythm_editor_change (self->rhythm, self->session, schedule, keel_schedule_get_last_start (schedule));
  if (has_touched_rhythm (self, rhythm))
    {
      keel_rhythm_editor_restore (self->rhythm, rhythm);
      tell (self, _ ("Its dates were changed meanwhile. Look at the next dates here once more, then save."));
    }
  else if (untouched)
    {
      begin (self);
    }
}

static void
series_changed_cb (KeelAddMeetingDialog *self)
{
  KeelSeries *series = keel_session_find_series (self->session, self->before->uuid);

  if (series != NULL && !keel_schedule_equal (series->schedule, self->before->schedule))
    begin_dates_again (self, series->schedule);
}

static void
keel_add_meeting_dialog_dispose (GObject *object)
{
  KeelAddMeetingDialog *self = KEEL_ADD_MEETING_DIALOG (object);

  g_clear_object (&self->before);
  g_clear_object (&self->session);
  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->first, g_variant_unref);
  G_OBJECT_CLASS (keel_add_meeting_dialog_parent_class)->dispose (object);
}

static void
keel_add_meeting_dialog_draft_init (KeelDraftInterface *iface)
{
  iface->get_name = keel_add_meeting_dialog_get_name;
  iface->save = keel_add_meeting_dialog_save;
  iface->open = keel_add_meeting_dialog_open;
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, rhythm);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, place);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, link);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, note);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, program_row);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, leads);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, programs);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, zones);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, add);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, KeelAddMeetingDialog, back);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, program_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, program_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, chooser_left_cb);
}

static void
keel_add_meeting_dialog_class_init (KeelAddMeetingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_add_meeting_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_add_meeting_dialog_close_request;

  g_type_ensure (KEEL_TYPE_CHOOSER);
  g_type_ensure (KEEL_TYPE_KIND_CHOICE);
  g_type_ensure (KEEL_TYPE_LEAD_LIST);
  g_type_ensure (KEEL_TYPE_RHYTHM_EDITOR);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-add-meeting-dialog.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "dialog.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.back", NULL);
}

static void
keel_add_meeting_dialog_init (KeelAddMeetingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_pages_show (self->stack, "form");
}

KeelAddMeetingDialog *
keel_add_meeting_dialog_new (GtkWindow *parent, KeelSession *session)
{
  KeelAddMeetingDialog *self = g_object_new (KEEL_TYPE_ADD_MEETING_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GArray) usual = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *zone = keel_session_get_zone_name (session);
  int lead = KEEL_SERIES_USUAL_LEAD;

  self->session = g_object_ref (session);
  g_array_append_val (usual, lead);
  keel_lead_list_set_leads (self->leads, usual);
  keel_choices_add_programs (self->programs, keel_session_get_content (session), _ ("Not said"));
  keel_choices_add_zones (self->zones);
  set_program (self, NULL);
  set_zone (self, zone);
  keel_rhythm_editor_begin (self->rhythm, session, zone);
  show_kind (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  begin (self);
  return self;
}

void
keel_add_meeting_dialog_fill_in (KeelAddMeetingDialog *self, KeelMeeting *meeting)
{
  set_text (self->name, meeting->name);
  set_text (self->place, meeting->location != NULL ? meeting->location : meeting->address);
  set_text (self->link, meeting->conference_url);
  set_text (self->phone, meeting->phone);
  set_program (self, meeting->program);
  if (meeting->timezone != NULL)
    {
      set_zone (self, meeting->timezone);
      keel_rhythm_editor_set_zone (self->rhythm, self->zone);
    }
  begin (self);
}

void
keel_add_meeting_dialog_change (KeelAddMeetingDialog *self, KeelSeries *series)
{
  g_set_object (&self->before, series);
  keel_add_meeting_dialog_fill_in (self, series->meeting);
  set_text (self->note, series->note);
  set_zone (self, keel_schedule_get_zone (series->schedule));
  keel_lead_list_set_leads (self->leads, series->leads);
  keel_rhythm_editor_change (self->rhythm, self->session, series->schedule,
                             keel_schedule_get_last_start (series->schedule));
  keel_kind_choice_set_kind (self->kind, series->kind);
  show_kind (self);
  gtk_button_set_label (self->add, _ ("Save"));
  g_signal_connect_object (self->session, "series-changed", G_CALLBACK (series_changed_cb), self,
                           G_CONNECT_SWAPPED);
  begin (self);
}

KeelAddMeetingDialog *
keel_add_meeting_dialog_new_from_draft (GtkWindow *parent, KeelSession *session, GVariant *draft)
{
  KeelAddMeetingDialog *self = keel_add_meeting_dialog_new (parent, session);
  KeelSeries *before = NULL;
  const char *uuid = keel_meeting_draft_get_before (draft);

  /* What is no longer followed is added anew. */
  if (uuid != NULL)
    before = keel_session_find_series (session, uuid);
  if (before != NULL)
    keel_add_meeting_dialog_change (self, before);
  restore_form (self, draft);
  g_signal_connect (self, "map", G_CALLBACK (go_on_writing_cb), NULL);
  g_clear_pointer (&self->first, g_variant_unref);
  return self;
}
