#pragma once

#include <gio/gio.h>

#include "keel-block.h"
#include "keel-wheel.h"

G_BEGIN_DECLS

/*
 * KeelMilestoneCard: a milestone as a small picture: a coin above still water, what it stands for, and a line
 * in the person's own words. It names nobody and no program: whoever finds it learns a number of days.
 * Screen, picture and paper draw the same, and the ground is white as paper is.
 */
typedef struct
{
  char *number; /* nullable: "30", on the coin; NULL: a tick is */
  char *unit;   /* nullable: "days", below it */
  char *title;  /* "30 days", "First meeting": what it stands for */
  char *line;   /* nullable: a line in the person's own words */
  char *date;   /* nullable: "22 November 2026" */
  KeelWheelColour colour;
} KeelMilestoneCard;

/* Of its width. */
#define KEEL_MILESTONE_CARD_HEIGHT 0.75

KeelMilestoneCard *keel_milestone_card_new (const char *title);
KeelMilestoneCard *keel_milestone_card_copy (const KeelMilestoneCard *self);
void keel_milestone_card_free (KeelMilestoneCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelMilestoneCard, keel_milestone_card_free)

/* Into a rectangle that begins at 0, 0. @risen: how far the coin has come out of the water, 0 to 1. */
void keel_milestone_card_draw (const KeelMilestoneCard *self, cairo_t *cr, PangoContext *context,
                               double width, double height, double risen);

/* What it says to those who do not see it: its words, line by line. Transfer full. */
char *keel_milestone_card_describe (const KeelMilestoneCard *self);

/* A PNG that is @width pixels wide, and says nothing beside the picture. NULL with a G_IO_ERROR where there
 * is not enough memory. Transfer full. */
GBytes *keel_milestone_card_to_png (const KeelMilestoneCard *self, PangoContext *context, int width,
                                    GError **error);

/* A card, whole on one page, with a hairline around it to cut along. */
KeelBlock *keel_milestone_block_new (const KeelMilestoneCard *card);

G_END_DECLS
