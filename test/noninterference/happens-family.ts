import { bar, lisasMatter } from '#test/arrange.ts'
import { admin, deps, engagementOf, id, lisa, type Person } from '#test/world.ts'
import { carries, type Happening, isOne, isOpenTo, partOf } from './county.ts'
import { handover } from './happens-inside.ts'
import { inThreeMonths, put, sealed, waits, wall, yesterday } from './rows.ts'

// What happens in the family, between its members, and to other children.

const talk = (who: 'sara' | 'jonas' | 'lisaSelf') =>
  put('family_talk', {
    child_id: lisa,
    id: id(`told again ${who}`),
    matter_id: lisasMatter,
    person_id: id(who),
    is_child: who === 'lisaSelf',
    told_on: '2026-11-22',
    way: 'telephone',
    noted_by: id('maja'),
    noted_at: yesterday,
  })

const newChild = async (
  name: string,
  unit: string,
  guardians: readonly Person[],
  given: string,
  family: string,
) => {
  await put('child', {
    id: id(name),
    given_name: given,
    family_name: family,
    born_on: '2019-02-01',
    made_at: yesterday,
  })
  await deps.vault.newBox(admin, id(name))
  await put('child_placement', {
    child_id: id(name),
    id: id(`${name} place`),
    unit_id: id(unit),
    valid_from: '2024-08-15',
  })
  for (const person of guardians)
    await put('guardianship', {
      child_id: id(name),
      person_id: id(person),
      called: 'mamma',
      source: 'folkbokföringen',
      checked_at: yesterday,
      valid_from: '2019-02-01',
    })
}

/** The family is asked about the swim club, and these answer. */
export async function asked(name: string, answers: Readonly<Partial<Record<Person, 'yes' | 'no' | null>>>) {
  const consent = id(name)
  await put('consent', {
    child_id: lisa,
    id: consent,
    matter_id: lisasMatter,
    secrecy_unit_id: wall('furuskolan'),
    body: await sealed('consent', consent, { purpose: 'Vem som läser vad' }),
    text_version: '1',
    language: 'sv',
    interpreter: false,
    child_part: 'heard',
    valid_from: yesterday,
    valid_to: inThreeMonths,
    asked_by: id('maja'),
    asked_at: yesterday,
  })
  await put('consent_unit', {
    child_id: lisa,
    consent_id: consent,
    unit_id: id('bvc'),
    areas: ['health', 'home'],
  })
  for (const person of Object.keys(answers) as Person[])
    await put('consent_signer', {
      child_id: lisa,
      consent_id: consent,
      id: id(`${name} ${person}`),
      person_id: person === 'lisaSelf' ? null : id(person),
      is_child: person === 'lisaSelf',
    })
  for (const [person, answer] of Object.entries(answers) as [Person, 'yes' | 'no' | null][])
    if (answer) await answered(name, person, answer)
}

export const answered = (name: string, person: Person, answer: 'yes' | 'no' | 'withdrawn', seq = 1) =>
  put('consent_answer', {
    child_id: lisa,
    consent_id: id(name),
    id: id(`${name} ${person} ${answer}`),
    signer_id: id(`${name} ${person}`),
    unit_id: id('bvc'),
    seq,
    answer,
    way: 'in_app',
    answered_at: yesterday,
    noted_by: id(person),
    noted_at: yesterday,
  })

/** Somebody in the family has asked a unit for an extract; it waits for one there, or has been given. */
const asksForExtract = async (
  who: 'sara' | 'jonas',
  unit: string,
  reviewer: 'maja' | 'birgit',
  isGiven = false,
) => {
  const request = id(`extract for ${who} from ${unit}`)
  await put('extract_request', {
    child_id: lisa,
    id: request,
    secrecy_unit_id: wall(unit),
    unit_id: id(unit),
    carries: unit === 'furuskolan',
    asked_by: id(who),
    asked_at: yesterday,
    due_on: '2026-12-23',
    ...(isGiven && { answered_at: yesterday, answered_by: id(reviewer) }),
  })
  if (isGiven)
    await put('extract_release', {
      child_id: lisa,
      request_id: request,
      body: await sealed('extract_release', request, {
        parts: [
          { id: id('given'), things: [], title: 'Anteckning', day: '2026-11-01', texts: ['Lisa ritar'] },
        ],
      }),
      written_by: id(reviewer),
      written_at: yesterday,
    })
  else await waits(`task ${who} ${unit}`, 'review_extract', reviewer, request)
}

