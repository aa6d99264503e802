import { bar, lisasMatter } from '#test/arrange.ts'
import { actions, goals, lisasPlan, lisasPlanId } from '#test/arrange-plan.ts'
import { admin, engagementOf, id, lisa, noon, type Person } from '#test/world.ts'
import {
  bvcTakesPart,
  carries,
  type Happening,
  isOne,
  isOpenTo,
  partOf,
  readsAll,
  usePaper,
} from './county.ts'
import { inThreeMonths, put, sealed, tell, waits, wall, yesterday } from './rows.ts'

// What happens in the plan, in its meetings, and what one in the family must not know of it.

const meeting = async (name: string, guardians: readonly Person[], units: readonly string[]) => {
  const meetingId = id(name)
  await put('meeting', {
    child_id: lisa,
    id: meetingId,
    matter_id: lisasMatter,
    state: 'called',
    starts_at: new Date('2026-12-08T13:30:00Z'),
    minutes: 60,
    made_by: id('maja'),
    made_at: yesterday,
  })
  const texts = {
    place: { place: 'Furuskolan, rum Granen' },
    purpose: { words: 'Vi vill att morgnarna blir lugna.', support: [] },
    wishes: {},
  }
  for (const [kind, body] of Object.entries(texts))
    await put('meeting_text', {
      child_id: lisa,
      meeting_id: meetingId,
      kind,
      body: await sealed('meeting_text', `${meetingId} ${kind}`, body),
    })
  for (const who of [...guardians, 'lisaSelf', ...units]) await invite(name, who)
  await tell(`${name} called`, 'meeting_called', meetingId)
}

async function invite(name: string, who: string) {
  const unit = units[who]
  const row = id(`${who} at ${name}`)
  await put('meeting_party', {
    child_id: lisa,
    meeting_id: id(name),
    id: row,
    unit_id: unit ? id(unit) : null,
    person_id: unit || who === 'lisaSelf' ? null : id(who),
    is_child: who === 'lisaSelf',
    invited_at: yesterday,
  })
}
const units: Readonly<Record<string, string>> = { maja: 'furuskolan', ali: 'familjestod', birgit: 'bvc' }

/** It has been held; Lisa says in her own words what was decided, or has not done so. */
const hold = (name: string) =>
  admin.updateTable('meeting').set({ state: 'held' }).where('id', '=', id(name)).execute()
async function decided(name: string) {
  await hold(name)
  const row = id(`decided at ${name}`)
  await put('meeting_words', {
    child_id: lisa,
    meeting_id: id(name),
    id: row,
    party_id: id(`lisaSelf at ${name}`),
    body: await sealed('meeting_words', row, { text: 'Jag får gå ut när det blir stökigt.' }),
    is_open: true,
    is_after: true,
    written_by: id('lisaSelf'),
    written_at: yesterday,
  })
}

const words = async (who: 'sara' | 'lisaSelf') => {
  const row = id(`words of ${who}`)
  await put('meeting_words', {
    child_id: lisa,
    meeting_id: id('meeting'),
    id: row,
    party_id: id(`${who} at meeting`),
    body: await sealed('meeting_words', row, { text: 'Jag vill sitta bredvid Petra.' }),
    is_open: false,
    written_by: id(who),
    written_at: yesterday,
  })
}

type NewPart = {
  name: string
  kind: 'goal' | 'action' | 'contact'
  goal?: string
  unit?: string
  body: object
}
/** The plan's second version has something more. */
async function nextVersion(...parts: readonly NewPart[]) {
  for (const { name, kind, goal, unit = 'furuskolan', body } of parts) {
    await put('plan_part', {
      child_id: lisa,
      plan_id: lisasPlanId,
      part_id: id(name),
      from_version: 2,
      seal: 2,
      made_at: yesterday,
      kind,
      state: kind === 'action' ? 'ongoing' : null,
      goal_id: goal ?? null,
      areas: kind === 'goal' ? ['home'] : [],
      unit_id: kind === 'goal' ? null : id(unit),
      body: await sealed('plan_part', id(name), body, { version: 2 }),
      written_by: id('maja'),
      written_at: yesterday,
    })
    await tell(`${name} comes`, 'plan_changed', id(name))
  }
  await admin.updateTable('plan_head').set({ version: 2 }).where('child_id', '=', lisa).execute()
}
const secretAction = {
  what: 'Samtal om kvällarna',
  who: 'Stig Åberg',
  when: 'Tisdagar',
  toChild: 'Stig pratar med dig.',
}

