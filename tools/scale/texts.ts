// What is written about children who do not exist: of ordinary length, and the same for all.

export const bodies = {
  noticing: {
    sentence: 'Kommer ofta sent på morgonen och säger att det är bråttom hemma.',
    working: 'Räknar säkert, hjälper andra och skrattar mycket med sina vänner.',
    challenging: 'Är trött före lunch och går undan när det är många i rummet.',
  },
  statement: {
    working: 'Det är lugnt hos mormor, och på fritids finns det alltid någon att vara med.',
    challenging: 'Det är bråttom och bråkigt på morgonen, och då orkar man inte läsa sedan.',
  },
  analysis: {
    text: 'Mycket bär: två hem som vill väl, vänner, matten. Morgnarna tar kraft, och då orkar ingen läsa.',
    reason: 'Läsningen klarar skolan. För morgnarna behövs fler.',
  },
  consent: { purpose: 'Lugna morgnar i båda hemmen och ork att läsa.' },
} as const

export const planTexts = {
  goals: [
    { words: 'Jag vill att det ska vara lugnt på morgonen.', better: 'Hinner äta frukost och kommer i tid.' },
    { words: 'Jag vill läsa en hel bok själv.', better: 'Väljer en bok och läser klart den.' },
    {
      words: 'Jag vill ha någon att vara med på rasten.',
      better: 'Säger själv att det finns någon att leka med.',
    },
  ],
  action: (place: number) => ({
    what: `Insats ${place + 1}: samma morgonbilder i båda hemmen, och en lugn start i skolan`,
    who: 'Mamma och pappa, med hjälp av Familjestöd',
    when: 'Varje skoldag',
    toChild: 'Du har samma bilder hos mamma och pappa. De visar vad som kommer sen.',
  }),
  ifWorse: { text: 'Ring rektor. Vi väntar inte till nästa möte. Då ses vi inom en vecka.' },
} as const

const entries = {
  compulsory_school: ['Vi är skolan där barnet går varje dag.', ['school', 'friends']],
  pupil_health: ['Vi följer hur eleverna mår, sover och äter.', ['sleep', 'food', 'sadness']],
  social_services: ['Vi stöttar familjer hemma, när morgnar och kvällar är svåra.', ['home', 'sleep']],
} as const

export type SeededKind = keyof typeof entries

/** What a unit says of itself in the directory. */
export const entryOf = (kind: SeededKind) => ({
  mission: entries[kind][0],
  can: 'Vi lyssnar, ger råd och är med på möten. Vi kan börja inom två veckor.',
  cannot: 'Vi kan inte ta över det som någon annan ansvarar för.',
  from_age: 6,
  to_age: 19,
  hours: 'Vardagar 8 till 16',
  asking: 'Ring och fråga. Barnet behöver inte nämnas.',
  needs: [...entries[kind][1]],
  proposal: false,
})
