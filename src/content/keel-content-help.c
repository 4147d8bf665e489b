#include "keel-content-documents.h"

const KeelHelpLines *
keel_content_get_help_lines (KeelContent *self, const char *country)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_help_book_find_lines (keel_content_get_help_book (self), country);
}

const GPtrArray *
keel_content_get_help_countries (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_help_book_get_countries (keel_content_get_help_book (self));
}

const GPtrArray *
keel_content_get_safety_pages (KeelContent *self)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_help_book_get_safety_pages (keel_content_get_help_book (self));
}

const KeelSafetyPage *
keel_content_find_safety_page (KeelContent *self, const char *id)
{
  g_return_val_if_fail (KEEL_IS_CONTENT (self), NULL);

  return keel_help_book_find_safety_page (keel_content_get_help_book (self), id);
}
