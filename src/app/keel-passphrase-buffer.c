#include "keel-passphrase-buffer.h"

#include <string.h>

#define DOT "●"

struct _KeelPassphraseBuffer
{
  GtkEntryBuffer parent_instance;

  KeelSecret *text;
  char *dots; /* as many as the text has characters */
  guint length;
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (KeelPassphraseBuffer, keel_passphrase_buffer, GTK_TYPE_ENTRY_BUFFER)

static void
take_text (KeelPassphraseBuffer *self, KeelSecret *text)
{
  GString *dots = g_string_new (NULL);

  keel_secret_free (self->text);
  self->text = text;
  self->length = (guint) g_utf8_strlen (text, -1);
  for (guint i = 0; i < self->length; i++)
    g_string_append (dots, DOT);
  g_free (self->dots);
  self->dots = g_string_free (dots, FALSE);
  g_object_notify (G_OBJECT (self), "text");
  g_object_notify (G_OBJECT (self), "length");
}

static const char *
keel_passphrase_buffer_get_text (GtkEntryBuffer *buffer, gsize *bytes)
{
  KeelPassphraseBuffer *self = KEEL_PASSPHRASE_BUFFER (buffer);
  const char *text = self->shown ? self->text : self->dots;

  if (bytes != NULL)
    *bytes = strlen (text);
  return text;
}

static guint
keel_passphrase_buffer_get_length (GtkEntryBuffer *buffer)
{
  return KEEL_PASSPHRASE_BUFFER (buffer)->length;
}

static guint
keel_passphrase_buffer_insert_text (GtkEntryBuffer *buffer, guint position, const char *chars, guint n_chars)
{
  KeelPassphraseBuffer *self = KEEL_PASSPHRASE_BUFFER (buffer);
  gsize before = (gsize) (g_utf8_offset_to_pointer (self->text, position) - self->text);
  gsize added = (gsize) (g_utf8_offset_to_pointer (chars, n_chars) - chars);
  gsize size = strlen (self->text);
  char *text = g_malloc (size + added + 1);

  memcpy (text, self->text, before);
  memcpy (text + before, chars, added);
  memcpy (text + before + added, self->text + before, size - before + 1);
  take_text (self, text);
  gtk_entry_buffer_emit_inserted_text (buffer, position, chars, n_chars);
  return n_chars;
}

static guint
keel_passphrase_buffer_delete_text (GtkEntryBuffer *buffer, guint position, guint n_chars)
{
  guint length = KEEL_PASSPHRASE_BUFFER (buffer)->length;

  position = MIN (position, length);
  n_chars = MIN (n_chars, length - position);
  if (n_chars > 0)
    gtk_entry_buffer_emit_deleted_text (buffer, position, n_chars);
  return n_chars;
}

static void
keel_passphrase_buffer_deleted_text (GtkEntryBuffer *buffer, guint position, guint n_chars)
{
  KeelPassphraseBuffer *self = KEEL_PASSPHRASE_BUFFER (buffer);
  char *start = g_utf8_offset_to_pointer (self->text, position);
  char *end = g_utf8_offset_to_pointer (start, n_chars);
  gsize before = (gsize) (start - self->text);
  char *text = g_malloc (before + strlen (end) + 1);

  memcpy (text, self->text, before);
  strcpy (text + before, end);
  take_text (self, text);
}

/* Does what GTK does, and ends it there: what comes after it tells the accessibility bus what was typed. */
static void
insert_text_cb (GtkEditable *editable, const char *chars, int length, int *position)
{
  GtkEntryBuffer *buffer = gtk_text_get_buffer (GTK_TEXT (editable));
  glong n_chars = g_utf8_strlen (chars, length);

  if (n_chars > 0)
    *position += (int) gtk_entry_buffer_insert_text (buffer, (guint) *position, chars, (int) n_chars);
  g_signal_stop_emission_by_name (editable, "insert-text");
}

static void
delete_text_cb (GtkEditable *editable, int start, int end)
{
  GtkEntryBuffer *buffer = gtk_text_get_buffer (GTK_TEXT (editable));
  int last = end < 0 ? (int) gtk_entry_buffer_get_length (buffer) : end;

  if (last > start)
    gtk_entry_buffer_delete_text (buffer, (guint) start, last - start);
  g_signal_stop_emission_by_name (editable, "delete-text");
}

static void
keel_passphrase_buffer_finalize (GObject *object)
{
  KeelPassphraseBuffer *self = KEEL_PASSPHRASE_BUFFER (object);

  keel_secret_free (self->text);
  g_free (self->dots);
  G_OBJECT_CLASS (keel_passphrase_buffer_parent_class)->finalize (object);
}

static void
keel_passphrase_buffer_class_init (KeelPassphraseBufferClass *klass)
{
  GtkEntryBufferClass *buffer_class = GTK_ENTRY_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_passphrase_buffer_finalize;
  buffer_class->get_text = keel_passphrase_buffer_get_text;
  buffer_class->get_length = keel_passphrase_buffer_get_length;
  buffer_class->insert_text = keel_passphrase_buffer_insert_text;
  buffer_class->delete_text = keel_passphrase_buffer_delete_text;
  buffer_class->deleted_text = keel_passphrase_buffer_deleted_text;
}

static void
keel_passphrase_buffer_init (KeelPassphraseBuffer *self)
{
  self->text = g_strdup ("");
  self->dots = g_strdup ("");
}

KeelPassphraseBuffer *
keel_passphrase_buffer_give (GtkEditable *entry)
{
  g_autoptr (KeelPassphraseBuffer) self = g_object_new (KEEL_TYPE_PASSPHRASE_BUFFER, NULL);
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (entry));

  g_signal_connect (text, "insert-text", G_CALLBACK (insert_text_cb), NULL);
  g_signal_connect (text, "delete-text", G_CALLBACK (delete_text_cb), NULL);
  gtk_editable_set_enable_undo (entry, FALSE);
  gtk_text_set_buffer (text, GTK_ENTRY_BUFFER (self));
  return self;
}

KeelSecret *
keel_passphrase_buffer_dup (KeelPassphraseBuffer *self)
{
  return g_strdup (self->text);
}

void
keel_passphrase_buffer_set_shown (KeelPassphraseBuffer *self, gboolean shown)
{
  self->shown = shown;
}
