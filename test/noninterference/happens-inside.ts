import { lisasMatter } from '#test/arrange.ts'
import { engagementOf, id, lisa } from '#test/world.ts'
import { beginMatter, carries, type Happening, isOne, isOpenTo, partOf } from './county.ts'
import { inThreeMonths, put, say, sealed, show, waits, wall, writeItem, yesterday } from './rows.ts'

// What is written and asked within the carrying unit, and between it and others.

const noticing = async (name: string, by: 'birgit' | 'sara' | 'petra', unit: string) => {
  const item = await writeItem({
    name,
    kind: 'noticing',
    by,
    unit,
    body: { sentence: 'Lisa är trött på morgnarna.' },
  })
  await put('noticing', {
    child_id: lisa,
    item_id: item,
    to_unit_id: id('furuskolan'),
    sender_id: id(by),
    sender_engagement_id: by === 'sara' ? null : engagementOf(by),
    on_behalf: false,
    areas: ['home'],
    sent_at: yesterday,
  })
  await put('noticing_handling', {
    child_id: lisa,
    item_id: item,
    unit_id: id('furuskolan'),
    matter_id: lisasMatter,
  })
  await waits(`task ${name}`, 'receive_noticing', 'maja', item)
  return item
}

export const inside: Readonly<Record<string, Happening>> = {
  'the matter opens': {
    happens: beginMatter,
    early: true,
    noticedBy: carries,
  },
  'a work note': {
    happens: () =>
      writeItem({
        name: 'note',
        kind: 'work_note',
        by: 'maja',
        body: { text: 'Ringde mamma, ringer igen.' },
      }),
    noticedBy: carries,
  },
  'what Lisa told Petra only': {
    happens: () =>
      say({
        name: 'confidence',
        by: 'petra',
        readers: 'told',
        voice: 'child',
        speaker: 'lisaSelf',
        area: 'home',
        words: 'Jag sover hos mormor',
      }),
    fits: ({ petra }) => petra !== 'none',
    noticedBy: isOne('petra'),
  },
  'what Lisa wrote with Petra beside her, for Petra only': {
    happens: async () => {
      const item = await say({
        name: 'told beside',
        by: 'lisaSelf',
        readers: 'told',
        toldTo: 'petra',
        voice: 'child',
        speaker: 'lisaSelf',
        area: 'home',
        words: 'Jag vill bo hos mormor',
      })
      await waits('task told beside', 'read_statement', 'petra', item)
    },
    fits: ({ petra }) => petra === 'work',
    noticedBy: isOne('petra'),
  },
  'what Lisa wrote with Maja beside her, for Maja only': {
    happens: async () => {
      const item = await say({
        name: 'told beside maja',
        by: 'lisaSelf',
        readers: 'told',
        toldTo: 'maja',
        voice: 'child',
        speaker: 'lisaSelf',
        area: 'home',
        words: 'Jag är rädd för hunden',
      })
      await waits('task told beside maja', 'read_statement', 'maja', item)
    },
    noticedBy: (who) => who === 'maja' || who === 'lisaBeside',
  },
  'what Lisa wrote with Petra beside her, who knows her no longer': {
    happens: () =>
      say({
        name: 'told and left',
        by: 'lisaSelf',
        readers: 'told',
        toldTo: 'petra',
        voice: 'child',
        speaker: 'lisaSelf',
        area: 'home',
        words: 'Jag vill bo hos mormor',
      }),
    fits: ({ petra }) => petra === 'none',
    // That something waits for Lisa to say who may read it; beside an adult she is asked.
    noticedBy: (who, county) => carries(who, county) || who === 'lisaBeside',
  },
  'what Lisa told the school': {
    happens: () =>
      say({
        name: 'told school',
        by: 'maja',
        voice: 'child',
        speaker: 'lisaSelf',
        words: 'Jag gillar musiken',
      }),
    noticedBy: carries,
  },
  'what Petra has seen': {
    happens: () =>
      say({
        name: 'petras view',
        by: 'petra',
        voice: 'professional',
        speaker: 'petra',
        words: 'Lisa läser gärna',
      }),
    noticedBy: (who, county) => carries(who, county) || (who === 'petra' && county.petra !== 'none'),
  },
  'what Sara says about home': {
    happens: () =>
      say({
        name: 'saras view',
        by: 'sara',
        readers: 'meeting',
        voice: 'guardian',
        speaker: 'sara',
        area: 'home',
        words: 'Frukosten är lugn',
      }),
    noticedBy: (who, county) => carries(who, county) || who === 'sara',
  },
  'something that Sara is shown': {
    happens: async () => {
      const item = await say({
        name: 'for sara',
        by: 'maja',
        readers: 'everyone',
        voice: 'professional',
        speaker: 'maja',
        words: 'Lisa ritar',
      })
      await show({ name: 'shown to sara', to: { person: 'sara' }, item })
    },
    noticedBy: (who, county) => carries(who, county) || (who === 'sara' && isOpenTo('sara', county)),
  },
  'something that Familjestöd is shown': {
    happens: async () => {
      const item = await say({
        name: 'for ali',
        by: 'maja',
        readers: 'meeting',
        voice: 'professional',
        speaker: 'maja',
        words: 'Lisa bygger',
      })
      await show({ name: 'shown to ali', to: { unit: 'familjestod' }, item })
    },
    noticedBy: (who, county) =>
      carries(who, county) || (who === 'ali' && ['own', 'whole'].includes(partOf('ali', county))),
  },
  'a noticing from BVC': {
    happens: async () => {
      const item = await noticing('noticed by birgit', 'birgit', 'bvc')
      await show({ name: 'birgit shows', to: { unit: 'furuskolan' }, item, by: 'birgit', from: 'bvc' })
    },
    noticedBy: (who, county) => carries(who, county) || who === 'birgit',
  },
  'a noticing from Sara': {
    happens: () => noticing('noticed by sara', 'sara', 'furuskolan'),
    noticedBy: (who, county) => carries(who, county) || who === 'sara',
  },
  'a noticing from Petra': {
    happens: () => noticing('noticed by petra', 'petra', 'furuskolan'),
    noticedBy: (who, county) => carries(who, county) || who === 'petra',
  },
  'a question to BVC': {
    happens: async () => {
      const item = await writeItem({
        name: 'question',
        kind: 'source_question',
        by: 'maja',
        body: { question: 'Hur var det när Lisa var liten?' },
      })
      await put('source_question', {
        child_id: lisa,
        item_id: item,
        matter_id: lisasMatter,
        from_unit_id: id('furuskolan'),
        to_unit_id: id('bvc'),
        area: 'development',
        due_on: '2026-12-01',
      })
      await show({ name: 'question shown', to: { unit: 'bvc' }, item })
      await put('assignment', {
        child_id: lisa,
        id: id('birgit is asked'),
        kind: 'party',
        engagement_id: engagementOf('birgit'),
        secrecy_unit_id: wall('bvc'),
        given_by: id('maja'),
        valid_from: yesterday,
        valid_to: inThreeMonths,
      })
      await waits('task question', 'answer_question', 'birgit', item)
    },
    noticedBy: (who, county) => carries(who, county) || who === 'birgit',
  },
  'a hand-over that is being prepared': {
    happens: () => handover('prepared'),
    noticedBy: carries,
  },
  'support in the school': {
    happens: async () => {
      const item = await writeItem({
        name: 'support',
        kind: 'support',
        by: 'maja',
        body: { what: 'Läsa tillsammans i det lilla rummet' },
      })
      await put('support', {
        child_id: lisa,
        item_id: item,
        matter_id: lisasMatter,
        engagement_id: engagementOf('maja'),
        review_on: '2026-12-20',
      })
    },
    noticedBy: carries,
  },
  'an important adult': {
    happens: async () =>
      put('important_adult', {
        child_id: lisa,
        id: id('grandmother'),
        body: await sealed('important_adult', id('grandmother'), {
          name: 'Mormor Britt',
          relation: 'mormor',
        }),
        added_by: id('maja'),
        added_at: yesterday,
      }),
    noticedBy: carries,
  },
}

/** The whole matter is to go to the reception. */
export async function handover(state: 'prepared' | 'offered') {
  await put('handover', {
    child_id: lisa,
    id: id('handover'),
    matter_id: lisasMatter,
    from_unit_id: id('furuskolan'),
    to_unit_id: id('mottagning'),
    state,
    legal_ground: state === 'offered' ? 'nodvandigt_egen' : null,
    body: await sealed('handover', id('handover'), { why: 'Lisa ska byta skola' }),
    made_by: id('maja'),
    made_at: yesterday,
    offered_at: state === 'offered' ? yesterday : null,
  })
}
