#pragma once

#include <adwaita.h>

#include "core/keel-person.h"

G_BEGIN_DECLS

/* KeelPersonFields: what somebody is for the person, what was agreed with them, and the person's own notes
 * about themselves. */
#define KEEL_TYPE_PERSON_FIELDS (keel_person_fields_get_type ())
G_DECLARE_FINAL_TYPE (KeelPersonFields, keel_person_fields, KEEL, PERSON_FIELDS, AdwBin)

void keel_person_fields_show (KeelPersonFields *self, const KeelPerson *person);
/* Puts what is written into @person. FALSE: something cannot be; that is told, and the focus is there. */
gboolean keel_person_fields_read (KeelPersonFields *self, KeelPerson *person);

/* A row of a list for a day that may be left out; and what is in it: KEEL_PERSON_NO_DAY where nothing is.
 * FALSE, and told, where that is no day. */
void keel_person_fields_show_day (GtkEditable *row, gint64 day);
gboolean keel_person_fields_read_day (GtkEditable *row, gint64 *day);

/* For whoever is here for somebody else. */
void keel_person_fields_suit_family (KeelPersonFields *self);

G_END_DECLS
