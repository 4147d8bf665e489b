#include "config.h"

#include "keel-recovery-code-view.h"

#include <glib/gi18n-lib.h>

#include "store/keel-recovery-code.h"

#include "keel-passphrase.h"
#include "keel-recovery-code-page.h"

#define GROUP 4
#define GROUPS_A_LINE 4

struct _KeelRecoveryCodeView
{
  AdwBin parent_instance;

  GtkLabel *code_label;
  GtkLabel *problem;

  KeelSecret *code; /* without spaces */
};

G_DEFINE_FINAL_TYPE (KeelRecoveryCodeView, keel_recovery_code_view, ADW_TYPE_BIN)

static char *
strip_separators (const char *code)
{
  GString *text = g_string_sized_new (strlen (code));

  for (const char *next = code; *next != '\0'; next++)
    {
      if (g_ascii_isalnum (*next))
        g_string_append_c (text, *next);
    }
  return g_string_free (text, FALSE);
}

/* "0123 4567" */
static char *
lay_out (const char *code)
{
  GString *text = g_string_sized_new (2 * strlen (code));

  for (gsize i = 0; code[i] != '\0'; i++)
    {
      if (i > 0 && i % (GROUP * GROUPS_A_LINE) == 0)
        g_string_append_c (text, '\n');
      else if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, code[i]);
    }
  return g_string_free (text, FALSE);
}

/* "0 1 2 3, 4 5 6 7": each letter by itself, with a rest after four. */
static char *
spell (const char *code)
{
  GString *text = g_string_sized_new (3 * strlen (code));

  for (gsize i = 0; code[i] != '\0'; i++)
    {
      if (i > 0)
        g_string_append (text, i % GROUP == 0 ? ", " : " ");
      g_string_append_c (text, code[i]);
    }
  return g_string_free (text, FALSE);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, KeelRecoveryCodeView *self)
{
  gboolean failed = result == GTK_PRINT_OPERATION_RESULT_ERROR;

  gtk_widget_set_visible (GTK_WIDGET (self->problem), failed);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelRecoveryCodeView *self = KEEL_RECOVERY_CODE_VIEW (widget);
  g_autoptr (KeelSecret) text = lay_out (self->code);
  g_autoptr (GtkPrintOperation) operation = keel_recovery_code_page_new (text);

  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}

static gboolean
keel_recovery_code_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_RECOVERY_CODE_VIEW (widget)->code_label));
}

static void
keel_recovery_code_view_finalize (GObject *object)
{
  keel_secret_free (KEEL_RECOVERY_CODE_VIEW (object)->code);
  G_OBJECT_CLASS (keel_recovery_code_view_parent_class)->finalize (object);
}

static void
keel_recovery_code_view_class_init (KeelRecoveryCodeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_recovery_code_view_finalize;
  widget_class->grab_focus = keel_recovery_code_view_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-recovery-code-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRecoveryCodeView, code_label);
  gtk_widget_class_bind_template_child (widget_class, KeelRecoveryCodeView, problem);
  gtk_widget_class_install_action (widget_class, "code.print", NULL, print_cb);
}

static void
keel_recovery_code_view_init (KeelRecoveryCodeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->code = g_strdup ("");
  /* It is read from left to right everywhere. */
  gtk_widget_set_direction (GTK_WIDGET (self->code_label), GTK_TEXT_DIR_LTR);
}

void
keel_recovery_code_view_show (KeelRecoveryCodeView *self, const char *code)
{
  g_autoptr (KeelSecret) text = NULL;
  g_autoptr (KeelSecret) spelled = NULL;

  keel_secret_free (self->code);
  self->code = strip_separators (code);
  text = lay_out (self->code);
  spelled = spell (self->code);
  gtk_label_set_text (self->code_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->code_label), GTK_ACCESSIBLE_PROPERTY_LABEL, spelled,
                                  -1);
}

const char *
keel_recovery_code_view_get_code (KeelRecoveryCodeView *self)
{
  return self->code;
}