type Noted = { by: 'ali' | 'birgit' | 'lisaSelf'; opensOn: string; takenBack?: Date }
const brightMoment = async (name: string, { by, opensOn, takenBack }: Noted) =>
  put('bright_moment', {
    child_id: lisa,
    plan_id: lisasPlanId,
    id: id(name),
    body: await sealed('bright_moment', id(name), { words: `Det gick bra: ${name}.` }),
    is_child: by === 'lisaSelf',
    unit_id: by === 'lisaSelf' ? null : id(units[by] ?? ''),
    written_by: id(by),
    written_at: yesterday,
    opens_on: opensOn,
    taken_back_at: takenBack ?? null,
  })

const agrees = async (name: string, by: 'jonas', reason: boolean) => {
  if (!reason)
    return put('agreement', {
      child_id: lisa,
      plan_id: lisasPlanId,
      id: id(name),
      person_id: id(by),
      is_child: false,
      answer: 'disagrees',
      answered_at: yesterday,
      noted_by: id(by),
    })
  return put('agreement_reason', {
    child_id: lisa,
    plan_id: lisasPlanId,
    agreement_id: id(name),
    body: await sealed('agreement_reason', id(name), { why: 'Jag vill inte ha bilderna hemma' }),
    is_open: false,
    written_by: id(by),
  })
}

/** BVC reads all of it, on a ground that is not Jonas's yes. */
const bvcComesIn = async () => {
  await put('assignment', {
    child_id: lisa,
    id: id('birgit takes part'),
    kind: 'party',
    engagement_id: engagementOf('birgit'),
    secrecy_unit_id: wall('bvc'),
    given_by: id('maja'),
    valid_from: yesterday,
  })
  await put('access_grant', {
    child_id: lisa,
    id: id('grant to bvc'),
    kind: 'party',
    part: 'whole',
    reads_from: yesterday,
    from_secrecy_unit_id: wall('furuskolan'),
    to_unit_id: id('bvc'),
    contact_engagement_id: engagementOf('birgit'),
    legal_ground: 'nodvandigt_egen',
    decided_by: id('maja'),
    decided_at: yesterday,
    valid_to: inThreeMonths,
  })
  await bar('jonas', id('bvc'))
}
/** What somebody who held a paper leaves in the log: as Lisa, with the paper's own word for it. */
async function paperIsUsed(paper: 'homePaper' | 'ownPaper') {
  await usePaper(paper, yesterday)
  await put('audit_event', {
    child_id: lisa,
    id: id(`${paper} read`),
    at: yesterday,
    actor_id: id('lisaSelf'),
    act: 'meeting-paper.home',
    outcome: 'done',
    object_id: id('meeting'),
    request_id: id(`${paper} asked`),
    digest: Buffer.alloc(32),
  })
}
const read = (who: 'ali' | 'birgit') =>
  put('audit_event', {
    child_id: lisa,
    id: id(`${who} read`),
    at: yesterday,
    actor_id: id(who),
    engagement_id: engagementOf(who),
    act: 'plan.show',
    outcome: 'done',
    request_id: id(`${who} asked`),
    digest: Buffer.alloc(32),
  })
const notJonas: Happening['noticedBy'] = (who, county) =>
  carries(who, county) || partOf(who, county) === 'whole' || (who === 'sara' && isOpenTo('sara', county))

