import type { Area } from './area.tsx'
import type { Statement, WheelData } from './wheel-data.ts'

type Said = readonly (readonly [voiceId: string, text: string])[]

const statements = (kind: Statement['kind'], said: Said) =>
  said.map(([voiceId, text]): Statement => ({ voiceId, kind, text }))

const area = (name: Area, working: Said, challenging: Said) => ({
  area: name,
  statements: [...statements('working', working), ...statements('challenging', challenging)],
})

const who = {
  childName: 'Lisa',
  ageText: '8 år',
  voices: [
    { id: 'lisa', label: 'Lisa', shape: 'star' },
    { id: 'mamma', label: 'Mamma', shape: 'circle' },
    { id: 'pappa', label: 'Pappa', shape: 'square' },
    { id: 'skolan', label: 'Skolan', shape: 'triangle' },
  ],
} satisfies Partial<WheelData>

export const lisasWheel: WheelData = {
  ...who,
  areas: [
    area(
      'safety',
      [
        ['lisa', 'Hos mormor är det alltid lugnt.'],
        ['mamma', 'Lisa säger till när något känns fel.'],
        ['skolan', 'Lisa går till Omar när hon vill ha en vuxen.'],
      ],
      [
        ['lisa', 'Det är bråttom och bråkigt på morgonen.'],
        ['pappa', 'Hon blir orolig när veckan byter hem.'],
      ],
    ),
    area(
      'health',
      [
        ['lisa', 'Jag älskar att simma!'],
        ['pappa', 'Hon är frisk och rör sig mycket.'],
      ],
      [
        ['mamma', 'Svårt att somna på söndagar.'],
        ['skolan', 'Lisa är ofta trött före lunch.'],
      ],
    ),
    area(
      'development',
      [
        ['lisa', 'Jag kan vissla och knyta skorna.'],
        ['skolan', 'Ritar och berättar med många detaljer.'],
      ],
      [],
    ),
    area(
      'learning',
      [
        ['lisa', 'Matte är kul.'],
        ['skolan', 'Räknar säkert och förklarar för andra.'],
      ],
      [
        ['lisa', 'Bokstäverna hoppar.'],
        ['mamma', 'Läxan slutar ofta i tårar.'],
        ['skolan', 'Läsningen tar mycket kraft.'],
      ],
    ),
    area(
      'home',
      [
        ['lisa', 'Jag har eget rum på båda ställena.'],
        ['pappa', 'Morgnarna går bra hos oss.'],
      ],
      [
        ['lisa', 'Något är alltid kvar i det andra huset.'],
        ['mamma', 'Morgnarna är stressiga.'],
      ],
    ),
    area('relationships', [['lisa', 'Tuva är min bästis.']], [['lisa', 'Jag har ingen när Tuva är sjuk.']]),
  ],
}

export const lisasWheelInSeptember: WheelData = {
  ...who,
  areas: [
    area('safety', [['lisa', 'Jag är trygg hos mormor.']], [['lisa', 'Jag vill inte gå till skolan.']]),
    area('learning', [['lisa', 'Matte är okej.']], [['skolan', 'Läser sällan själv.']]),
    area('home', [], [['mamma', 'Morgnarna är stressiga.']]),
  ],
}
