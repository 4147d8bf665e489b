#include "config.h"

#include "keel-find-advice.h"

#include <glib/gi18n-lib.h>

#include "keel-filter-words.h"
#include "keel-window.h"

#define MOST 3

struct _KeelFindAdvice
{
  AdwBin parent_instance;

  GtkBox *box;

  KeelFilters *filters;
  KeelSession *session;
  GCancellable *cancellable; /* of the counting under way */
  char *text;
  gboolean words; /* whether the words are the first of what is counted */
};

typedef struct
{
  const KeelFilter *filter; /* NULL: the words */
  guint count;
} Way;

G_DEFINE_FINAL_TYPE (KeelFindAdvice, keel_find_advice, ADW_TYPE_BIN)

enum
{
  SIGNAL_LIFTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop (KeelFindAdvice *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
clear (KeelFindAdvice *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, button);
}

static void
lift_cb (GtkWidget *button, KeelFindAdvice *self)
{
  const KeelFilter *filter = g_object_get_data (G_OBJECT (button), "keel-filter");

  gboolean words = filter == NULL;

  /* The button goes away with the filter. */
  g_object_ref (self);
  if (!words)
    keel_filters_set (self->filters, filter->kind, filter->id, FALSE);
  g_signal_emit (self, signals[SIGNAL_LIFTED], 0, words);
  g_object_unref (self);
}

static GtkWidget *
make_button (KeelFindAdvice *self, const Way *way)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label;

  name = way->filter != NULL ? keel_filter_words_full_name (self->filters, way->filter,
                                                            keel_session_get_content (self->session))
                             : g_strdup (self->text);
  /* Translators: a button that takes a filter away: its name, and how many meetings there are then */
  text = g_strdup_printf (ngettext ("Without “%s”: %'u meeting", "Without “%s”: %'u meetings", way->count),
                          name, way->count);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_object_set_data (G_OBJECT (button), "keel-filter", (gpointer) way->filter);
  g_signal_connect (button, "clicked", G_CALLBACK (lift_cb), self);
  return button;
}

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const Way *one = a;
  const Way *other = b;

  return (other->count > one->count) - (other->count < one->count);
}

/* Counted in the order of keel_find_advice_start (). */
static void
show_ways (KeelFindAdvice *self, GArray *counts)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (Way));
  GPtrArray *chosen = keel_filters_get_chosen (self->filters);
  guint words = self->words ? 1 : 0;

  for (guint i = 0; i < counts->len && i < chosen->len + words; i++)
    {
      Way way = { .filter = i < words ? NULL : chosen->pdata[i - words],
                  .count = g_array_index (counts, guint, i) };

      if (way.count > 0)
        g_array_append_val (ways, way);
    }
  g_array_sort (ways, compare_ways);
  for (guint i = 0; i < MIN (ways->len, MOST); i++)
    gtk_box_append (self->box, make_button (self, &g_array_index (ways, Way, i)));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelFindAdvice) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = keel_session_count_finish (KEEL_SESSION (source), result, &error);

  if (counts == NULL || self->session == NULL ||
      g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  show_ways (self, counts);
}

static void
keel_find_advice_dispose (GObject *object)
{
  KeelFindAdvice *self = KEEL_FIND_ADVICE (object);

  stop (self);
  g_clear_object (&self->filters);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (keel_find_advice_parent_class)->dispose (object);
}

static void
keel_find_advice_class_init (KeelFindAdviceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_find_advice_dispose;

  signals[SIGNAL_LIFTED] = g_signal_new ("lifted", KEEL_TYPE_FIND_ADVICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
keel_find_advice_init (KeelFindAdvice *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/* The buttons are about filters that were chosen then. */
static void
filters_changed_cb (KeelFindAdvice *self)
{
  stop (self);
  clear (self);
}

void
keel_find_advice_bind (KeelFindAdvice *self, KeelFilters *filters, KeelSession *session)
{
  g_set_object (&self->filters, filters);
  g_set_object (&self->session, session);
  g_signal_connect_object (filters, "changed", G_CALLBACK (filters_changed_cb), self, G_CONNECT_SWAPPED);
}

void
keel_find_advice_start (KeelFindAdvice *self, const char *text)
{
  GPtrArray *chosen = keel_filters_get_chosen (self->filters);
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_meeting_query_free);

  stop (self);
  clear (self);
  g_free (self->text);
  self->text = g_strstrip (g_strdup (text));
  self->words = *self->text != '\0';
  if (self->words)
    g_ptr_array_add (queries, keel_filters_make_query (self->filters, NULL, NULL));
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (queries, keel_filters_make_query (self->filters, text, chosen->pdata[i]));
  self->cancellable = g_cancellable_new ();
  keel_session_count_async (self->session, queries, self->cancellable, counted_cb, g_object_ref (self));
}
