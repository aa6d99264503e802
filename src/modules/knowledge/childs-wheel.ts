import type { PictogramName } from '#ui/pictograms.tsx'
import type { WheelArea } from './areas.ts'
import { proposal } from './content.ts'

/** One picture with what it can mean: both may be true at the same time. */
export type ChildsPicture = { picture: PictogramName; good: string; hard: string }

const of = (picture: PictogramName, good: string, hard: string): ChildsPicture => ({ picture, good, hard })

/** What a child can pick in each area, in the child's own person: a proposal, to be replaced by the county's own. */
const pictures: Readonly<Record<WheelArea, readonly ChildsPicture[]>> = {
  safety: [
    of('home', 'Jag är trygg hemma.', 'Jag är inte trygg hemma.'),
    of('school', 'Jag är trygg i skolan.', 'Jag är inte trygg i skolan.'),
    of('way', 'Jag är trygg på vägen.', 'Jag är rädd på vägen.'),
    of('telephone', 'Det är lugnt på nätet.', 'Någon är dum mot mig på nätet.'),
    of('adult', 'Jag har en vuxen att gå till.', 'Jag vet inte vem jag kan gå till.'),
  ],
  health: [
    of('bed', 'Jag sover gott.', 'Det är svårt att sova.'),
    of('food', 'Jag äter bra.', 'Det är svårt med maten.'),
    of('running', 'Jag gillar att röra på mig.', 'Jag orkar inte röra på mig.'),
    of('heart', 'Jag är ofta glad.', 'Jag är ofta ledsen eller orolig.'),
    of('plaster', 'Kroppen mår bra.', 'Jag har ont.'),
  ],
  development: [
    of('ball', 'Jag har något jag gillar att göra.', 'Jag har inget jag gillar att göra.'),
    of('bulb', 'Jag lär mig nya saker.', 'Det är svårt med nya saker.'),
    of('shirt', 'Jag klarar mycket själv.', 'Jag vill klara mer själv.'),
    of('talk', 'Jag kan säga vad jag vill.', 'Det är svårt att säga vad jag vill.'),
    of('colours', 'Jag får vara som jag är.', 'Jag får inte vara som jag är.'),
  ],
  learning: [
    of('school', 'Jag trivs i skolan.', 'Jag vill inte gå till skolan.'),
    of('book', 'Jag gillar att läsa.', 'Det är svårt att läsa.'),
    of('pencil', 'Jag hinner med.', 'Det går för fort.'),
    of('sound', 'Det är lugnt på lektionen.', 'Det är stökigt på lektionen.'),
    of('buoy', 'Jag får hjälp i skolan.', 'Jag får inte den hjälp jag vill ha i skolan.'),
  ],
  care: [
    of('morning', 'Det går bra på morgonen.', 'Det är jobbigt på morgonen.'),
    of('evening', 'Det är bra på kvällen.', 'Det är jobbigt på kvällen.'),
    of('ear', 'Någon lyssnar på mig.', 'Ingen lyssnar på mig.'),
    of('hug', 'Jag får tröst när jag är ledsen.', 'Jag är ensam när jag är ledsen.'),
    of('clock', 'De vuxna har tid med mig.', 'De vuxna har inte tid med mig.'),
  ],
  home: [
    of('home', 'Jag gillar att bo där jag bor.', 'Jag vill inte bo där jag bor.'),
    of('sound', 'Det är lugnt hemma.', 'Det är bråk hemma.'),
    of('armchair', 'Jag har en plats som är min.', 'Jag har ingen plats som är min.'),
    of('coins', 'Vi har det vi behöver.', 'Pengarna räcker inte.'),
    of('houses', 'Det går bra att bo på två ställen.', 'Det är svårt att bo på två ställen.'),
  ],
  relationships: [
    of('friends', 'Jag har en kompis.', 'Jag är ofta ensam.'),
    of('family', 'Vi har det bra i familjen.', 'Vi är osams i familjen.'),
    of('ball', 'Jag får vara med.', 'Jag får inte vara med.'),
    of('talk', 'Andra är snälla mot mig.', 'Någon är dum mot mig.'),
    of('heart', 'Någon tycker om mig.', 'Jag saknar någon.'),
  ],
}

export const childsPictures = { ...proposal('mitt-hjul-1', '2026-11-23'), areas: pictures }

/** Not to know, and not to want to answer, are answers too. */
export const childsOther = { dont_know: 'Vet inte', wont_say: 'Vill inte svara' } as const
export type ChildsOther = keyof typeof childsOther