export const aroundFamily: Readonly<Record<string, Happening>> = {
  'Jonas is told': {
    happens: () => talk('jonas'),
    fits: ({ told }) => told.includes('jonas'),
    noticedBy: (who, county) => carries(who, county) || who === 'jonas',
  },
  'Jonas is told, and must not know': {
    happens: async () => {
      await talk('jonas')
      await bar('jonas')
    },
    fits: ({ told }) => !told.includes('jonas'),
    noticedBy: carries,
  },
  'Sara is asked about BVC, and not Jonas': {
    happens: () => asked('asked sara', { sara: null }),
    noticedBy: (who, county) => carries(who, county) || who === 'sara',
  },
  'the family is asked about BVC, and Sara says yes': {
    happens: () => asked('asked both', { sara: 'yes', jonas: null }),
    noticedBy: (who, county) => carries(who, county) || isOne('sara', 'jonas')(who),
  },
  'Jonas says no': {
    happens: () => answered('asked both', 'jonas', 'no'),
    needs: ['the family is asked about BVC, and Sara says yes'],
    noticedBy: (who, county) => carries(who, county) || who === 'jonas',
  },
  'Jonas takes his yes back, where Lisa did': {
    happens: async () => {
      await asked('asked three', { sara: 'yes', jonas: 'yes', lisaSelf: 'yes' })
      await answered('asked three', 'jonas', 'withdrawn', 2)
    },
    instead: async () => {
      await asked('asked three', { sara: 'yes', jonas: 'yes', lisaSelf: 'yes' })
      await answered('asked three', 'lisaSelf', 'withdrawn', 2)
    },
    noticedBy: (who, county) => carries(who, county) || isOne('jonas', 'lisaSelf')(who),
  },
  'a hand-over is offered that Jonas must not know of': {
    excludes: ['a hand-over that is being prepared'],
    happens: async () => {
      await handover('offered')
      await bar('jonas', id('handover'))
    },
    // What Lisa sees in her own session somebody else may see over her shoulder.
    noticedBy: (who, county) =>
      carries(who, county) || who === 'rut' || (who === 'sara' && isOpenTo('sara', county)),
  },
  'Sara asks the school for an extract': {
    happens: () => asksForExtract('sara', 'furuskolan', 'maja'),
    noticedBy: (who, county) => carries(who, county) || who === 'sara',
  },
  'Sara has been given an extract': {
    happens: () => asksForExtract('sara', 'furuskolan', 'maja', true),
    excludes: ['Sara asks the school for an extract'],
    noticedBy: (who, county) => carries(who, county) || who === 'sara',
  },
  'Jonas has an extract from a unit that he must not know of any longer': {
    happens: async () => {
      await asksForExtract('jonas', 'bvc', 'birgit', true)
      await bar('jonas', id('bvc'))
    },
    // What is barred for Jonas is barred for all that Lisa's own session shows.
    excludes: [
      'Sara is asked about BVC, and not Jonas',
      'the family is asked about BVC, and Sara says yes',
      'Jonas says no',
      'Jonas takes his yes back, where Lisa did',
      'a question to BVC',
    ],
    noticedBy: carries,
  },
  'Sara has a draft': {
    early: true,
    happens: async () => {
      const form = `/barn/${lisa}/hjulet/ny`
      await put('draft', {
        person_id: id('sara'),
        form,
        engagement_id: null,
        body: await sealed('draft', form, { typed: { working: 'Frukosten' } }, { of: id('sara') }),
        saved_at: yesterday,
        expires_at: inThreeMonths,
      })
    },
    noticedBy: isOne('sara'),
  },
  'one more guardian': {
    early: true,
    happens: () =>
      put('guardianship', {
        child_id: lisa,
        person_id: id('karin'),
        kind: 'good_man',
        called: 'god man',
        source: 'kommunen',
        checked_at: yesterday,
        valid_from: '2026-11-01',
      }),
    noticedBy: (who, county) => carries(who, county) || who === 'karin' || partOf(who, county) === 'whole',
  },
  'a child with the same name at Lillåskolan': {
    early: true,
    happens: async () => {
      await newChild('namesake', 'lillaskolan', ['karin'], 'Lisa', 'Holmgren')
      await put('assignment', {
        child_id: id('namesake'),
        id: id('eva knows the namesake'),
        kind: 'ordinary',
        engagement_id: engagementOf('eva'),
        secrecy_unit_id: wall('lillaskolan'),
        given_by: id('eva'),
        valid_from: yesterday,
      })
    },
    noticedBy: isOne('eva', 'karin'),
  },
  'a sibling in the same school': {
    early: true,
    happens: () => newChild('elsa', 'furuskolan', ['sara', 'jonas'], 'Elsa', 'Holmgren'),
    noticedBy: isOne('sara', 'jonas'),
  },
  'a matter about the sibling': {
    early: true,
    happens: async () => {
      await admin.transaction().execute(async (trx) => {
        await trx
          .insertInto('matter')
          .values({
            child_id: id('elsa'),
            id: id('elsas matter'),
            secrecy_unit_id: wall('furuskolan'),
            opened_at: yesterday,
          })
          .execute()
        await trx
          .insertInto('responsibility')
          .values({
            child_id: id('elsa'),
            id: id('elsas lead'),
            matter_id: id('elsas matter'),
            kind: 'best_interests_lead',
            unit_id: id('furuskolan'),
            engagement_id: engagementOf('maja'),
            during: `[${yesterday.toISOString()},)`,
          })
          .execute()
      })
      await put('assignment', {
        child_id: id('elsa'),
        id: id('maja works with elsa'),
        kind: 'work',
        engagement_id: engagementOf('maja'),
        secrecy_unit_id: wall('furuskolan'),
        given_by: id('maja'),
        valid_from: yesterday,
      })
    },
    needs: ['a sibling in the same school'],
    noticedBy: isOne('maja'),
  },
  'Lisa is protected': {
    early: true,
    happens: async () =>
      admin
        .updateTable('child')
        .set({
          protection: 'sekretessmarkering',
          given_name: null,
          family_name: null,
          born_on: null,
          identity_sealed: await sealed(
            'child',
            lisa,
            { givenName: 'Lisa', familyName: 'Holmgren' },
            { column: 'identity_sealed' },
          ),
        })
        .where('id', '=', lisa)
        .execute(),
    noticedBy: () => true,
  },
  'the protected child moves to Lillåskolan': {
    early: true,
    happens: () =>
      put('child_placement', {
        child_id: lisa,
        id: id('new place'),
        unit_id: id('lillaskolan'),
        valid_from: '2026-11-01',
      }),
    needs: ['Lisa is protected'],
    noticedBy: (who, county) =>
      carries(who, county) || who === 'stig' || (who === 'petra' && county.petra !== 'none'),
  },
}
