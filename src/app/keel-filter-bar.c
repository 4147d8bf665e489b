#include "config.h"

#include "keel-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-toggle.h"
#include "keel-week.h"
#include "keel-wrap-box.h"

struct _KeelFilterBar
{
  AdwBin parent_instance;

  KeelWrapBox *days_box;
  KeelWrapBox *programs_box;
  GtkToggleButton *online;
  GtkToggleButton *in_person;

  GtkToggleButton *days[7];
  GPtrArray *programs; /* of GtkToggleButton, each with its "keel-program" */
  gboolean quiet;      /* while chips are set by the program, not by the person */
};

G_DEFINE_FINAL_TYPE (KeelFilterBar, keel_filter_bar, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chip_toggled_cb (GtkToggleButton *chip, KeelFilterBar *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* At most one program at a time. */
static void
program_toggled_cb (GtkToggleButton *chip, KeelFilterBar *self)
{
  if (self->quiet)
    return;
  self->quiet = TRUE;
  for (guint i = 0; gtk_toggle_button_get_active (chip) && i < self->programs->len; i++)
    {
      if (self->programs->pdata[i] != chip)
        gtk_toggle_button_set_active (self->programs->pdata[i], FALSE);
    }
  self->quiet = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkToggleButton *
make_chip (const char *label)
{
  GtkWidget *chip = keel_toggle_new (label, GTK_ACCESSIBLE_ROLE_CHECKBOX);

  gtk_widget_add_css_class (chip, "keel-chip");
  return GTK_TOGGLE_BUTTON (chip);
}

static void
set_chip (GtkToggleButton *chip, const char *name, const char *long_name, guint count)
{
  g_autofree char *text = g_strdup_printf (C_ ("filter and count", "%s %u"), name, count);
  g_autofree char *spoken = g_strdup_printf (ngettext ("%s, %u meeting", "%s, %u meetings", count), long_name,
                                             count);

  gtk_button_set_label (GTK_BUTTON (chip), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
add_days (KeelFilterBar *self)
{
  int first = keel_week_get_first_day ();

  for (int i = 0; i < 7; i++)
    {
      int day = (first + i) % 7;

      self->days[day] = make_chip (keel_week_get_short_name (day));
      g_signal_connect (self->days[day], "toggled", G_CALLBACK (chip_toggled_cb), self);
      keel_wrap_box_append (self->days_box, GTK_WIDGET (self->days[day]));
    }
}

static void
keel_filter_bar_dispose (GObject *object)
{
  g_clear_pointer (&KEEL_FILTER_BAR (object)->programs, g_ptr_array_unref);
  G_OBJECT_CLASS (keel_filter_bar_parent_class)->dispose (object);
}

static void
keel_filter_bar_class_init (KeelFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_filter_bar_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_TOGGLE);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelFilterBar, days_box);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterBar, programs_box);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterBar, online);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterBar, in_person);
  gtk_widget_class_bind_template_callback (widget_class, chip_toggled_cb);
}

static void
keel_filter_bar_init (KeelFilterBar *self)
{
  self->programs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_days (self);
}

static gboolean
has_program (KeelFilterBar *self, const char *code)
{
  for (guint i = 0; i < self->programs->len; i++)
    {
      if (g_strcmp0 (g_object_get_data (self->programs->pdata[i], "keel-program"), code) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_program (KeelFilterBar *self, const KeelProgram *program)
{
  GtkToggleButton *chip = make_chip (program->short_name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, program->name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (chip), program->name);
  g_object_set_data_full (G_OBJECT (chip), "keel-program", g_strdup (program->code), g_free);
  g_signal_connect (chip, "toggled", G_CALLBACK (program_toggled_cb), self);
  g_ptr_array_add (self->programs, chip);
  keel_wrap_box_append (self->programs_box, GTK_WIDGET (chip));
}

void
keel_filter_bar_set_programs (KeelFilterBar *self, KeelSession *session)
{
  GPtrArray *lists = keel_session_get_lists (session);

  g_ptr_array_set_size (self->programs, 0);
  keel_wrap_box_clear (self->programs_box);
  for (guint i = 0; i < lists->len; i++)
    {
      const char *code = ((KeelList *) lists->pdata[i])->program;
      const KeelProgram *program = code != NULL
                                       ? keel_content_find_program (keel_session_get_content (session), code)
                                       : NULL;

      if (program != NULL && !has_program (self, code))
        add_program (self, program);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->programs_box), self->programs->len > 1);
}

void
keel_filter_bar_fill_query (KeelFilterBar *self, KeelMeetingQuery *query)
{
  query->days = 0;
  for (int day = 0; day < 7; day++)
    {
      if (gtk_toggle_button_get_active (self->days[day]))
        query->days |= (guint8) (1 << day);
    }
  query->online = gtk_toggle_button_get_active (self->online);
  query->in_person = gtk_toggle_button_get_active (self->in_person);
  query->program = NULL;
  for (guint i = 0; i < self->programs->len; i++)
    {
      if (gtk_toggle_button_get_active (self->programs->pdata[i]))
        query->program = g_object_get_data (self->programs->pdata[i], "keel-program");
    }
}

void
keel_filter_bar_show_counts (KeelFilterBar *self, const KeelMeetingResults *results)
{
  for (int day = 0; day < 7; day++)
    {
      g_autofree char *name = keel_sentence_weekday (day);

      set_chip (self->days[day], keel_week_get_short_name (day), name, results->by_day[day]);
    }
  set_chip (self->online, _ ("Online"), _ ("Online"), results->online);
  set_chip (self->in_person, _ ("In person"), _ ("In person"), results->in_person);
}

void
keel_filter_bar_clear (KeelFilterBar *self)
{
  self->quiet = TRUE;
  for (int day = 0; day < 7; day++)
    gtk_toggle_button_set_active (self->days[day], FALSE);
  gtk_toggle_button_set_active (self->online, FALSE);
  gtk_toggle_button_set_active (self->in_person, FALSE);
  for (guint i = 0; i < self->programs->len; i++)
    gtk_toggle_button_set_active (self->programs->pdata[i], FALSE);
  self->quiet = FALSE;
}
