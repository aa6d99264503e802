import type { DB } from '#shared/schema.ts'
import { lisasMatter } from '#test/arrange.ts'
import { answerWaits, linkTakenBack, tiedThread } from '#test/arrange-outside.ts'
import { actions, lisasPlanId } from '#test/arrange-plan.ts'
import { put as insert, inThreeMonths, sealed, wall, yesterday } from '#test/noninterference/rows.ts'
import { admin, engagementOf, id, lisa, noon } from '#test/world.ts'

// Something in every table and column that a child's extract tells of, straight into the tables.

const canary = (table: string, column = 'body') => `Kanariefågeln ${table}.${column} sjunger`
const school = wall('furuskolan')

/** Lisa's plan is there, and both parents are told. Gives every text that was sealed. */
export async function everythingAboutLisa(): Promise<string[]> {
  const texts: string[] = ['fotboll']
  /** One row about Lisa. */
  const put = (table: keyof DB, row: object) => insert(table, { child_id: lisa, ...row })
  /** The canary of a column, sealed for its row. */
  const words = (
    table: string,
    row: string,
    more: { as?: string; column?: string; version?: number } = {},
  ) => {
    const { as = table, column = 'body', version = 1 } = more
    texts.push(canary(table, column))
    return sealed(
      as,
      row,
      { [table === 'consent' ? 'purpose' : 'words']: canary(table, column) },
      { column, version },
    )
  }
  const item = async (name: string, kind: DB['item']['kind']) => {
    const itemId = id(name)
    await put('item', {
      id: itemId,
      matter_id: lisasMatter,
      kind,
      secrecy_unit_id: school,
      readers: 'meeting',
      author_id: id('maja'),
      author_engagement_id: engagementOf('maja'),
      version: 2,
      made_at: yesterday,
    })
    for (const version of [1, 2])
      await put('item_version', {
        item_id: itemId,
        version,
        body:
          version === 1
            ? await sealed('item_version', itemId, { text: 'fotboll' })
            : await words('item_version', itemId, { version }),
        written_by: id('maja'),
        written_at: version === 1 ? yesterday : noon,
      })
    return itemId
  }
  const at = { written_by: id('maja'), written_at: yesterday }

  const noticed = await item('noticed', 'noticing')
  await put('noticing', {
    item_id: noticed,
    to_unit_id: id('furuskolan'),
    sender_id: id('maja'),
    sender_engagement_id: engagementOf('maja'),
    on_behalf: false,
    urgency: 'this_week',
    family_knows: 'not_yet',
    areas: ['learning', 'home'],
    good_news: false,
    sent_at: yesterday,
  })
  await put('noticing_handling', {
    item_id: noticed,
    matter_id: lisasMatter,
    unit_id: id('furuskolan'),
    decision: 'ordinary_help',
    decided_at: yesterday,
    decided_by: id('maja'),
    body: await words('noticing_handling', noticed),
  })
  const said = await item('said', 'statement')
  await put('statement', {
    item_id: said,
    matter_id: lisasMatter,
    area: 'learning',
    voice: 'child',
    voice_person_id: id('lisaSelf'),
    has_working: true,
    has_challenging: false,
    obtained: 'with_interpreter',
    wording: 'hjulet-1',
    said_on: '2026-11-20',
  })
  await put('support', {
    item_id: await item('supported', 'support'),
    matter_id: lisasMatter,
    engagement_id: engagementOf('petra'),
    review_on: '2026-12-20',
    ended_at: noon,
    ended_because: 'need_met',
  })
  await put('source_question', {
    item_id: await item('asked', 'source_question'),
    matter_id: lisasMatter,
    from_unit_id: id('furuskolan'),
    to_unit_id: id('bvc'),
    area: 'health',
    due_on: '2026-12-01',
    answer: 'cannot_answer',
    answered_at: noon,
    by_telephone: true,
  })
  await put('decision', {
    id: id('a decision'),
    matter_id: lisasMatter,
    analysis_item_id: await item('analysed', 'analysis'),
    outcome: 'own_support',
    decided_at: yesterday,
    decided_by: id('maja'),
  })
  await put('gathering', {
    id: id('a gathering'),
    matter_id: lisasMatter,
    secrecy_unit_id: school,
    areas: ['learning'],
    started_at: yesterday,
    started_by: id('maja'),
    ended_at: noon,
  })
  const before = id('an earlier matter')
  await admin.transaction().execute(async (trx) => {
    const long = (days: number) => new Date(noon.getTime() - days * 86_400_000)
    await trx
      .insertInto('matter')
      .values({
        child_id: lisa,
        id: before,
        secrecy_unit_id: school,
        opened_at: long(90),
        closed_at: long(60),
        outcome: 'ordinary_help',
      })
      .execute()
    await trx
      .insertInto('responsibility')
      .values({
        child_id: lisa,
        id: id('an earlier lead'),
        matter_id: before,
        kind: 'best_interests_lead',
        unit_id: id('furuskolan'),
        engagement_id: engagementOf('maja'),
        during: `[${long(90).toISOString()},${long(60).toISOString()})`,
      })
      .execute()
  })

  // The plan
  const old = id('an earlier plan')
  await put('plan', {
    id: old,
    matter_id: before,
    made_at: new Date(noon.getTime() - 80 * 86_400_000),
    follow_up_at: yesterday,
    ended_at: yesterday,
    ended_because: 'goals_met',
    secrecy_unit_id: school,
  })
  await put('plan_ending', { plan_id: old, body: await words('plan_ending', old), ...at })
  const part = id('a part')
  await put('plan_part', {
    plan_id: lisasPlanId,
    part_id: part,
    from_version: 1,
    to_version: 2,
    seal: 1,
    made_at: yesterday,
    to_at: noon,
    kind: 'action',
    areas: ['learning'],
    starts_on: '2026-11-01',
    ends_on: '2026-12-01',
    state: 'not_done',
    body: await words('plan_part', part),
    ...at,
  })
  const agreed = id('an agreement')
  await put('agreement', {
    plan_id: lisasPlanId,
    id: agreed,
    person_id: id('sara'),
    is_child: false,
    answer: 'could_not_answer',
    answered_at: yesterday,
    noted_by: id('sara'),
  })
  await put('agreement_reason', {
    plan_id: lisasPlanId,
    agreement_id: agreed,
    body: await words('agreement_reason', agreed),
    is_open: false,
    written_by: id('sara'),
  })
  const followed = id('followed up')
  await put('follow_up', {
    plan_id: lisasPlanId,
    id: followed,
    held_on: '2026-11-20',
    body: await words('follow_up', followed),
    held_by: id('maja'),
    noted_at: yesterday,
  })
  const helped = id('it helped')
  await put('follow_up_part', {
    plan_id: lisasPlanId,
    follow_up_id: followed,
    id: helped,
    part_id: actions.reading,
    voice: 'child',
    person_id: id('lisaSelf'),
    helped: 'a_little',
    body: await words('follow_up_part', helped),
    noted_by: id('maja'),
    noted_at: yesterday,
  })

  const bright = id('a bright moment')
  await put('bright_moment', {
    plan_id: lisasPlanId,
    id: bright,
    body: await words('bright_moment', bright),
    is_child: false,
    written_by: id('sara'),
    written_at: yesterday,
    opens_on: '2026-11-24',
    taken_back_at: noon,
  })

  // A meeting
  const met = id('a meeting')
  await put('meeting', {
    id: met,
    matter_id: lisasMatter,
    group_id: met,
    state: 'held',
    starts_at: yesterday,
    minutes: 45,
    made_by: id('maja'),
    made_at: yesterday,
    secrecy_unit_id: school,
  })
  await put('meeting_text', {
    meeting_id: met,
    kind: 'place',
    body: await words('meeting_text', `${met} place`),
    version: 1,
  })
  await put('meeting_note', { meeting_id: met, version: 1, body: await words('meeting_note', met), ...at })
  const party = id('a party')
  await put('meeting_party', {
    meeting_id: met,
    id: party,
    person_id: id('jonas'),
    is_child: false,
    called: 'pappa',
    invited_at: yesterday,
    answer: 'sends_words',
    answered_at: yesterday,
    attended: true,
  })
  await put('meeting_invitation', {
    meeting_id: met,
    party_id: party,
    body: await words('meeting_invitation', party, { as: 'meeting_party' }),
  })
  const beforehand = id('words before')
  await put('meeting_words', {
    meeting_id: met,
    id: beforehand,
    party_id: party,
    body: await words('meeting_words', beforehand),
    is_open: false,
    written_by: id('jonas'),
    written_at: yesterday,
  })

  // The family, and what is shared
  const talk = id('a talk')
  await put('family_talk', {
    id: talk,
    matter_id: lisasMatter,
    person_id: id('sara'),
    is_child: false,
    told_on: '2026-11-20',
    way: 'home_visit',
    noted_by: id('maja'),
    noted_at: yesterday,
    secrecy_unit_id: school,
  })
  await put('family_talk_note', {
    talk_id: talk,
    secrecy_unit_id: school,
    body: await words('family_talk_note', talk, { as: 'family_talk' }),
  })
  const adult = id('an adult')
  await put('important_adult', {
    id: adult,
    body: await words('important_adult', adult),
    added_by: id('maja'),
    added_at: yesterday,
    secrecy_unit_id: school,
  })
  for (const name of ['asked an adult', 'asked an adult again'])
    await put('source_question', {
      item_id: await item(name, 'source_question'),
      matter_id: lisasMatter,
      from_unit_id: id('furuskolan'),
      to_adult_id: adult,
      legal_ground: 'samtycke',
      area: 'relationships',
      due_on: '2026-12-01',
    })
  texts.push(canary('answer_link', 'answer'), canary('consultation_message'))
  await answerWaits(id('asked an adult'), canary('answer_link', 'answer'))
  await linkTakenBack(id('asked an adult again'))
  await tiedThread(canary('consultation_message'))
  const consent = id('a consent')
  await put('consent', {
    id: consent,
    matter_id: lisasMatter,
    secrecy_unit_id: school,
    body: await words('consent', consent),
    text_version: 'samtycke-1',
    language: 'fi',
    interpreter: true,
    child_part: 'together',
    valid_from: yesterday,
    valid_to: inThreeMonths,
    asked_by: id('maja'),
    asked_at: yesterday,
  })
  await put('consent_basis', { consent_id: consent, body: await words('consent_basis', consent) })
  await put('consent_unit', { consent_id: consent, unit_id: id('bvc'), areas: ['health', 'learning'] })
  for (const person of ['sara', 'jonas', 'lisaSelf'] as const) {
    const signer = id(`${person} signs all`)
    const isChild = person === 'lisaSelf'
    await put('consent_signer', { consent_id: consent, id: signer, person_id: id(person), is_child: isChild })
    const answer = id(`${person} answers`)
    await put('consent_answer', {
      consent_id: consent,
      id: answer,
      signer_id: signer,
      unit_id: id('bvc'),
      seq: 1,
      answer: 'yes',
      struck_areas: ['health'],
      way: 'paper',
      body: await words('consent_answer', answer),
      answered_at: yesterday,
      noted_by: id('maja'),
      noted_at: yesterday,
    })
  }
  const no = id('a no')
  await put('consent_child_no', {
    consent_id: consent,
    id: no,
    unit_id: id('bvc'),
    way: 'oral',
    body: await words('consent_child_no', no),
    said_at: yesterday,
    noted_by: id('maja'),
    noted_at: yesterday,
  })
  const grant = id('a grant')
  await put('access_grant', {
    id: grant,
    kind: 'party',
    part: 'own',
    reads_from: yesterday,
    from_secrecy_unit_id: school,
    to_unit_id: id('elevhalsan'),
    legal_ground: 'nodvandigt_egen',
    sharing_test: await words('access_grant', grant, { column: 'sharing_test' }),
    decided_by: id('maja'),
    decided_at: yesterday,
    valid_to: inThreeMonths,
  })
  await put('sharing_reason', { grant_id: grant, body: await words('sharing_reason', grant), ...at })
  await put('family_informed', {
    grant_id: grant,
    informed: false,
    body: await words('family_informed', grant),
    noted_by: id('maja'),
    noted_at: yesterday,
  })
  const handover = id('a handover')
  await put('handover', {
    id: handover,
    matter_id: lisasMatter,
    from_unit_id: id('furuskolan'),
    to_unit_id: id('elevhalsan'),
    state: 'returned',
    legal_ground: 'ej_men',
    body: await words('handover', handover),
    offer_body: await words('handover', handover, { column: 'offer_body' }),
    answer_body: await words('handover', handover, { column: 'answer_body' }),
    made_by: id('maja'),
    made_at: yesterday,
    offered_at: yesterday,
    answered_at: noon,
    answered_by: id('sofia'),
  })
  await put('handover_reason', {
    handover_id: handover,
    secrecy_unit_id: id('wall furuskolan'),
    body: await words('handover_reason', handover),
  })
  const paper = id('a paper')
  await put('paper_handover', {
    id: paper,
    secrecy_unit_id: id('wall furuskolan'),
    legal_ground: 'ej_men',
    body: await words('paper_handover', paper),
    made_by: id('maja'),
    made_at: yesterday,
    received_on: '2026-11-24',
    received_body: await words('paper_handover', paper, { column: 'received_body' }),
  })
  const objection = id('an objection')
  await put('objection', {
    id: objection,
    kind: 'plan_part',
    thing_id: actions.reading,
    thing_at: new Date(noon.getTime() - 7 * 86_400_000),
    secrecy_unit_id: school,
    said_by: id('sara'),
    is_child: false,
    is_open: false,
    said_at: yesterday,
    due_on: '2026-12-15',
    body: await words('objection', objection),
  })
  await put('objection_answer', {
    objection_id: objection,
    outcome: 'stands',
    body: await words('objection_answer', objection),
    answered_by: id('maja'),
    answered_at: noon,
  })
  for (const [person, phone] of [
    ['sara', '070-174 06 11'],
    ['jonas', '070-174 06 12'],
  ] as const) {
    const contact = id(`${person} is reached`)
    await insert('person_contact', {
      person_id: id(person),
      id: contact,
      body: await sealed('person_contact', contact, { phone }, { of: id(person) }),
    })
    const question = id(`${person} asks why`)
    const column = 'answer_body'
    await put('reading_question', {
      id: question,
      event_id: id(`what ${person} asks about`),
      day: '2026-11-22',
      unit_id: id('furuskolan'),
      to_unit_id: id('furuskolan'),
      body: await sealed('reading_question', question, { text: `Varför? ${person}` }),
      asked_by: id(person),
      asked_at: yesterday,
      due_on: '2026-12-08',
      answer_body: await sealed('reading_question', question, { text: 'Därför.' }, { column }),
      answered_by: id('maja'),
      answered_at: noon,
    })
  }
  return [...new Set(texts)]
}
