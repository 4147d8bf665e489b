#include "config.h"

#include "keel-import-form.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "store/keel-fetch.h"

#include "keel-choices.h"
#include "keel-list-chooser.h"
#include "keel-pages.h"
#include "keel-text-row.h"

struct _KeelImportForm
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *file_name;
  GtkWidget *list;
  GtkLabel *list_hint;
  AdwActionRow *program_row;
  AdwActionRow *zone_row;
  AdwActionRow *formats_row;
  GtkWidget *formats_clear;
  KeelChooser *programs;
  KeelChooser *zones;

  KeelSession *session;
  char *list_name; /* as it was last asked for */
  char *suggested; /* the name that is left to the import, as long as nobody types another */
  char *program;   /* nullable: as the list says */
  char *zone;      /* nullable */
  GFile *formats;  /* nullable */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (KeelImportForm, keel_import_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_TURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
turn_to (KeelImportForm *self, const char *page)
{
  keel_pages_show (self->stack, page);
  g_signal_emit (self, signals[SIGNAL_TURNED], 0);
}

static void
set_program (KeelImportForm *self, const char *code)
{
  KeelContent *content = keel_session_get_content (self->session);

  g_free (self->program);
  self->program = code != NULL && *code != '\0' ? g_strdup (code) : NULL;
  adw_action_row_set_subtitle (self->program_row, keel_choices_describe_program (content, self->program,
                                                                                 _ ("As the list says")));
}

static void
set_zone (KeelImportForm *self, const char *zone)
{
  g_autofree char *text = keel_choices_describe_zone (self->session, zone, _ ("None chosen"));

  g_free (self->zone);
  self->zone = g_strdup (zone);
  adw_action_row_set_subtitle (self->zone_row, text);
}

static void
set_formats (KeelImportForm *self, GFile *formats)
{
  g_autofree char *name = formats != NULL ? g_file_get_basename (formats) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;

  g_set_object (&self->formats, formats);
  adw_action_row_set_subtitle (self->formats_row,
                               shown != NULL ? shown : _ ("None. Only some lists come with one."));
  gtk_widget_set_visible (self->formats_clear, formats != NULL);
}

/* A list that is there already is brought up to date, in the zone chosen for it then. */
static void
list_changed_cb (KeelImportForm *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->list));
  KeelList *list = self->session != NULL ? keel_session_find_list (self->session, name) : NULL;
  g_autofree char *age = NULL;
  g_autofree char *hint = NULL;

  if (list != NULL)
    {
      age = keel_sentence_age (list->imported_at, keel_session_get_now (self->session));
      hint = g_strdup_printf (_ ("This brings your list “%s” up to date (imported %s)."), list->name, age);
      if (list->timezone != NULL)
        set_zone (self, list->timezone);
    }
  gtk_label_set_text (self->list_hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->list_hint), hint != NULL);
}

static void
program_row_cb (KeelImportForm *self)
{
  turn_to (self, "programs");
  keel_chooser_start (self->programs);
}

static void
zone_row_cb (KeelImportForm *self)
{
  turn_to (self, "zones");
  keel_chooser_start (self->zones);
}

static void
program_chosen_cb (KeelImportForm *self, const char *code)
{
  set_program (self, code);
  turn_to (self, "options");
  gtk_widget_grab_focus (GTK_WIDGET (self->program_row));
}

static void
zone_chosen_cb (KeelImportForm *self, const char *zone)
{
  set_zone (self, zone);
  turn_to (self, "options");
  gtk_widget_grab_focus (GTK_WIDGET (self->zone_row));
}

static void
chooser_left_cb (KeelImportForm *self)
{
  keel_import_form_go_back (self);
}

static void
formats_chosen_cb (GtkFileChooserNative *chooser, int response, KeelImportForm *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    set_formats (self, file);
  g_clear_object (&self->chooser);
}

static void
formats_row_cb (KeelImportForm *self)
{
  if (self->chooser != NULL)
    return;
  self->chooser = keel_list_chooser_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                         _ ("Choose the Formats File"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (formats_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
no_formats_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelImportForm *self = KEEL_IMPORT_FORM (widget);

  set_formats (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->formats_row));
}

static void
keel_import_form_dispose (GObject *object)
{
  KeelImportForm *self = KEEL_IMPORT_FORM (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->formats);
  g_clear_object (&self->session);
  g_clear_pointer (&self->list_name, g_free);
  g_clear_pointer (&self->suggested, g_free);
  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->zone, g_free);
  G_OBJECT_CLASS (keel_import_form_parent_class)->dispose (object);
}

static void
keel_import_form_class_init (KeelImportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_import_form_dispose;

  signals[SIGNAL_TURNED] = g_signal_new ("turned", KEEL_TYPE_IMPORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_CHOOSER);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-import-form.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelImportForm, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelImportForm, file_name);
  gtk_widget_class_bind_template_child (widget_class, KeelImportForm, list);
  gtk_widget_class_bind_template_child (widget_class, KeelImportForm, list_hint);
  gtk_widget_class_bind_template_child (widget_class, KeelImportForm, program_row);
  gtk_widget_class_bind_template_child (widget_class, KeelImportForm, zone_row);
  gtk_widget_class_bind_template_child (widget_class, KeelImportForm, formats_row);
  gtk_widget_class_bind_template_child (widget_class, KeelImportForm, formats_clear);
  gtk_widget_class_bind_template_child (widget_class, KeelImportForm, programs);
  gtk_widget_class_bind_template_child (widget_class, KeelImportForm, zones);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, program_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, formats_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, program_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, chooser_left_cb);
  gtk_widget_class_install_action (widget_class, "form.no-formats", NULL, no_formats_cb);
}

