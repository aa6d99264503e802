import { currentConsentText, type LegalGroundCode } from '#modules/knowledge'
import { dayWithYear } from '#shared/dates.ts'
import { message } from '#ui/message.ts'
import { say } from '#ui/say.tsx'
import type { Keeper } from '../receipt-store.ts'

/** To the child itself, or about it: `call` is its given name. Held to plain Swedish by a test. */
export type ToldTo = { self: boolean; call: string }

export const notShared = ({ self, call }: ToldTo): readonly string[] => [
  say(
    'Det vi skriver bara för vårt eget arbete. Det finns kvar där vi arbetar, och du kan be att få läsa det.',
  ),
  self
    ? say('Det du har berättat för bara en person.')
    : say('Det {name} har berättat för bara en person.', { name: call }),
  say('Din adress och ditt telefonnummer. De visas inte för andra i planen.'),
]

export const whatTheLawSays = ({ self, call }: ToldTo): readonly string[] => [
  say(
    'Ibland säger lagen att någon måste berätta något, till exempel för polisen eller socialtjänsten. Då behövs inget ja.',
  ),
  self
    ? say('Om det händer berättar vi det för dig, om det är tryggt.')
    : say('Om det händer berättar vi det för er, om det är tryggt för {name}.', { name: call }),
  say('Den som tror att ett barn far illa måste berätta det för socialtjänsten. Det går alltid före.'),
  self
    ? say('Det ett ställe har fått läsa på rätt sätt får det behålla hos sig, även om ett ja tas tillbaka.')
    : say('Det ett ställe har fått läsa på rätt sätt får det behålla hos sig, också om ni ändrar er.'),
]

/** The family has the words of the question itself; a child reads who is asked, and whom it can tell. */
export const yesAndNo = (self: boolean, lead: string | undefined): readonly string[] =>
  self
    ? [
        say(
          'Ett ja betyder att ställena får dela det som står i frågan med varandra. Det är din familj som svarar, och ibland du.',
        ),
        say('Det gäller till den dag som står här. Sedan slutar det av sig självt.'),
        say('Ett nej är helt okej, och ingen behöver säga varför. Du får samma hjälp som förut.'),
        lead
          ? say('Vill du att någon inte ska läsa mer? Säg det till {name}.', { name: lead })
          : say('Vill du att någon inte ska läsa mer? Säg det till en vuxen som du litar på.'),
        say(
          'Då kan de inte läsa mer. Det de redan har läst vet de ju, och det de har skrivit hos sig finns kvar där.',
        ),
      ]
    : [...currentConsentText.yes, ...currentConsentText.no, ...currentConsentText.withdraw].map((text) =>
        say(text),
      )

const groundWords: Readonly<Record<LegalGroundCode, string>> = {
  samtycke: message('Ni har sagt ja.'),
  ej_men: message('Det skadar ingen att de vet.'),
  nodvandigt_egen: message('Vi behöver berätta det för att göra vårt arbete.'),
  halsa_social_underarig: message(
    'Ett barn behöver hjälp. Då får vården och socialtjänsten berätta för varandra.',
  ),
  emi_elevhalsa: message('Ett barn behöver stöd. Då får skolsköterskan berätta för resten av elevhälsan.'),
  generalklausul: message('Det var mycket viktigare att berätta än att låta bli.'),
  uppgiftsskyldighet: message('En lag säger att vi ska berätta.'),
  polis_forebygg: message('Polisen behöver veta för att hindra ett brott.'),
  nod: message('Det var akut fara.'),
}

/** Why somebody may read, in plain words; undefined for what needs no reason, such as the family’s own reading. */
export const groundText = (ground: string | undefined, self = false): string | undefined =>
  self && ground === 'samtycke' ? say(familySaidYes) : said(ground)

function said(ground: string | undefined): string | undefined {
  const words = Object.entries(groundWords).find(([code]) => code === ground)?.[1]
  return words && say(words)
}
const familySaidYes = message('Din familj har sagt ja.')

export const groundTexts: readonly string[] = [...Object.values(groundWords), familySaidYes]

export function keeperText({ changedOn, who }: Keeper): string {
  if (!who) return say('Vill du ha en kopia av planen, eller är något fel? Fråga den som håller i planen.')
  const day = dayWithYear(changedOn)
  const kept =
    who.name === who.authority
      ? say('Planen som du läser den, senast ändrad den {day}, förvaras hos {unit}.', { day, unit: who.name })
      : say(
          'Planen som du läser den, senast ändrad den {day}, förvaras hos {unit}, som hör till {authority}.',
          { day, unit: who.name, authority: who.authority },
        )
  return `${kept} ${say('Fråga där om du vill ha en kopia, eller om något är fel.')}`
}
