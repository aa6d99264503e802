import { message } from '#ui/message.ts'
import { type Content, proposal } from './content.ts'

// What families and staff read before they decide. Own wording until the county and its lawyers give theirs.
// A later wording is a new entry in the list: what somebody has said yes to is never taken away.

export type ConsentText = Content & {
  title: string
  about: readonly string[]
  yes: readonly string[]
  no: readonly string[]
  withdraw: readonly string[]
}

const consent1: ConsentText = {
  ...proposal('samtycke-1', '2026-11-22'),
  title: message('Får vi dela det här?'),
  about: [
    message(
      'Vi som möter ert barn har tystnadsplikt. Därför frågar vi er innan vi berättar något för varandra.',
    ),
    message('Ni ser vilka som får veta, vad de får veta, varför och hur länge. Stryk det ni inte vill dela.'),
    message('Bara det som behövs delas, bara det som hör dit, och inte mer än så.'),
  ],
  yes: [
    message('Säger ni ja får de här ställena dela det som står på sidan med varandra.'),
    message('Det gäller till den dag som står där. Sedan slutar det av sig självt.'),
  ],
  no: [
    message('Säger ni nej delas ingenting. Det är helt okej, och ni behöver inte säga varför.'),
    message('Ert barn får samma hjälp som förut här hos oss.'),
  ],
  withdraw: [
    message(
      'Ni kan ändra er när ni vill. Gör det här på sidan, eller ring den som är Barnets bästa-ansvarig.',
    ),
    message(
      'Då kan de inte läsa mer. Det de redan har läst vet de ju, och det de har skrivit hos sig finns kvar där.',
    ),
  ],
}

export const currentConsentText = consent1
const consentTexts = [consent1]

/** The text that was shown when the answer was given. */
export const consentText = (version: string): ConsentText | undefined =>
  consentTexts.find((text) => text.version === version)

export type Text = Content & { title: string; paragraphs: readonly string[] }

const text = (version: string, title: string, paragraphs: readonly string[]): Text => ({
  ...proposal(version, '2026-11-22'),
  title,
  paragraphs,
})

export const familyInformation = text('om-modellen-1', 'Så arbetar vi i Kronoberg', [
  'I Kronoberg hjälps vi åt runt barn. Skola, vård, socialtjänst, polis och föreningar arbetar på samma sätt. Det kallas Kronobarnsmodellen.',
  'Det finns alltid en person som ni kan vända er till. Den heter Barnets bästa-ansvarig. För de små är det barnmorskan eller BVC, sedan är det rektor.',
  'Vi frågar vad som fungerar och vad som är utmanande. Ni och ert barn vet saker som ingen annan vet.',
  'Ni är med och bestämmer. Vi frågar er innan vi delar något. Ibland säger lagen att vi måste berätta ändå. Då säger vi det till er, om det är tryggt för barnet.',
  'Behövs det flera ses vi och gör en plan ihop. Den heter Barnets plan. Ni kan läsa den när ni vill.',
])

/** The model's own rule, in three words; how each is explained is our proposal. */
export const goldenRule = {
  ...text('gyllene-regeln-1', 'Gyllene regeln', [
    message('Bara det som behövs, bara det som hör dit, och inte mer än så.'),
  ]),
  words: [
    { code: 'necessary', sv: 'nödvändig', question: 'Varför behöver de veta det här?' },
    { code: 'relevant', sv: 'relevant', question: 'Hör det till det som vi ska göra tillsammans?' },
    { code: 'proportionate', sv: 'proportionerlig', question: 'Räcker det med mindre?' },
  ],
} as const

export const reportReminder = text('orosanmalan-1', message('Tror du att barnet far illa?'), [
  message('Då gör du själv en orosanmälan, nu. Du behöver inte vara säker.'),
  message(
    'Att skriva här räcker inte. Det räcker inte heller att berätta för den som är Barnets bästa-ansvarig.',
  ),
  message('Prata inte först med en vuxen som kan ha skadat barnet.'),
  message('Vi sparar inte om du läser det här eller ringer.'),
])

export const whatKronobarnIs = text('vad-kronobarn-ar-1', message('Det här är Kronobarn'), [
  message('Ett gemensamt sätt att uppmärksamma, prata och hjälpas åt runt ett barn.'),
  message('En karta över vem som gör vad och när, som barnet och familjen kan läsa.'),
  message('Ett sätt att göra det vi redan kan, i rätt ordning och tillsammans.'),
])

export const whatKronobarnIsNot = text('vad-kronobarn-inte-ar-1', message('Det här är Kronobarn inte'), [
  message('Inte en orosanmälan, och inte socialtjänstens utredning.'),
  message('Inte en journal, och inte ett register över oro.'),
  message('Inga poäng, inga färger för bra eller dåligt, ingen gissning om hur det ska gå.'),
  message('Inte att alla ska göra allt, och inte att en person ska bära allt själv.'),
])

/** What a guardian or a child may read; each is held to plain Swedish by a test. */
export const familyTexts: readonly Text[] = [
  familyInformation,
  goldenRule,
  whatKronobarnIs,
  whatKronobarnIsNot,
]