static void
keel_import_form_init (KeelImportForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_pages_show (self->stack, "options");
}

void
keel_import_form_set_session (KeelImportForm *self, KeelSession *session)
{
  g_autofree char *zone = keel_session_get_zone_name (session);

  g_set_object (&self->session, session);
  keel_choices_add_programs (self->programs, keel_session_get_content (session), _ ("As the list says"));
  keel_choices_add_zones (self->zones);
  set_program (self, NULL);
  set_zone (self, zone);
  set_formats (self, NULL);
  g_signal_connect_object (session, "lists-changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
}

char *
keel_import_form_name_file (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *base = NULL;

  if (keel_fetch_is_address (uri))
    return g_steal_pointer (&uri);
  base = g_file_get_basename (file);
  return g_filename_display_name (base);
}

/* The list that came from there, else a name that no other list has. The importer does the same, except that
 * a calendar then tells its own name. */
static char *
suggest_for_address (KeelImportForm *self, const char *address)
{
  GPtrArray *lists = keel_session_get_lists (self->session);
  g_autofree char *host = keel_importer_suggest_name (address);
  char *name = g_strdup (host);

  for (guint i = 0; i < lists->len; i++)
    {
      KeelList *list = lists->pdata[i];

      if (!g_str_equal (list->source, address))
        continue;
      g_free (name);
      return g_strdup (list->name);
    }
  for (guint n = 2; name != NULL && keel_session_find_list (self->session, name) != NULL; n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", host, n);
    }
  return name;
}

void
keel_import_form_show_file (KeelImportForm *self, GFile *file, guint position, guint n_files)
{
  g_autofree char *shown = keel_import_form_name_file (file);
  gboolean fetched = keel_fetch_is_address (shown);
  g_autofree char *name = fetched
                              ? suggest_for_address (self, shown)
                              : keel_importer_suggest_name_of (file, keel_session_get_lists (self->session));
  g_autofree char *text = NULL;

  if (n_files > 1)
    /* Translators: the name of a file, which one it is, and of how many */
    text = g_strdup_printf (_ ("%s (%u of %u)"), shown, position + 1, n_files);
  else
    text = g_strdup (shown);
  gtk_label_set_text (self->file_name, text);
  g_free (self->suggested);
  self->suggested = g_strdup (name);
  gtk_editable_set_text (GTK_EDITABLE (self->list), name != NULL ? name : shown);
  turn_to (self, "options");
}

void
keel_import_form_choose_program (KeelImportForm *self)
{
  program_row_cb (self);
}

gboolean
keel_import_form_is_choosing (KeelImportForm *self)
{
  return strcmp (gtk_stack_get_visible_child_name (self->stack), "options") != 0;
}

void
keel_import_form_go_back (KeelImportForm *self)
{
  gboolean zones = strcmp (gtk_stack_get_visible_child_name (self->stack), "zones") == 0;

  turn_to (self, "options");
  gtk_widget_grab_focus (GTK_WIDGET (zones ? self->zone_row : self->program_row));
}

void
keel_import_form_fill_choice (KeelImportForm *self, KeelImportChoice *choice)
{
  g_free (self->list_name);
  self->list_name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->list))));
  choice->list = *self->list_name != '\0' && g_strcmp0 (self->list_name, self->suggested) != 0
                     ? self->list_name
                     : NULL;
  choice->program = self->program;
  choice->timezone = self->zone;
  choice->formats = self->formats;
}

GVariant *
keel_import_form_save (KeelImportForm *self)
{
  g_autoptr (GVariantDict) form = g_variant_dict_new (NULL);

  g_variant_dict_insert (form, "list", "s", gtk_editable_get_text (GTK_EDITABLE (self->list)));
  if (self->program != NULL)
    g_variant_dict_insert (form, "program", "s", self->program);
  if (self->zone != NULL)
    g_variant_dict_insert (form, "zone", "s", self->zone);
  if (self->formats != NULL)
    {
      g_autofree char *uri = g_file_get_uri (self->formats);

      g_variant_dict_insert (form, "formats", "s", uri);
    }
  return g_variant_dict_end (form);
}

/* The list's name first: it brings its zone with it. */
void
keel_import_form_restore (KeelImportForm *self, GVariant *saved)
{
  g_autoptr (GFile) formats = NULL;
  const char *list, *uri;
  const char *program = NULL;
  const char *zone = NULL;

  if (g_variant_lookup (saved, "list", "&s", &list))
    gtk_editable_set_text (GTK_EDITABLE (self->list), list);
  g_variant_lookup (saved, "program", "&s", &program);
  g_variant_lookup (saved, "zone", "&s", &zone);
  set_program (self, program);
  set_zone (self, zone);
  if (g_variant_lookup (saved, "formats", "&s", &uri))
    formats = g_file_new_for_uri (uri);
  set_formats (self, formats);
}
