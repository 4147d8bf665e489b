#include "config.h"

#include "keel-today-places.h"

#include <glib/gi18n-lib.h>

#include "content/keel-part-work.h"

#include "keel-program-window.h"
#include "keel-session-programs.h"
#include "keel-session-progress.h"

struct _KeelTodayPlaces
{
  AdwBin parent_instance;

  KeelSession *session;
  GPtrArray *programs; /* of KeelProgram: those that are read; NULL: none are */
  guint position;      /* of the next to come */
  GPtrArray *rows;     /* of GtkWidget: what is to be shown when all are read */
  gboolean again;      /* something changed meanwhile */
};

G_DEFINE_FINAL_TYPE (KeelTodayPlaces, keel_today_places, ADW_TYPE_BIN)

static void
row_activated_cb (KeelTodayPlaces *self, GtkListBoxRow *row)
{
  keel_program_window_present_program (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                       g_object_get_data (G_OBJECT (row), "keel-program"));
}

static GtkWidget *
make_row (const KeelPartPlace *place, gboolean offered)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *topic = keel_part_place_describe (place);
  g_autofree char *offer = NULL;

  if (offered)
    /* Translators: %s is the short name of a program, below the part of it that comes next */
    offer = g_strdup_printf (_ ("%s · when you are ready"), place->program->short_name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), topic);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), offer != NULL ? offer : place->program->short_name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "keel-program", g_strdup (place->program->code), g_free);
  return row;
}

static gboolean
is_said (const GPtrArray *progress, const char *structure)
{
  for (guint i = 0; i < progress->len; i++)
    {
      const KeelPartProgress *one = g_ptr_array_index (progress, i);

      if (g_str_equal (one->structure, structure) && !keel_part_progress_is_empty (one))
        return TRUE;
    }
  return FALSE;
}

/* Where all is done there is no place to be told of. */
static void
add_program (KeelTodayPlaces *self, const KeelProgram *program, const GPtrArray *progress)
{
  const KeelStructure *first = keel_program_get_structure (program);
  KeelPartPlace place = keel_part_place_of (program, 1);
  const char *structure = keel_part_place_get_structure (&place);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean offered;

  for (guint i = 0; i < first->parts->len; i++)
    g_array_append_val (numbers, ((KeelPart *) g_ptr_array_index (first->parts, i))->number);
  if (!is_said (progress, structure))
    return;
  place.part = keel_progress_find_place (progress, program->code, structure, numbers, &offered);
  if (place.part > 0)
    g_ptr_array_add (self->rows, g_object_ref_sink (make_row (&place, offered)));
}

static void
show (KeelTodayPlaces *self)
{
  GtkWidget *rows = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where I am"), -1);
  g_signal_connect_object (rows, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (rows), g_ptr_array_index (self->rows, i));
  adw_bin_set_child (ADW_BIN (self), rows);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void begin (KeelTodayPlaces *self);

/* What cannot be read is told where it is asked for: on the page of the program. They are read in their
 * order. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelTodayPlaces) self = data;
  g_autoptr (GPtrArray) progress = keel_session_read_progress_finish (KEEL_SESSION (source), result, NULL);

  if (self->session == NULL) /* the window was closed meanwhile */
    return;
  if (progress != NULL)
    add_program (self, g_ptr_array_index (self->programs, self->position), progress);
  if (++self->position < self->programs->len)
    return;
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  if (self->again)
    begin (self);
  else
    show (self);
}

static void
collect (KeelTodayPlaces *self)
{
  const GPtrArray *chosen = keel_session_get_programs (self->session);

  self->programs = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_program_unref);
  for (guint i = 0; i < chosen->len; i++)
    {
      KeelProgram *program = g_ptr_array_index (chosen, i);

      if (program->sequence && keel_program_get_structure (program) != NULL)
        g_ptr_array_add (self->programs, keel_program_ref (program));
    }
}

static void
begin (KeelTodayPlaces *self)
{
  self->again = FALSE;
  self->position = 0;
  g_ptr_array_set_size (self->rows, 0);
  collect (self);
  for (guint i = 0; i < self->programs->len; i++)
    keel_session_read_progress_async (self->session,
                                      ((KeelProgram *) g_ptr_array_index (self->programs, i))->code, read_cb,
                                      g_object_ref (self));
  if (self->programs->len == 0)
    {
      g_clear_pointer (&self->programs, g_ptr_array_unref);
      show (self);
    }
}

static void
keel_today_places_dispose (GObject *object)
{
  KeelTodayPlaces *self = KEEL_TODAY_PLACES (object);

  g_clear_object (&self->session);
  g_ptr_array_set_size (self->rows, 0);
  G_OBJECT_CLASS (keel_today_places_parent_class)->dispose (object);
}

static void
keel_today_places_finalize (GObject *object)
{
  KeelTodayPlaces *self = KEEL_TODAY_PLACES (object);

  g_clear_pointer (&self->programs, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (keel_today_places_parent_class)->finalize (object);
}

static void
keel_today_places_class_init (KeelTodayPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_today_places_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_today_places_finalize;
}

static void
keel_today_places_init (KeelTodayPlaces *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
keel_today_places_new (KeelSession *session)
{
  static const char *const changes[] = { "programs-changed", "progress-changed" };
  KeelTodayPlaces *self = g_object_new (KEEL_TYPE_TODAY_PLACES, NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (session, changes[i], G_CALLBACK (keel_today_places_refresh), self,
                             G_CONNECT_SWAPPED);
  keel_today_places_refresh (self);
  return GTK_WIDGET (self);
}

void
keel_today_places_refresh (KeelTodayPlaces *self)
{
  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  if (self->programs != NULL)
    self->again = TRUE;
  else
    begin (self);
}
