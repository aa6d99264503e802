import type { LegalGroundCode } from '#modules/knowledge'
import type { Keeper } from '../receipt-store.ts'

/** What is true whatever the family says: held to plain Swedish by a test. `call` is the child's given name. */
export const notShared = (call: string): readonly string[] => [
  'Det vi skriver bara för vårt eget arbete. Det finns kvar där vi arbetar, och du kan be att få läsa det.',
  `Det ${call} har berättat för bara en person.`,
  'Din adress och ditt telefonnummer. De visas inte för andra i planen.',
]

export const whatTheLawSays = (call: string): readonly string[] => [
  'Ibland säger lagen att någon måste berätta något, till exempel för polisen eller socialtjänsten. Då behövs inget ja.',
  `Om det händer berättar vi det för er, om det är tryggt för ${call}.`,
  'Den som tror att ett barn far illa måste berätta det för socialtjänsten. Det går alltid före.',
  'Det ett ställe har fått läsa på rätt sätt får det behålla hos sig, också om ni ändrar er.',
]

const groundWords: Readonly<Record<LegalGroundCode, string>> = {
  samtycke: 'Ni har sagt ja.',
  ej_men: 'Det skadar ingen att de vet.',
  nodvandigt_egen: 'Vi behöver berätta det för att göra vårt arbete.',
  halsa_social_underarig: 'Ett barn behöver hjälp. Då får vården och socialtjänsten berätta för varandra.',
  emi_elevhalsa: 'Ett barn behöver stöd. Då får skolsköterskan berätta för resten av elevhälsan.',
  generalklausul: 'Det var mycket viktigare att berätta än att låta bli.',
  uppgiftsskyldighet: 'En lag säger att vi ska berätta.',
  polis_forebygg: 'Polisen behöver veta för att hindra ett brott.',
  nod: 'Det var akut fara.',
}

/** Why somebody may read, in plain words; undefined for what needs no reason, such as the family’s own reading. */
export const groundText = (ground: string | undefined): string | undefined =>
  Object.entries(groundWords).find(([code]) => code === ground)?.[1]

export const groundTexts: readonly string[] = Object.values(groundWords)

export const keeperText = ({ name, authority }: Keeper): string =>
  name === authority
    ? `Planen förvaras hos ${name}.`
    : `Planen förvaras hos ${name}, som hör till ${authority}.`

export const keeping = 'Det är där man frågar om man vill ha en kopia, eller om något är fel.'