/** Somebody in the family does not agree with an action, as it was written at a moment. */
async function objects(who: 'sara' | 'lisaSelf', action: string, written: Date, isOpen: boolean) {
  const row = id(`${who} objects to ${action}`)
  await put('objection', {
    child_id: lisa,
    id: row,
    kind: 'plan_part',
    thing_id: action,
    thing_at: written,
    secrecy_unit_id: wall('furuskolan'),
    said_by: id(who),
    is_child: who === 'lisaSelf',
    is_open: isOpen,
    said_at: yesterday,
    due_on: '2026-12-08',
    body: await sealed('objection', row, { words: 'Så är det inte.' }),
  })
  await waits(`${who} waits about ${action}`, 'answer_objection', 'maja', row)
}
const lastWeek = new Date(noon.getTime() - 7 * 86_400_000)

export const aroundPlan: Readonly<Record<string, Happening>> = {
  'the plan': {
    happens: lisasPlan,
    noticedBy: (who, county) => readsAll(who, county) || partOf(who, county) === 'own',
  },
  'Sara does not agree with an action, and tells only those who work with it': {
    happens: () => objects('sara', actions.reading, lastWeek, false),
    needs: ['the plan'],
    noticedBy: notJonas,
  },
  'Sara does not agree with an action that Jonas must not know of, and lets the family read it': {
    happens: async () => {
      await nextVersion({ name: 'secret action', kind: 'action', goal: goals.morning, body: secretAction })
      await bar('jonas', id('secret action'))
      await objects('sara', id('secret action'), yesterday, true)
    },
    needs: ['the plan'],
    excludes: ['an action that Jonas must not know of'],
    noticedBy: notJonas,
  },
  'Lisa does not agree with an action, and tells only those who carry it': {
    happens: () => objects('lisaSelf', actions.reading, lastWeek, false),
    needs: ['the plan'],
    noticedBy: carries,
  },
  'an action that Jonas must not know of': {
    happens: async () => {
      await nextVersion({ name: 'secret action', kind: 'action', goal: goals.morning, body: secretAction })
      await bar('jonas', id('secret action'))
    },
    needs: ['the plan'],
    noticedBy: notJonas,
  },
  'a goal that Jonas must not know of, with its action': {
    happens: async () => {
      await nextVersion(
        { name: 'secret goal', kind: 'goal', body: { words: 'Jag vill sova hela natten.' } },
        { name: 'its action', kind: 'action', goal: id('secret goal'), body: secretAction },
      )
      await bar('jonas', id('secret goal'))
    },
    needs: ['the plan'],
    noticedBy: notJonas,
  },
  'a meeting': {
    happens: () => meeting('meeting', ['sara', 'jonas'], ['maja', 'ali']),
    noticedBy: (who, county) => readsAll(who, county) || (who === 'ali' && partOf(who, county) === 'own'),
  },
  'a meeting that Jonas must not know of': {
    happens: async () => {
      await meeting('second meeting', ['sara'], ['maja'])
      await bar('jonas', id('second meeting'))
    },
    noticedBy: notJonas,
  },
  'Sara writes to the meeting, for the one who leads it': {
    happens: () => words('sara'),
    needs: ['a meeting'],
    noticedBy: (who, county) => carries(who, county) || who === 'sara',
  },
  'Lisa writes to the meeting, for the one who leads it': {
    happens: () => words('lisaSelf'),
    needs: ['a meeting'],
    noticedBy: carries,
  },
  'Lisa says in her own words what was decided': {
    happens: () => decided('meeting'),
    instead: () => hold('meeting'),
    needs: ['a meeting'],
    noticedBy: (who, county) => readsAll(who, county) || (who === 'ali' && partOf(who, county) === 'own'),
  },
  'Lisa says in her own words what was decided at the meeting that Jonas must not know of': {
    happens: () => decided('second meeting'),
    instead: () => hold('second meeting'),
    needs: ['a meeting that Jonas must not know of'],
    noticedBy: notJonas,
  },
  'a paper to the meeting that Lisa has to herself has been used': {
    happens: () => paperIsUsed('ownPaper'),
    needs: ['a meeting'],
    noticedBy: carries,
  },
  'a paper to the meeting that may lie at home has been used': {
    happens: () => paperIsUsed('homePaper'),
    needs: ['a meeting'],
    excludes: ['a paper to the meeting that Lisa has to herself has been used'],
    noticedBy: (who, county) => carries(who, county) || isOpenTo(who, county),
  },
  [bvcTakesPart]: {
    happens: bvcComesIn,
    needs: ['the plan'],
    // Who has been asked about it knows of it already.
    excludes: ['the family is asked about BVC, and Sara says yes'],
    noticedBy: (who, county) => notJonas(who, county) || who === 'birgit',
  },
  'it is invited to the meeting': {
    happens: () => invite('meeting', 'birgit'),
    needs: ['a meeting', bvcTakesPart],
    noticedBy: (who, county) =>
      notJonas(who, county) || who === 'birgit' || (who === 'ali' && partOf(who, county) === 'own'),
  },
  'Jonas does not agree': {
    happens: () => agrees('jonas says', 'jonas', false),
    needs: ['the plan'],
    noticedBy: (who, county) => readsAll(who, county) || who === 'jonas',
  },
  'and he tells the school why': {
    happens: () => agrees('jonas says', 'jonas', true),
    needs: ['the plan', 'Jonas does not agree'],
    noticedBy: (who, county) => carries(who, county) || who === 'jonas',
  },
  'Familjestöd has noted what went well': {
    happens: () => brightMoment('ali went well', { by: 'ali', opensOn: '2026-11-24' }),
    needs: ['the plan'],
    noticedBy: readsAll,
  },
  'the unit that Jonas must not know of has noted what went well': {
    happens: () => brightMoment('birgit went well', { by: 'birgit', opensOn: '2026-11-24' }),
    needs: ['the plan', bvcTakesPart],
    noticedBy: (who, county) => notJonas(who, county) || who === 'birgit',
  },
  'what went well is Lisa’s first': {
    happens: () => brightMoment('lisas first', { by: 'ali', opensOn: '2026-11-25' }),
    needs: ['the plan'],
    noticedBy: (who, county) => who === 'ali' || (who === 'lisaSelf' && isOpenTo(who, county)),
  },
  'Lisa has noted what went well': {
    happens: () => brightMoment('lisa went well', { by: 'lisaSelf', opensOn: '2026-11-22' }),
    needs: ['the plan'],
    noticedBy: readsAll,
  },
  'Lisa has taken back what she noted': {
    happens: () =>
      brightMoment('lisa took back', { by: 'lisaSelf', opensOn: '2026-11-22', takenBack: yesterday }),
    needs: ['the plan'],
    noticedBy: (who, county) => who === 'lisaSelf' && isOpenTo(who, county),
  },
  'Lisa says what helps, alone': {
    happens: async () => {
      const row = id('helps lisa')
      await put('follow_up_part', {
        child_id: lisa,
        plan_id: lisasPlanId,
        follow_up_id: id('next follow up'),
        id: row,
        part_id: actions.reading,
        voice: 'child',
        person_id: id('lisaSelf'),
        helped: 'no',
        body: await sealed('follow_up_part', row, { words: 'Det är för långt.' }),
        noted_by: id('lisaSelf'),
        noted_at: yesterday,
      })
    },
    needs: ['the plan'],
    noticedBy: (who, county) => carries(who, county) || who === 'lisaSelf',
  },
  'Familjestöd read the plan yesterday': {
    happens: () => read('ali'),
    needs: ['the plan'],
    noticedBy: (who, county) => carries(who, county) || who === 'ali' || isOpenTo(who, county),
  },
  'the unit that Jonas must not know of read the plan': {
    happens: () => read('birgit'),
    needs: ['the plan', bvcTakesPart],
    noticedBy: (who, county) => notJonas(who, county) || who === 'birgit',
  },
  'Familjestöd is asked for a time': {
    happens: () =>
      put('time_hold', {
        id: id('hold'),
        from_unit_id: id('furuskolan'),
        to_engagement_id: engagementOf('ali'),
        starts_at: new Date(noon.getTime() + 7 * 86_400_000),
        minutes: 45,
        asked_by: id('maja'),
        asked_at: yesterday,
      }),
    early: true,
    noticedBy: isOne('maja', 'stig', 'petra', 'ali'),
  },
}
