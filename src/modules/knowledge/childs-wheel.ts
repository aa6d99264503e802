import { message } from '#ui/message.ts'
import type { PictogramName } from '#ui/pictograms.tsx'
import type { WheelArea } from './areas.ts'
import { proposal } from './content.ts'

/** One picture with what it can mean: both may be true at the same time. */
export type ChildsPicture = { picture: PictogramName; good: string; hard: string }

const of = (picture: PictogramName, good: string, hard: string): ChildsPicture => ({ picture, good, hard })

/** What a child can pick in each area, in the child's own person: a proposal, to be replaced by the county's own. */
const pictures: Readonly<Record<WheelArea, readonly ChildsPicture[]>> = {
  safety: [
    of('home', message('Jag är trygg hemma.'), message('Jag är inte trygg hemma.')),
    of('school', message('Jag är trygg i skolan.'), message('Jag är inte trygg i skolan.')),
    of('way', message('Jag är trygg på vägen.'), message('Jag är rädd på vägen.')),
    of('telephone', message('Det är lugnt på nätet.'), message('Någon är dum mot mig på nätet.')),
    of('adult', message('Jag har en vuxen att gå till.'), message('Jag vet inte vem jag kan gå till.')),
  ],
  health: [
    of('bed', message('Jag sover gott.'), message('Det är svårt att sova.')),
    of('food', message('Jag äter bra.'), message('Det är svårt med maten.')),
    of('running', message('Jag gillar att röra på mig.'), message('Jag orkar inte röra på mig.')),
    of('heart', message('Jag är ofta glad.'), message('Jag är ofta ledsen eller orolig.')),
    of('plaster', message('Kroppen mår bra.'), message('Jag har ont.')),
  ],
  development: [
    of('ball', message('Jag har något jag gillar att göra.'), message('Jag har inget jag gillar att göra.')),
    of('bulb', message('Jag lär mig nya saker.'), message('Det är svårt med nya saker.')),
    of('shirt', message('Jag klarar mycket själv.'), message('Jag vill klara mer själv.')),
    of('talk', message('Jag kan säga vad jag vill.'), message('Det är svårt att säga vad jag vill.')),
    of('colours', message('Jag får vara som jag är.'), message('Jag får inte vara som jag är.')),
  ],
  learning: [
    of('school', message('Jag trivs i skolan.'), message('Jag vill inte gå till skolan.')),
    of('book', message('Jag gillar att läsa.'), message('Det är svårt att läsa.')),
    of('pencil', message('Jag hinner med.'), message('Det går för fort.')),
    of('sound', message('Det är lugnt på lektionen.'), message('Det är stökigt på lektionen.')),
    of('buoy', message('Jag får hjälp i skolan.'), message('Jag får inte den hjälp jag vill ha i skolan.')),
  ],
  care: [
    of('morning', message('Det går bra på morgonen.'), message('Det är jobbigt på morgonen.')),
    of('evening', message('Det är bra på kvällen.'), message('Det är jobbigt på kvällen.')),
    of('ear', message('Någon lyssnar på mig.'), message('Ingen lyssnar på mig.')),
    of('hug', message('Jag får tröst när jag är ledsen.'), message('Jag är ensam när jag är ledsen.')),
    of('clock', message('De vuxna har tid med mig.'), message('De vuxna har inte tid med mig.')),
  ],
  home: [
    of('home', message('Jag gillar att bo där jag bor.'), message('Jag vill inte bo där jag bor.')),
    of('sound', message('Det är lugnt hemma.'), message('Det är bråk hemma.')),
    of('armchair', message('Jag har en plats som är min.'), message('Jag har ingen plats som är min.')),
    of('coins', message('Vi har det vi behöver.'), message('Pengarna räcker inte.')),
    of(
      'houses',
      message('Det går bra att bo på två ställen.'),
      message('Det är svårt att bo på två ställen.'),
    ),
  ],
  relationships: [
    of('friends', message('Jag har en kompis.'), message('Jag är ofta ensam.')),
    of('family', message('Vi har det bra i familjen.'), message('Vi är osams i familjen.')),
    of('ball', message('Jag får vara med.'), message('Jag får inte vara med.')),
    of('talk', message('Andra är snälla mot mig.'), message('Någon är dum mot mig.')),
    of('heart', message('Någon tycker om mig.'), message('Jag saknar någon.')),
  ],
}

export const childsPictures = { ...proposal('mitt-hjul-1', '2026-11-23'), areas: pictures }

/** Not to know, and not to want to answer, are answers too. */
export const childsOther = {
  dont_know: message('Vet inte'),
  wont_say: message('Vill inte svara'),
} as const
export type ChildsOther = keyof typeof childsOther
