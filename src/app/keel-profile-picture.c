#include "config.h"

#include "keel-profile-picture.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *picture;
  const char *word;
} words[] = {
  /* Translators: this and what follows are small pictures that stand for a profile. */
  { "emoji-nature", N_ ("Leaf") },           { "weather-clear", N_ ("Sun") },
  { "weather-clear-night", N_ ("Moon") },    { "starred", N_ ("Star") },
  { "emblem-music", N_ ("Music") },          { "camera-photo", N_ ("Camera") },
  { "weather-few-clouds", N_ ("Cloud") },    { "applications-graphics", N_ ("Brush") },
  { "emoji-activities", N_ ("Ball") },       { "weather-snow", N_ ("Snowflake") },
  { "audio-headphones", N_ ("Headphones") }, { "accessories-dictionary", N_ ("Book") },
};

GtkWidget *
keel_profile_picture_new (const char *picture, const char *name, int size)
{
  const char *shown = picture != NULL ? picture : keel_profile_pictures[0];
  g_autofree char *icon = g_strconcat (shown, "-symbolic", NULL);

  return g_object_new (ADW_TYPE_AVATAR, "size", size, "text", name, "icon-name", icon, "show-initials", FALSE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

const char *
keel_profile_picture_describe (const char *picture)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_strcmp0 (words[i].picture, picture) == 0)
        return _ (words[i].word);
    }
  return _ ("Picture");
}

const char *
keel_profile_card_get_title (const KeelProfileCard *card)
{
  return card->settings->name != NULL ? card->settings->name : _ ("First profile");
}
