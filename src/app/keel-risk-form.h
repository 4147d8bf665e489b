#pragma once

#include <adwaita.h>

#include "keel-session-care.h"

G_BEGIN_DECLS

/* KeelRiskForm: a high-risk date to make or to change, and what will help on it. */
#define KEEL_TYPE_RISK_FORM (keel_risk_form_get_type ())
G_DECLARE_FINAL_TYPE (KeelRiskForm, keel_risk_form, KEEL, RISK_FORM, AdwBin)

/* @care has the if-then plans and the people to choose from. */
KeelRiskForm *keel_risk_form_new (KeelSession *session, const KeelCare *care);
void keel_risk_form_show (KeelRiskForm *self, const KeelRiskDate *date);
/* FALSE, and it is told at its place, where something is missing. */
gboolean keel_risk_form_read (KeelRiskForm *self, KeelRiskDate *date);

G_END_DECLS
