// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/name_lists.h"

namespace liaison::demo {

const std::vector<std::string>& familyNames()
{
    static const std::vector<std::string> names = {
        "Albucher",   "Audebert",  "Bardou",  "Beyney",      "Bouyssou",   "Brachet",
        "Cantelaube", "Chadourne", "Chanut",  "Cournil",     "Coustillas", "Dalbavie",
        "Delbos",     "Desmaison", "Escande", "Faugère",     "Fonvielle",  "Gaillard",
        "Gonthier",   "Grangier",  "Jardel",  "Labrousse",   "Lacombe",    "Lafon",
        "Laroumagne", "Lescure",   "Magimel", "Malaurie",    "Marcillac",  "Mazières",
        "Monteil",    "Pasquet",   "Pouget",  "Puybareau",   "Queyroi",    "Reynal",
        "Rigaud",     "Sarlande",  "Soulhac", "Teyssandier", "Valade",     "Vergnolle"};
    return names;
}

const std::vector<std::string>& womensNames()
{
    static const std::vector<std::string> names = {
        "Andrée",   "Antoinette", "Berthe",   "Colette",    "Denise",  "Éliane",   "Fernande",
        "Gilberte", "Ginette",    "Huguette", "Jacqueline", "Josette", "Juliette", "Léone",
        "Lucette",  "Madeleine",  "Marcelle", "Marinette",  "Monique", "Paulette", "Pierrette",
        "Raymonde", "Renée",      "Rolande",  "Suzanne",    "Thérèse", "Yolande",  "Zélie"};
    return names;
}

const std::vector<std::string>& mensNames()
{
    static const std::vector<std::string> names = {
        "Albert", "Edmond",  "Émile",  "Fernand", "Gaston", "Georges", "Henri",   "Jean", "Lucien",
        "Marcel", "Maurice", "Michel", "Noël",    "Paul",   "Pierre",  "Raymond", "René", "Roger"};
    return names;
}

const std::vector<std::string>& daughtersNames()
{
    static const std::vector<std::string> names = {
        "Annie",    "Brigitte", "Catherine", "Chantal",  "Corinne", "Françoise", "Isabelle",
        "Laurence", "Martine",  "Nathalie",  "Patricia", "Sylvie",  "Valérie",   "Véronique"};
    return names;
}

const std::vector<std::string>& sonsNames()
{
    static const std::vector<std::string> names = {
        "Alain",  "Bernard",  "Bruno",   "Christian", "Didier",  "Dominique", "Éric",
        "Gilles", "Jean-Luc", "Laurent", "Marc",      "Patrick", "Philippe",  "Thierry"};
    return names;
}

const std::vector<Town>& towns()
{
    static const std::vector<Town> all = {{"Lalinde", "24150"},
                                          {"Lalinde", "24150"},
                                          {"Lalinde", "24150"},
                                          {"Couze-et-Saint-Front", "24150"},
                                          {"Mauzac-et-Grand-Castang", "24150"},
                                          {"Baneuil", "24150"},
                                          {"Badefols-sur-Dordogne", "24150"},
                                          {"Lanquais", "24150"},
                                          {"Varennes", "24150"},
                                          {"Cause-de-Clérans", "24150"},
                                          {"Pressignac-Vicq", "24150"},
                                          {"Saint-Capraise-de-Lalinde", "24150"},
                                          {"Trémolat", "24510"},
                                          {"Limeuil", "24510"},
                                          {"Le Buisson-de-Cadouin", "24480"},
                                          {"Alles-sur-Dordogne", "24480"},
                                          {"Molières", "24480"},
                                          {"Mouleydier", "24520"},
                                          {"Liorac-sur-Louyre", "24520"},
                                          {"Beaumontois-en-Périgord", "24440"}};
    return all;
}

const std::vector<std::string>& streets()
{
    static const std::vector<std::string> names = {
        "rue des Tilleuls",      "rue du Lavoir",     "rue de la Fontaine", "rue des Remparts",
        "rue du Four",           "place de l’Église", "place de la Halle",  "avenue de la Gare",
        "rue des Martyrs",       "rue du Port",       "rue des Jardins",    "impasse des Acacias",
        "rue de l’Ancien Canal", "route de Bergerac", "rue du Moulin",      "chemin de Halage"};
    return names;
}

const std::vector<std::string>& hamlets()
{
    static const std::vector<std::string> names = {
        "La Borie Basse", "Les Maurilloux", "Le Bourg",      "La Grave",       "Les Pécoulies",
        "La Font Haute",  "Le Cluzeau",     "La Peyrière",   "Les Guillaumes", "Le Roc",
        "La Métairie",    "Les Combes",     "Lagrange Neuve"};
    return names;
}

const std::vector<std::string>& doctors()
{
    static const std::vector<std::string> names = {"Dr Anne Bastier",   "Dr Paul Chassaing",
                                                   "Dr Marion Estève",  "Dr Olivier Roudier",
                                                   "Dr Claude Ferrand", "Dr Lise Tournier"};
    return names;
}

}  // namespace liaison::demo
