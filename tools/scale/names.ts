// Ordinary names for people who do not exist.

const given = [
  'Agnes Alice Alva Astrid Bilal Clara Ebba Edith Elin Elsa Emil Ester Felix Filip Freja Gabriel Greta Hanna Harry',
  'Hedda Hugo Ida Idris Ingrid Isak Ivar Jasmin Jonna Julia Kim Klara Leila Leon Liam Linnea Love Lovisa Ludvig',
  'Maja Malte Melvin Mira Moa Nadja Nils Nora Olle Oskar Otto Rania Saga Sam Selma Signe Sixten Stella Svea Tage',
  'Tuva Vera Viggo Vilja Walter Yasin Ylva Zara',
]
  .join(' ')
  .split(' ')

const family = [
  'Ahl Alm Backe Berg Björk Blom Borg Boström Brandt Dahl Ek Ekdal Engström Falk Fors Frisk Granath Grip Haddad Hall',
  'Hassan Hedin Holm Hult Ivarsson Jansson Karimi Kask Kvist Lind Ljung Lund Löv Malm Moberg Mård Nilsen Norrby Nyman',
  'Ojala Palm Quist Rask Roos Rydell Sahlin Salonen Sand Sjö Skog Stål Sund Svärd Tall Thor Ulander Vall Vinter Wiik',
  'Yilmaz Zand Åberg Åkerlund Älv Öberg Örn',
]
  .join(' ')
  .split(' ')

const pick = (list: readonly string[], n: number) => list[n % list.length] ?? ''

/** The same name for the same number; neighbours in number have different names. */
export const nameFor = (n: number) => ({
  given_name: pick(given, n),
  family_name: pick(family, n * 7 + (n >> 6)),
})
