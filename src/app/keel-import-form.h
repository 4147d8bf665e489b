#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelImportForm: how a file is to be imported: the list's name, its program, the zone of meetings that name
 * none, a formats file. Programs and zones are chosen on pages of their own.
 *
 * Signal: "turned", when another of its pages shows.
 */
#define KEEL_TYPE_IMPORT_FORM (keel_import_form_get_type ())
G_DECLARE_FINAL_TYPE (KeelImportForm, keel_import_form, KEEL, IMPORT_FORM, AdwBin)

void keel_import_form_set_session (KeelImportForm *self, KeelSession *session);
/* The name of a file, or an address; transfer full. */
char *keel_import_form_name_file (GFile *file);
void keel_import_form_show_file (KeelImportForm *self, GFile *file, guint position, guint n_files);
void keel_import_form_choose_program (KeelImportForm *self);
gboolean keel_import_form_is_choosing (KeelImportForm *self);
void keel_import_form_go_back (KeelImportForm *self); /* from a choice to the options */
/* What is in @choice belongs to the form. */
void keel_import_form_fill_choice (KeelImportForm *self, KeelImportChoice *choice);
/* What is chosen and typed, to be put back later: a{sv}. Not which file it is for. */
GVariant *keel_import_form_save (KeelImportForm *self); /* floating */
void keel_import_form_restore (KeelImportForm *self, GVariant *saved);

G_END_DECLS
