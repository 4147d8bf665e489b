#include "config.h"

#include "keel-care-dialog.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-care-book.h"
#include "keel-care-undo.h"
#include "keel-aim-form.h"
#include "keel-medicine-form.h"
#include "keel-medicine-window.h"
#include "keel-pages.h"
#include "keel-risk-form.h"
#include "keel-session-settings.h"
#include "keel-text-row.h"

struct _KeelCareDialog
{
  AdwWindow parent_instance;

  AdwBin *form_bin;
  GtkWidget *scroller;
  GtkWidget *delete_button;

  KeelSession *session;
  KeelCareKind kind;
  const KeelSessionRows *rows; /* of the kind */
  GtkWidget *form;
  gpointer row; /* as it was */
};

G_DEFINE_FINAL_TYPE (KeelCareDialog, keel_care_dialog, ADW_TYPE_WINDOW)

/* What is said stands in the window behind it. */
static GtkWidget *
get_parent (KeelCareDialog *self)
{
  return GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

/* The page of a medicine closes when that is gone; the window behind it can still undo it. */
static GtkWidget *
find_lasting (KeelCareDialog *self)
{
  GtkWidget *parent = get_parent (self);

  return KEEL_IS_MEDICINE_WINDOW (parent) ? GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (parent)))
                                          : parent;
}

static gboolean
read_form (KeelCareDialog *self, gpointer row)
{
  switch (self->kind)
    {
    case KEEL_CARE_MEDICINE:
      return keel_medicine_form_read (KEEL_MEDICINE_FORM (self->form), row);
    case KEEL_CARE_RISK_DATE:
      return keel_risk_form_read (KEEL_RISK_FORM (self->form), row);
    case KEEL_CARE_AIM:
    default:
      return keel_aim_form_read (KEEL_AIM_FORM (self->form), row);
    }
}

static gboolean
is_changed (KeelCareDialog *self, gconstpointer row)
{
  if (keel_session_rows_get_uuid (self->rows, row) == NULL)
    return TRUE;
  if (self->kind == KEEL_CARE_MEDICINE)
    return !keel_medicine_equal (self->row, row);
  return self->kind == KEEL_CARE_RISK_DATE ? !keel_risk_date_equal (self->row, row)
                                           : !keel_aim_equal (self->row, row);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelCareDialog *self = KEEL_CARE_DIALOG (widget);
  gpointer row = self->rows->copy (self->row);
  gboolean whole = read_form (self, row);

  if (whole && is_changed (self, row))
    keel_care_undo_save (get_parent (self), self->session, self->kind, row);
  self->rows->free (row);
  if (whole)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelCareDialog *self = KEEL_CARE_DIALOG (widget);

  keel_care_undo_delete (find_lasting (self), self->session, self->kind,
                         keel_session_rows_get_uuid (self->rows, self->row));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
keel_care_dialog_dispose (GObject *object)
{
  KeelCareDialog *self = KEEL_CARE_DIALOG (object);

  g_clear_object (&self->session);
  self->rows->free (g_steal_pointer (&self->row));
  G_OBJECT_CLASS (keel_care_dialog_parent_class)->dispose (object);
}

static void
keel_care_dialog_class_init (KeelCareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_care_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-care-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelCareDialog, form_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelCareDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelCareDialog, delete_button);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_care_dialog_init (KeelCareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

static const char *
get_title (KeelSession *session, KeelCareKind kind)
{
  switch (kind)
    {
    case KEEL_CARE_MEDICINE:
      return _ ("Medicine Plan");
    case KEEL_CARE_RISK_DATE:
      return keel_session_is_for_family_alone (session) ? _ ("Hard Date") : _ ("High-risk Date");
    case KEEL_CARE_AIM:
    default:
      return _ ("Goal");
    }
}

static gpointer
make_row (KeelCareKind kind, gint64 today)
{
  if (kind == KEEL_CARE_MEDICINE)
    return keel_medicine_new ("", today);
  return kind == KEEL_CARE_RISK_DATE ? (gpointer) keel_risk_date_new ("", today)
                                     : (gpointer) keel_aim_new ("", KEEL_AIM_HEALTH);
}

static GtkWidget *
make_form (KeelCareDialog *self, const KeelCare *care)
{
  GtkWidget *form;

  switch (self->kind)
    {
    case KEEL_CARE_MEDICINE:
      form = GTK_WIDGET (keel_medicine_form_new ());
      keel_medicine_form_show (KEEL_MEDICINE_FORM (form), self->row);
      return form;
    case KEEL_CARE_RISK_DATE:
      form = GTK_WIDGET (keel_risk_form_new (self->session, care));
      keel_risk_form_show (KEEL_RISK_FORM (form), self->row);
      return form;
    case KEEL_CARE_AIM:
    default:
      form = GTK_WIDGET (keel_aim_form_new ());
      keel_aim_form_show (KEEL_AIM_FORM (form), self->row);
      return form;
    }
}

/* So that the next key does not wipe out a name. */
static void
mend_focus (KeelCareDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, KEEL_TYPE_TEXT_ROW) : NULL;

  if (row != NULL)
    keel_text_row_mend (KEEL_TEXT_ROW (row));
}

void
keel_care_dialog_present (GtkWindow *parent, KeelSession *session, KeelCareKind kind, gconstpointer row)
{
  KeelCareBook *book = keel_care_book_get (session);
  const KeelCare *care = keel_care_book_peek (book);
  KeelCareDialog *self;

  if (care == NULL) /* nothing is read yet */
    return;
  self = g_object_new (KEEL_TYPE_CARE_DIALOG, "transient-for", parent, "title", get_title (session, kind),
                       NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  self->rows = keel_care_get_rows (kind);
  self->row = row != NULL ? self->rows->copy ((gpointer) row)
                          : make_row (kind, keel_care_book_get_today (book));
  self->form = make_form (self, care);
  adw_bin_set_child (self->form_bin, self->form);
  gtk_widget_set_visible (self->delete_button, row != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (session, kind), -1);
  keel_pages_start (self->form);
  gtk_window_present (GTK_WINDOW (self));
  mend_focus (self);
}
