#include "keel-private-text.h"

void
keel_private_text_mark (GtkEditable *editable)
{
  GtkEditable *text = gtk_editable_get_delegate (editable);

  gtk_text_set_input_hints (GTK_TEXT (text),
                            gtk_text_get_input_hints (GTK_TEXT (text)) | GTK_INPUT_HINT_PRIVATE);
}
