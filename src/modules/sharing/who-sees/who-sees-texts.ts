import { currentConsentText, type LegalGroundCode } from '#modules/knowledge'
import { dayWithYear } from '#shared/dates.ts'
import type { Keeper } from '../receipt-store.ts'

/** To the child itself, or about it: `call` is its given name. Held to plain Swedish by a test. */
export type ToldTo = { self: boolean; call: string }

export const notShared = ({ self, call }: ToldTo): readonly string[] => [
  'Det vi skriver bara för vårt eget arbete. Det finns kvar där vi arbetar, och du kan be att få läsa det.',
  `Det ${self ? 'du' : call} har berättat för bara en person.`,
  'Din adress och ditt telefonnummer. De visas inte för andra i planen.',
]

export const whatTheLawSays = ({ self, call }: ToldTo): readonly string[] => [
  'Ibland säger lagen att någon måste berätta något, till exempel för polisen eller socialtjänsten. Då behövs inget ja.',
  self
    ? 'Om det händer berättar vi det för dig, om det är tryggt.'
    : `Om det händer berättar vi det för er, om det är tryggt för ${call}.`,
  'Den som tror att ett barn far illa måste berätta det för socialtjänsten. Det går alltid före.',
  `Det ett ställe har fått läsa på rätt sätt får det behålla hos sig, ${self ? 'även om ett ja tas tillbaka' : 'också om ni ändrar er'}.`,
]

/** The family has the words of the question itself; a child reads who is asked, and whom it can tell. */
export const yesAndNo = (self: boolean, lead: string | undefined): readonly string[] =>
  self
    ? [
        'Ett ja betyder att ställena får dela det som står i frågan med varandra. Det är din familj som svarar, och ibland du.',
        'Det gäller till den dag som står här. Sedan slutar det av sig självt.',
        'Ett nej är helt okej, och ingen behöver säga varför. Du får samma hjälp som förut.',
        `Vill du att någon inte ska läsa mer? Säg det till ${lead ?? 'en vuxen som du litar på'}.`,
        'Då kan de inte läsa mer. Det de redan har läst vet de ju, och det de har skrivit hos sig finns kvar där.',
      ]
    : [...currentConsentText.yes, ...currentConsentText.no, ...currentConsentText.withdraw]

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
export const groundText = (ground: string | undefined, self = false): string | undefined =>
  self && ground === 'samtycke'
    ? familySaidYes
    : Object.entries(groundWords).find(([code]) => code === ground)?.[1]
const familySaidYes = 'Din familj har sagt ja.'

export const groundTexts: readonly string[] = [...Object.values(groundWords), familySaidYes]

export function keeperText({ changedOn, who }: Keeper): string {
  if (!who) return 'Vill du ha en kopia av planen, eller är något fel? Fråga den som håller i planen.'
  const where = who.name === who.authority ? who.name : `${who.name}, som hör till ${who.authority}`
  const plan = `Planen som du läser den, senast ändrad den ${dayWithYear(changedOn)},`
  return `${plan} förvaras hos ${where}. Fråga där om du vill ha en kopia, eller om något är fel.`
}
