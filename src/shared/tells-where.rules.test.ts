import { describe, expect, it } from 'vitest'
import { seemsToTellWhere } from './tells-where.ts'

const tells = [
  'De bor på Storgatan 4 i Alvesta.',
  'Mamma nås på 070-174 06 05.',
  'Ring 0701740612 efter skolan',
  'Hennes nummer är +46 70 174 06 20',
  'Jobbet: 031-390 06 12, fråga efter Sara',
  'tel (031) 390 06 44',
  'Nå mig på 0046701740633.',
  '08 465 004 10 går också bra',
  '0980-319 200 till stugan',
  'Nummer noll sju noll ett sju fyra noll sex, sa hon.',
  'Adressen är Björkvägen 12 B',
  'De har flyttat till Växjö.',
  'Lisa bor hos mormor i Lessebo nu',
  'Han vet att hon bor i Ljungby',
  'Posten går till 342 30 Alvesta',
  'Skicka till Box 112',
  'c/o Holmgren',
  'Hon bor i lgh 1203',
  'portkod 4711',
  'Hämtas vid Furuskolan klockan 15',
  'Hon går på Glasängsskolan',
  'De vistas på Kvinnohuset',
  'storgatan 14, tredje våningen',
  'Vi sågs på Kungsgatan',
  'S:t Eriks gata 9',
  'Norra vägen 3',
  'Bussen stannar vid Linnégatan 2',
  'Drottning Kristinas väg 44',
  'Lilla Torget 1',
  'Hon har ett rum på Parkgränd 6',
  'Södra Esplanaden 5',
  'De gömmer sig i Lenhovda',
  'Pappa frågade om de bor kvar i Moheda',
  'sara.holmgren@example.se',
  'Se kartan: https://kartor.example/alvesta',
  'www.exempelskolan.se',
  '56.8990, 14.5560',
  'Telefon: 070 174 06 77',
  'Mobilnummer är hemligt men slutar på 77',
  'Hon bor utanför Åseda',
  'Huset ligger på Ängsstigen',
  'Vi möts i Sagabacken 7',
  'Familjen flyttade till Tingsryd i maj',
  'Adress: Skolallén 2',
  'Brogatan',
  'Kyrkvägen 8 C, 360 70 Åseda',
  'lägenhet 12 på Ekstigen',
  'Lisa hämtas på Gläntan varje dag',
  'Numera finns hon vid Havet, ett hem i Kalmar',
  'uppgång 3, Vallgatan',
]
const tellsNothing = [
  'Jag vill läsa en hel bok själv.',
  'Lisa hinner äta frukost och kommer innan det ringer in.',
  'Hon är ofta trött på måndagar.',
  'Vi ses den 24 november klockan 9.30.',
  'Bildschema varje morgon i tre veckor.',
  'Han hoppar till när en dörr slår igen.',
  'Mamma och pappa turas om.',
  'Hon läser 20 minuter varje kväll.',
  'Det har hänt 3 gånger sedan 2026-10-01.',
  'Jag vill ha någon att vara med på rasten.',
  'Lisa vill att mamma är med.',
  'Höga ljud kommer in i magen.',
  'Det går bättre nu.',
  'Följ upp om sex veckor.',
  'Hon ritar kartor över påhittade länder.',
  'Provet gick bra, 18 av 20 rätt.',
  'Han bor varannan vecka hos pappa.',
  'Hon tycker om att simma.',
  'Läraren skriver i kontaktboken.',
  'Ta det lugnt på morgonen.',
]

describe('text that may tell where somebody is', () => {
  it('is found, at least nineteen times in twenty', () => {
    const missed = tells.filter((text) => !seemsToTellWhere(text))
    expect(missed.length / tells.length, missed.join('\n')).toBeLessThanOrEqual(0.05)
  })

  it('and what tells nothing seldom stops anybody', () => {
    const stopped = tellsNothing.filter(seemsToTellWhere)
    expect(stopped.length, stopped.join('\n')).toBeLessThanOrEqual(2)
  })
})
